package svoi.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.web.Layout;

/// What this installation counts of exchanges, and apart from it what has been published.
///
/// @param asOf day on which the own figures are read, in words; empty: now
/// @param today last day that may be asked for
/// @param own empty until the first figures were released
/// @param invented figures of invented rounds; empty if there are none
/// @param missing numbers of which the list has no exchange, as ranges; empty if none is missing
/// @param first day of the first exchange in the list
/// @param last day of the last exchange in the list
public record ExchangesView(
    Layout layout,
    Optional<String> asOf,
    String today,
    Optional<ResultsView> own,
    Optional<ResultsView> invented,
    List<FigureView> opening,
    List<FigureView> returned,
    List<FigureView> project,
    ChartView chart,
    List<Row> rows,
    Optional<String> missing,
    String first,
    String last) {
  public ExchangesView {
    opening = List.copyOf(opening);
    returned = List.copyOf(returned);
    project = List.copyOf(project);
    rows = List.copyOf(rows);
  }

  /// One exchange, or one stage of it. What was not published is null.
  ///
  /// @param derived whether the number follows from totals and was not printed
  /// @param unconfirmed whether no source has been seen yet
  public record Row(
      String iso,
      String date,
      @Nullable String number,
      boolean derived,
      @Nullable String stage,
      @Nullable String returned,
      @Nullable String military,
      @Nullable String civilian,
      String source,
      boolean unconfirmed) {}
}
