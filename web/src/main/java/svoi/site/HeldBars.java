package svoi.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import svoi.exchange.Figures;
import svoi.exchange.Figures.Cell;
import svoi.web.Formats;
import svoi.web.Messages;

/// Draws how long people had been held who came home. Where a number is not told, words stand in
/// place of a bar.
final class HeldBars {
  private static final int LINE = 26;
  private static final int BAND = 70;
  private static final int START = 230;
  private static final int WIDTH = 740;
  private static final List<String> LOOKS = List.of("b1", "b2");

  private HeldBars() {}

  static Drawing of(Figures.Held held, ResultLinks links, Messages t) {
    int most =
        held.cells().subList(0, LOOKS.size()).stream()
            .flatMap(row -> row.subList(0, Figures.Held.BANDS.size()).stream())
            .mapToInt(Cell::value)
            .max()
            .orElse(0);
    List<Drawing.Shape> shapes = new ArrayList<>();
    for (int band = 0; band < Figures.Held.BANDS.size(); band++) {
      long y = 8L + (long) BAND * band;
      String name = t.get("site.results.held." + Figures.Held.BANDS.get(band));
      shapes.add(new Drawing.Words("", START - 12L, y + LINE + 4, "end", name));
      for (int row = 0; row < LOOKS.size(); row++) {
        bar(
            shapes,
            held.cells().get(row).get(band),
            LOOKS.get(row),
            y + (long) LINE * row,
            most,
            t);
      }
    }
    return new Drawing(
        links.id("held"),
        links.say("site.results.held.title", t),
        t.get(
            "site.results.held.note", "to", Formats.date(Formats.dayOf(held.upTo()), t.language())),
        t.get("site.results.held.description"),
        links.say("site.results.held.region", t),
        BAND * Figures.Held.BANDS.size() + 6,
        shapes,
        List.of(
            new Drawing.Key("b1", t.get("site.exchanges.military")),
            new Drawing.Key("b2", t.get("site.exchanges.civilian"))),
        table(held, t));
  }

  private static void bar(
      List<Drawing.Shape> shapes, Cell cell, String look, long y, int most, Messages t) {
    long width = most == 0 ? 0 : (long) WIDTH * cell.value() / most;
    if (width > 0) {
      shapes.add(new Drawing.Bar(look, START, y, width, LINE - 4L));
    }
    shapes.add(
        new Drawing.Words("v", START + width + 8, y + 16, "start", ResultTexts.cell(cell, t)));
  }

  private static Drawing.Table table(Figures.Held held, Messages t) {
    List<String> groups =
        List.of(
            t.get("site.exchanges.military"),
            t.get("site.exchanges.civilian"),
            t.get("site.results.held.all"));
    List<String> heads = new ArrayList<>(List.of(t.get("site.results.held.time")));
    heads.addAll(groups);
    List<String> bands = new ArrayList<>(Figures.Held.BANDS);
    bands.add("any");
    return new Drawing.Table(
        heads,
        IntStream.range(0, bands.size())
            .mapToObj(
                band ->
                    new Drawing.Line(
                        t.get("site.results.held." + bands.get(band)),
                        null,
                        held.cells().stream()
                            .map(row -> ResultTexts.cell(row.get(band), t))
                            .toList()))
            .toList());
  }
}
