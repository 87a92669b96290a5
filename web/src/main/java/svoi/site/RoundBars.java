package svoi.site;

import java.util.ArrayList;
import java.util.List;
import svoi.exchange.Figures;
import svoi.web.Formats;
import svoi.web.Messages;

/// Draws who came home by round: military and civilian where they are told apart, else as one.
final class RoundBars {
  /// More bars would leave no room for their days.
  static final int LAST = 24;

  private static final int TOP = 24;
  private static final int BOTTOM = 290;
  private static final int WIDEST = 56;

  /// A day of eight characters takes this much.
  private static final long ROOM = 70;

  private RoundBars() {}

  static Drawing of(List<Figures.Round> all, ResultLinks links, Messages t) {
    List<Figures.Round> rounds = all.subList(Math.max(0, all.size() - LAST), all.size());
    long most = rounds.stream().mapToLong(Figures.Round::returned).max().orElse(1);
    Ticks ticks = Ticks.of(0, most, TOP, BOTTOM);
    List<Drawing.Shape> shapes = new ArrayList<>(ticks.shapes());
    long place = (long) (Drawing.RIGHT - Drawing.LEFT) / rounds.size();
    long taken = -ROOM;
    for (int i = 0; i < rounds.size(); i++) {
      long middle = Drawing.LEFT + place * i + place / 2;
      boolean named = middle - taken >= ROOM;
      taken = named ? middle : taken;
      bar(shapes, rounds.get(i), middle, Math.min(WIDEST, place * 2 / 3), ticks, named);
    }
    return new Drawing(
        links.id("bars"),
        links.say("site.results.bars.title", t),
        t.get("site.results.bars.note", "shown", rounds.size(), "all", all.size()),
        t.get("site.results.bars.description", "n", rounds.size(), "most", most),
        links.say("site.results.bars.region", t),
        320,
        shapes,
        keys(t),
        table(rounds, links, t));
  }

  private static void bar(
      List<Drawing.Shape> shapes,
      Figures.Round round,
      long middle,
      long width,
      Ticks ticks,
      boolean named) {
    long x = middle - width / 2;
    long top = ticks.y(round.returned());
    Integer military = round.military();
    if (military == null) {
      shapes.add(new Drawing.Bar("b3", x, top, width, BOTTOM - top));
    } else {
      long edge = ticks.y(military);
      shapes.add(new Drawing.Bar("b1", x, edge, width, BOTTOM - edge));
      shapes.add(new Drawing.Bar("b2", x, top, width, edge - top));
    }
    shapes.add(new Drawing.Words("v", middle, top - 7, "middle", Formats.number(round.returned())));
    if (named) {
      String day =
          "%02d.%02d.%02d"
              .formatted(
                  round.from().getDayOfMonth(),
                  round.from().getMonthValue(),
                  round.from().getYear() % 100);
      shapes.add(new Drawing.Words("", middle, BOTTOM + 22, "middle", day));
    }
  }

  private static List<Drawing.Key> keys(Messages t) {
    return List.of(
        new Drawing.Key("b1", t.get("site.exchanges.military")),
        new Drawing.Key("b2", t.get("site.exchanges.civilian")),
        new Drawing.Key("b3", t.get("site.results.undivided")));
  }

  private static Drawing.Table table(List<Figures.Round> rounds, ResultLinks links, Messages t) {
    return new Drawing.Table(
        List.of(
            t.get("site.exchanges.date"),
            t.get("site.exchanges.military"),
            t.get("site.exchanges.civilian"),
            t.get("site.exchanges.people")),
        rounds.stream()
            .map(
                round ->
                    new Drawing.Line(
                        Formats.day(round.from(), t.language()),
                        links.round(round),
                        List.of(
                            ResultTexts.part(round.military(), round, t),
                            ResultTexts.part(round.civilian(), round, t),
                            Formats.number(round.returned()))))
            .toList());
  }
}
