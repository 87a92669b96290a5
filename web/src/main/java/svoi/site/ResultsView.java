package svoi.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The installation's own figures, or those of invented rounds.
///
/// @param prefix of anchors of this set
/// @param asOf the moment of the figures, in words
/// @param sums exchanges and returned with their addends
/// @param beside what stands beside the total and never in it
/// @param rounds newest first
/// @param root what binds the figures to the outcomes they sum
public record ResultsView(
    String prefix,
    boolean invented,
    String asOf,
    @Nullable String openingSource,
    String openingDay,
    List<Sum> sums,
    List<Fact> beside,
    List<Drawing> drawings,
    List<Round> rounds,
    String total,
    String departed,
    String method,
    String root) {
  public ResultsView {
    sums = List.copyOf(sums);
    beside = List.copyOf(beside);
    drawings = List.copyOf(drawings);
    rounds = List.copyOf(rounds);
  }

  /// A total with both addends; `before` is null where there is no opening balance.
  public record Sum(String name, @Nullable String before, String since, String together) {}

  /// A figure that stands alone.
  public record Fact(String name, String value) {}

  /// One announced round of the table.
  public record Round(
      String href,
      String iso,
      String date,
      @Nullable String number,
      @Nullable String stage,
      @Nullable String mediator,
      int count,
      String returned,
      String military,
      String civilian,
      String departed) {}

  /// A line of the changelog.
  public record Change(
      String iso, String date, String href, String round, String change, String text) {}
}
