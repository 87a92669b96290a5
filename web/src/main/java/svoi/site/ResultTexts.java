package svoi.site;

import org.jspecify.annotations.Nullable;
import svoi.exchange.Figures;
import svoi.web.Formats;
import svoi.web.Messages;

/// Says numbers that may be shown, and why another is not.
final class ResultTexts {
  private ResultTexts() {}

  static String cell(Figures.Cell cell, Messages t) {
    return switch (cell.sight()) {
      case SHOWN -> Formats.number(cell.value());
      case FEW -> t.get("site.results.few");
      case WITHHELD -> t.get("site.results.withheld");
    };
  }

  /// Military or civilian of a round.
  static String part(@Nullable Integer count, Figures.Round round, Messages t) {
    if (count != null) {
      return Formats.number(count);
    }
    return round.split() == Figures.Split.LATER
        ? t.get("site.results.later")
        : t.get("site.results.withheld");
  }

  /// What the round is called: its exchange, its agreement and stage, or its day alone.
  static String name(Figures.Round round, Messages t) {
    String day = Formats.date(round.from(), t.language());
    Integer number = round.number();
    return number == null
        ? t.get("site.results.round.day", "day", day)
        : t.get("site.results.round.number", "number", Integer.toString(number), "day", day);
  }
}
