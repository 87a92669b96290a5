package svoi.exchange.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter or a list with which the other side asks for persons.
///
/// @param kind `letter` or `list`
/// @param channel by which it came, for example `icrc`
/// @param letter number as written on it
/// @param state `received`, `authenticated`, `answered` or `closed`
/// @param sha256 of the file, in hexadecimal
public record Request(
    UUID id,
    String kind,
    String channel,
    @Nullable String letter,
    LocalDate receivedOn,
    String state,
    String sha256,
    String agency,
    int version,
    List<Row> rows) {
  public Request {
    rows = List.copyOf(rows);
  }

  /// Whether rows may still be entered, decided and answered.
  public boolean isOpen() {
    return state.equals("received") || state.equals("authenticated");
  }

  public boolean isAnsweredRowByRow() {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.answer() != null);
  }

  /// One person asked for, as written, and whom we take it to mean.
  ///
  /// @param match `linked`, `unknown` or `ambiguous`
  /// @param answer `accept`, `refuse` or `counter`; null while there is none
  public record Row(
      int position,
      String writtenName,
      String writtenBorn,
      String match,
      @Nullable Person person,
      @Nullable String answer,
      @Nullable String ground) {}

  /// Somebody whom a row means, or may mean.
  public record Person(UUID id, String name, @Nullable LocalDate bornOn, String kind) {}
}
