package svoi.site;

import java.util.ArrayList;
import java.util.List;
import svoi.exchange.Figures;
import svoi.web.Formats;
import svoi.web.Messages;

/// Draws the last answer to everything that was asked as one stacked bar.
final class AnswerBar {
  private static final int TOP = 34;
  private static final int HEIGHT = 56;

  /// A narrower piece has no room for its number.
  private static final long ROOM = 46;

  private record Piece(String look, String key, int count) {}

  private AnswerBar() {}

  /// @param answers with one asking at least
  static Drawing of(Figures.Answers answers, ResultLinks links, Messages t) {
    List<Piece> pieces =
        List.of(
            new Piece("b1", "accepted", answers.accepted()),
            new Piece("b4", "countered", answers.countered()),
            new Piece("b2", "refused", answers.refused()),
            new Piece("b3", "ignored", answers.ignored()),
            new Piece("b5", "open", answers.open()));
    List<Drawing.Shape> shapes = new ArrayList<>();
    double x = 0;
    for (Piece piece : pieces) {
      double width = 1_100.0 * piece.count() / answers.asked();
      long left = Math.round(x);
      long right = Math.round(x + width);
      shapes.add(new Drawing.Bar(piece.look(), left, TOP, right - left, HEIGHT));
      if (right - left >= ROOM) {
        String number = Formats.number(piece.count());
        shapes.add(new Drawing.Words("v", (left + right) / 2, TOP - 10L, "middle", number));
      }
      x += width;
    }
    return new Drawing(
        links.id("answers"),
        links.say("site.results.answers.title", t),
        t.get("site.results.answers.note"),
        t.get("site.results.answers.description", "asked", answers.asked()),
        links.say("site.results.answers.region", t),
        TOP + HEIGHT + 6,
        shapes,
        pieces.stream().map(piece -> new Drawing.Key(piece.look(), name(piece.key(), t))).toList(),
        table(answers, pieces, t));
  }

  private static Drawing.Table table(Figures.Answers answers, List<Piece> pieces, Messages t) {
    List<Drawing.Line> lines = new ArrayList<>();
    lines.add(line(t.get("site.results.answers.asked"), answers.asked()));
    pieces.forEach(piece -> lines.add(line(name(piece.key(), t), piece.count())));
    lines.add(line(t.get("site.results.answers.delivered"), answers.delivered()));
    lines.add(line(t.get("site.results.answers.broken"), answers.broken()));
    lines.add(line(t.get("site.results.answers.substituted"), answers.substituted()));
    return new Drawing.Table(
        List.of(t.get("site.results.answers.what"), t.get("site.results.answers.entries")), lines);
  }

  private static Drawing.Line line(String head, int count) {
    return new Drawing.Line(head, null, List.of(Formats.number(count)));
  }

  private static String name(String key, Messages t) {
    return t.get("site.results.answers." + key);
  }
}
