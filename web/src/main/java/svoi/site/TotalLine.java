package svoi.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import svoi.exchange.Figures;
import svoi.web.Formats;
import svoi.web.Messages;

/// Draws how the installation's own total grew: a step and a mark for each round, level between.
final class TotalLine {
  private static final int TOP = 24;
  private static final int BOTTOM = 290;

  /// Numbers nearer than this would stand on each other.
  private static final long ROOM = 64;

  /// Quarters are named as long as there are at most this many days of them.
  private static final long DAYS_OF_QUARTERS = 800;

  private record Step(Figures.Round round, long total) {}

  private final Figures figures;
  private final List<Step> steps = new ArrayList<>();
  private final long before;
  private final LocalDate from;
  private final LocalDate to;
  private final Ticks ticks;

  private TotalLine(Figures figures, LocalDate until) {
    this.figures = figures;
    Figures.Opening opening = figures.opening();
    this.before = opening == null ? 0 : opening.returned();
    long total = before;
    for (Figures.Round round : figures.rounds()) {
      total += round.returned();
      steps.add(new Step(round, total));
    }
    this.from = opening == null ? steps.getFirst().round().from().minusDays(30) : opening.asOf();
    this.to = until.isAfter(from.plusDays(90)) ? until : from.plusDays(90);
    this.ticks = Ticks.of(before, total, TOP, BOTTOM);
  }

  /// @param figures with one round at least
  /// @param until last day of the picture
  static Drawing of(Figures figures, LocalDate until, ResultLinks links, Messages t) {
    return new TotalLine(figures, until).draw(links, t);
  }

  private Drawing draw(ResultLinks links, Messages t) {
    List<Drawing.Shape> shapes = new ArrayList<>(ticks.shapes());
    days(shapes, t);
    gap(shapes);
    shapes.add(new Drawing.Path("ln", path()));
    marks(shapes);
    Step last = steps.getLast();
    String description =
        t.get(
            "site.results.line.description",
            "first",
            before,
            "from",
            Formats.date(from, t.language()),
            "last",
            last.total(),
            "to",
            Formats.date(last.round().to(), t.language()));
    return new Drawing(
        links.id("line"),
        links.say("site.results.line.title", t),
        t.get("site.results.line.note", "opening", figures.opening() != null),
        description,
        links.say("site.results.line.region", t),
        320,
        shapes,
        List.of(),
        table(links, t));
  }

  private void days(List<Drawing.Shape> shapes, Messages t) {
    boolean quarters = ChronoUnit.DAYS.between(from, to) <= DAYS_OF_QUARTERS;
    LocalDate day = from.withDayOfYear(1);
    while (!day.isAfter(to)) {
      if (!day.isBefore(from)) {
        shapes.add(new Drawing.Path("ax", "M%d %dv7".formatted(x(day), BOTTOM)));
        String name =
            quarters
                ? Formats.month(day, t.language())
                    .replace("\u00a0року", "")
                    .replace("\u00a0года", "")
                : Integer.toString(day.getYear());
        shapes.add(new Drawing.Words("", x(day), BOTTOM + 25, "middle", name));
      }
      day = quarters ? day.plusMonths(3) : day.plusYears(1);
    }
  }

  /// Between the opening balance and the first round the line only joins: what happened there was
  /// not entered.
  private void gap(List<Drawing.Shape> shapes) {
    if (figures.opening() != null) {
      long first = x(steps.getFirst().round().to());
      shapes.add(
          new Drawing.Path("ln gap", "M%d %dH%d".formatted(x(from), ticks.y(before), first)));
    }
  }

  private String path() {
    LocalDate begin = figures.opening() == null ? from : steps.getFirst().round().to();
    StringBuilder d = new StringBuilder("M%d %d".formatted(x(begin), ticks.y(before)));
    for (Step step : steps) {
      d.append("H%dV%d".formatted(x(step.round().to()), ticks.y(step.total())));
    }
    return d.append("H%d".formatted(x(to))).toString();
  }

  /// From the newest on, so that the last total always stands there.
  private void marks(List<Drawing.Shape> shapes) {
    long taken = Long.MAX_VALUE;
    for (Step step : steps.reversed()) {
      long x = x(step.round().to());
      long y = ticks.y(step.total());
      shapes.add(new Drawing.Dot(x, y));
      if (taken - x >= ROOM) {
        shapes.add(new Drawing.Words("v", x, y - 12, "middle", Formats.number(step.total())));
        taken = x;
      }
    }
  }

  private Drawing.Table table(ResultLinks links, Messages t) {
    List<Drawing.Line> lines =
        steps.stream()
            .map(
                step ->
                    new Drawing.Line(
                        Formats.day(step.round().to(), t.language()),
                        links.round(step.round()),
                        List.of(
                            "+" + Formats.number(step.round().returned()),
                            Formats.number(step.total()))))
            .toList();
    return new Drawing.Table(
        List.of(
            t.get("site.exchanges.date"),
            t.get("site.exchanges.people"),
            t.get("site.exchanges.total")),
        lines);
  }

  private long x(LocalDate day) {
    double share = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
    return Math.round(Drawing.LEFT + share * (Drawing.RIGHT - Drawing.LEFT));
  }
}
