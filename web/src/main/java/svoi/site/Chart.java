package svoi.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import svoi.reference.PublishedExchange;
import svoi.web.Formats;
import svoi.web.Messages;

/// Draws the running totals that were printed with exchanges, and nothing between them.
final class Chart {
  private static final double LEFT = 56;
  private static final double RIGHT = 1060;
  private static final double TOP = 24;
  private static final double BOTTOM = 290;
  private static final int STEP = 1_000;

  /// After this many days without a printed total the line is broken.
  private static final long GAP = 120;

  /// Values nearer than this would stand on each other.
  private static final double ROOM = 62;

  private record Total(LocalDate on, int value) {}

  private final List<Total> totals;
  private final LocalDate from;
  private final LocalDate to;
  private final int top;

  private Chart(List<Total> totals) {
    this.totals = totals;
    this.from = totals.getFirst().on().withDayOfYear(1);
    this.to = totals.getLast().on().plusYears(1).withDayOfYear(1);
    int largest = totals.stream().mapToInt(Total::value).max().orElse(STEP);
    this.top = (largest / STEP + 1) * STEP;
  }

  /// @param exchanges oldest first
  static ChartView of(List<PublishedExchange> exchanges, Messages t) {
    List<Total> totals = new ArrayList<>();
    for (PublishedExchange exchange : exchanges) {
      Integer value = exchange.cumulative();
      if (value != null) {
        totals.add(new Total(exchange.heldOn(), value));
      }
    }
    return totals.isEmpty()
        ? new ChartView(List.of(), List.of(), List.of(), List.of(), "", "0")
        : new Chart(totals).view(t);
  }

  private ChartView view(Messages t) {
    Total first = totals.getFirst();
    Total last = totals.getLast();
    String description =
        t.get(
            "site.exchanges.chart.description",
            "first",
            first.value(),
            "from",
            Formats.date(first.on(), t.language()),
            "last",
            last.value(),
            "to",
            Formats.date(last.on(), t.language()));
    return new ChartView(heights(), years(), lines(), points(t), description, coordinate(BOTTOM));
  }

  private List<ChartView.Tick> heights() {
    return IntStream.rangeClosed(0, top / STEP)
        .mapToObj(i -> new ChartView.Tick(coordinate(y(i * STEP)), Formats.number((long) i * STEP)))
        .toList();
  }

  private List<ChartView.Tick> years() {
    return IntStream.rangeClosed(from.getYear(), to.getYear())
        .mapToObj(
            year ->
                new ChartView.Tick(coordinate(x(LocalDate.of(year, 1, 1))), Integer.toString(year)))
        .toList();
  }

  private List<ChartView.Line> lines() {
    List<ChartView.Line> lines = new ArrayList<>();
    for (int i = 1; i < totals.size(); i++) {
      Total a = totals.get(i - 1);
      Total b = totals.get(i);
      String path =
          "M"
              + coordinate(x(a.on()))
              + " "
              + coordinate(y(a.value()))
              + "L"
              + coordinate(x(b.on()))
              + " "
              + coordinate(y(b.value()));
      lines.add(new ChartView.Line(path, ChronoUnit.DAYS.between(a.on(), b.on()) > GAP));
    }
    return lines;
  }

  /// From the newest on, so that the last value always stands there.
  private List<ChartView.Point> points(Messages t) {
    List<ChartView.Point> points = new ArrayList<>();
    double taken = Double.MAX_VALUE;
    for (Total total : totals.reversed()) {
      double x = x(total.on());
      boolean shown = taken - x >= ROOM;
      taken = shown ? x : taken;
      points.addFirst(
          new ChartView.Point(
              coordinate(x),
              coordinate(y(total.value())),
              coordinate(y(total.value()) - 12),
              Formats.number(total.value()),
              Formats.day(total.on(), t.language()),
              shown));
    }
    return points;
  }

  private double x(LocalDate date) {
    double share = (double) ChronoUnit.DAYS.between(from, date) / ChronoUnit.DAYS.between(from, to);
    return LEFT + share * (RIGHT - LEFT);
  }

  private double y(int value) {
    return BOTTOM - (double) value / top * (BOTTOM - TOP);
  }

  private static String coordinate(double value) {
    return Long.toString(Math.round(value));
  }
}
