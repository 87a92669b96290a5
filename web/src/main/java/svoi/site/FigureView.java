package svoi.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import svoi.reference.PublishedFigure;
import svoi.web.Formats;
import svoi.web.Messages;

/// A published figure with its definition, date and source, never without them (R44).
public record FigureView(String value, String definition, String asOf, String source) {
  static FigureView of(PublishedFigure figure, Messages t) {
    return new FigureView(
        t.get("site.figure.value", "more", figure.atLeast(), "n", figure.value()),
        figure.definition(t.language()),
        asOf(figure, t),
        Sources.shown(figure.source(), t));
  }

  private static String asOf(PublishedFigure figure, Messages t) {
    String date =
        figure.asOfPrecision().equals("month")
            ? Formats.month(figure.asOf(), t.language())
            : Formats.date(figure.asOf(), t.language());
    return t.get("site.figure.as-of", "date", date);
  }

  /// The newest figure of a series that began after the opening balance.
  static Optional<PublishedFigure> newest(
      List<PublishedFigure> figures, String subject, String metric) {
    return figures.stream()
        .filter(figure -> figure.subject().equals(subject) && figure.metric().equals(metric))
        .max(Comparator.comparing(PublishedFigure::asOf));
  }
}
