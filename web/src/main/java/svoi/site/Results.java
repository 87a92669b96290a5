package svoi.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.exchange.Figures;
import svoi.exchange.Release;
import svoi.web.Formats;
import svoi.web.Messages;

/// Makes released figures into what a page shows: totals with their addends, charts, rounds.
final class Results {
  private final Release release;
  private final Figures figures;
  private final ResultLinks links;
  private final Messages t;

  private Results(Release release, Optional<LocalDate> day, Messages t) {
    this.release = release;
    this.figures = release.figures();
    this.links = new ResultLinks(t.language(), day, release.demo() ? "i-" : "");
    this.t = t;
  }

  /// @param day as of which the page is read; empty: now
  static ResultsView of(Release release, Optional<LocalDate> day, Messages t) {
    return new Results(release, day, t).view();
  }

  /// Lines of corrections, newest first.
  static List<ResultsView.Change> changes(Release release, Optional<LocalDate> day, Messages t) {
    return new Results(release, day, t).changes();
  }

  private ResultsView view() {
    Figures.Opening opening = figures.opening();
    return new ResultsView(
        links.prefix(),
        release.demo(),
        Formats.moment(release.asOf(), t.language()),
        opening == null ? null : Sources.shown(opening.source(), t),
        opening == null ? "" : Formats.date(opening.asOf(), t.language()).replace('\u00a0', ' '),
        sums(),
        beside(),
        drawings(),
        figures.rounds().reversed().stream().map(round -> round(round, links, t)).toList(),
        Formats.number(figures.returned()),
        Formats.number(figures.departed()),
        release.method(),
        release.root());
  }

  private List<ResultsView.Sum> sums() {
    Figures.Opening opening = figures.opening();
    return List.of(
        new ResultsView.Sum(
            t.get("site.results.sum.exchanges"),
            opening == null ? null : Formats.number(opening.exchanges()),
            Formats.number(figures.exchanges()),
            Formats.number(figures.totalExchanges())),
        new ResultsView.Sum(
            t.get("site.results.sum.returned"),
            opening == null ? null : Formats.number(opening.returned()),
            Formats.number(figures.returned()),
            Formats.number(figures.totalReturned())));
  }

  /// What stands beside the sums. As long as no round was announced, only who returned otherwise is
  /// told: parts of nothing say nothing.
  private List<ResultsView.Fact> beside() {
    List<ResultsView.Fact> facts = new ArrayList<>();
    if (figures.rounds().isEmpty()) {
      facts.add(fact("outside", ResultTexts.cell(figures.outside(), t)));
      return facts;
    }
    facts.add(fact("agreements", Formats.number(figures.agreements())));
    facts.add(fact("military", Formats.number(told(true))));
    facts.add(fact("civilian", Formats.number(told(false))));
    facts.add(fact("undivided", Formats.number(figures.returned() - told(true) - told(false))));
    facts.add(fact("outside", ResultTexts.cell(figures.outside(), t)));
    facts.add(fact("departed", Formats.number(figures.departed())));
    return facts;
  }

  private long told(boolean military) {
    return figures.rounds().stream()
        .map(round -> military ? round.military() : round.civilian())
        .filter(Objects::nonNull)
        .mapToLong(Integer::longValue)
        .sum();
  }

  private ResultsView.Fact fact(String key, String value) {
    return new ResultsView.Fact(t.get("site.results.beside." + key), value);
  }

  private List<Drawing> drawings() {
    List<Drawing> drawings = new ArrayList<>();
    if (!figures.rounds().isEmpty()) {
      drawings.add(TotalLine.of(figures, Formats.dayOf(release.asOf()), links, t));
      drawings.add(RoundBars.of(figures.rounds(), links, t));
    }
    Figures.Answers answers = figures.answers();
    if (answers != null && answers.asked() > 0) {
      drawings.add(AnswerBar.of(answers, links, t));
    }
    Figures.Held held = figures.held();
    if (held != null) {
      drawings.add(HeldBars.of(held, links, t));
    }
    return drawings;
  }

  static ResultsView.Round round(Figures.Round round, ResultLinks links, Messages t) {
    Integer number = round.number();
    return new ResultsView.Round(
        links.round(round),
        round.from().toString(),
        Formats.day(round.from(), t.language()),
        number == null ? null : Integer.toString(number),
        stage(round, t),
        round.mediator(),
        round.returned(),
        Formats.number(round.returned()),
        ResultTexts.part(round.military(), round, t),
        ResultTexts.part(round.civilian(), round, t),
        Formats.number(round.departed()));
  }

  static @Nullable String stage(Figures.Round round, Messages t) {
    String agreement = round.agreement();
    Integer stage = round.stage();
    return agreement == null || stage == null
        ? null
        : t.get("site.results.stage", "agreement", agreement, "stage", stage);
  }

  private List<ResultsView.Change> changes() {
    return figures.corrections().reversed().stream().map(this::change).toList();
  }

  private ResultsView.Change change(Figures.Correction correction) {
    Figures.Round round =
        figures.rounds().stream()
            .filter(one -> one.id().equals(correction.roundId()))
            .findFirst()
            .orElseThrow();
    LocalDate day = Formats.dayOf(correction.at());
    return new ResultsView.Change(
        day.toString(),
        Formats.day(day, t.language()),
        links.round(round),
        ResultTexts.name(round, t),
        correction.change() > 0
            ? "+" + Formats.number(correction.change())
            : Formats.number(correction.change()),
        text(correction, t));
  }

  static String text(Figures.Correction correction, Messages t) {
    return switch (t.language()) {
      case UK -> correction.uk();
      case RU -> correction.ru();
      case EN -> correction.en();
    };
  }
}
