package svoi.exchange.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter with which the other side answers about several persons.
///
/// @param outcome `entered` or `set-aside`; null while it waits
public record AnswerList(
    UUID id,
    String channel,
    @Nullable String letter,
    LocalDate receivedOn,
    @Nullable String outcome,
    int version,
    List<Row> rows) {
  public AnswerList {
    rows = List.copyOf(rows);
  }

  /// How many rows would be, or were, written into the ledger.
  public long enterable() {
    return rows.stream().filter(Row::isEnterable).count();
  }

  /// What stands in it about one person.
  ///
  /// @param name of the person whom it is taken to mean; empty without one
  /// @param asked whether somebody was asked for who has no answer yet
  /// @param entered whether it stands in the ledger
  public record Row(
      int position,
      String writtenName,
      String writtenBorn,
      String match,
      @Nullable UUID awaited,
      String name,
      String kind,
      @Nullable String ground,
      LocalDate on,
      boolean asked,
      boolean entered) {
    boolean isEnterable() {
      return entered || (match.equals("linked") && asked);
    }
  }
}
