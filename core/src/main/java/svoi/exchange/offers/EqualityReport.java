package svoi.exchange.offers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Three tables of those who consent to exchange, by whether they agreed to publication: all, by
/// sex, by region.
///
/// No number speaks of fewer than five persons: groups in which either track has fewer are put
/// together, and a table that would still have such a row is empty. Times are medians in whole
/// weeks, shares are in tens of per cent and only of twenty persons or more, so nobody's own time
/// and no single listing can be worked out from what is shown.
public record EqualityReport(Table all, Table bySex, Table byRegion) {
  static final int LEAST = 5;
  static final int LEAST_FOR_SHARE = 20;

  /// Half a year of difference in the middle, or thirty per cent, is no chance any more.
  private static final int WEEKS_APART = 26;

  private static final int PERCENT_APART = 30;

  /// Rows of one division.
  ///
  /// @param together codes of groups that the last row joins
  public record Table(List<Row> rows, List<String> together) {
    public Table {
      rows = List.copyOf(rows);
      together = List.copyOf(together);
    }

    static Table of(List<Equality.Line> lines, Function<Equality.Line, String> group) {
      Map<String, List<Equality.Line>> groups =
          lines.stream()
              .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
      List<Map.Entry<String, List<Equality.Line>>> large = new ArrayList<>(groups.entrySet());
      large.sort(Comparator.comparingInt(entry -> -smaller(entry.getValue())));
      List<String> together = new ArrayList<>();
      List<Equality.Line> rest = new ArrayList<>();
      while (!large.isEmpty()
          && (smaller(large.getLast().getValue()) < LEAST
              || (!rest.isEmpty() && smaller(rest) < LEAST))) {
        Map.Entry<String, List<Equality.Line>> last = large.removeLast();
        together.add(last.getKey());
        rest.addAll(last.getValue());
      }
      List<Row> rows = new ArrayList<>();
      large.stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
      if (!rest.isEmpty() && smaller(rest) >= LEAST) {
        rows.add(row(TOGETHER, rest));
      } else if (!rest.isEmpty()) {
        rows.clear();
      }
      return new Table(rows, rows.isEmpty() ? List.of() : together);
    }

    private static int smaller(List<Equality.Line> lines) {
      int published = (int) lines.stream().filter(Equality.Line::published).count();
      return Math.min(published, lines.size() - published);
    }

    private static Row row(String group, List<Equality.Line> lines) {
      return new Row(
          group,
          cell(lines.stream().filter(Equality.Line::published).toList()),
          cell(lines.stream().filter(line -> !line.published()).toList()));
    }

    private static Cell cell(List<Equality.Line> lines) {
      int[] days = lines.stream().mapToInt(Equality.Line::days).sorted().toArray();
      int middle = days[(days.length - 1) / 2] + days[days.length / 2];
      return new Cell(
          lines.size(),
          Math.round(middle / 14f),
          share(lines, Equality.Line::listed),
          share(lines, Equality.Line::crossed));
    }

    private static Optional<Integer> share(
        List<Equality.Line> lines, Function<Equality.Line, Boolean> holds) {
      if (lines.size() < LEAST_FOR_SHARE) {
        return Optional.empty();
      }
      long count = lines.stream().filter(holds::apply).count();
      return Optional.of((int) Math.round(count * 10.0 / lines.size()) * 10);
    }
  }

  /// Stands for the groups that are put together.
  public static final String TOGETHER = "together";

  /// One group, by track.
  ///
  /// @param group code of a sex or a region; empty for all; [#TOGETHER]
  public record Row(String group, Cell published, Cell unpublished) {
    /// Twenty persons or more on both tracks, and a difference that asks for a reason.
    public boolean isApart() {
      return published.listed().isPresent()
          && unpublished.listed().isPresent()
          && (Math.abs(published.weeks() - unpublished.weeks()) >= WEEKS_APART
              || Math.abs(published.listed().get() - unpublished.listed().get()) >= PERCENT_APART);
    }
  }

  /// @param persons at least five
  /// @param weeks median of the time waited
  /// @param listed per cent who stood on a list of a round, in tens; empty for fewer than twenty
  /// @param crossed per cent who left, in tens; empty for fewer than twenty
  public record Cell(int persons, int weeks, Optional<Integer> listed, Optional<Integer> crossed) {}
}
