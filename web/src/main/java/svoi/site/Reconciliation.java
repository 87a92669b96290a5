package svoi.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import svoi.exchange.Figures;
import svoi.exchange.Release;
import svoi.reference.PublishedExchange;
import svoi.reference.PublishedFigure;
import svoi.reference.Reference;
import svoi.web.Formats;
import svoi.web.Messages;

/// Sets figures of officials side by side that differ, with the difference and its reason.
/// Nothing is averaged, and nothing is added to a figure of another definition.
final class Reconciliation {
  private static final String EXCHANGES = "exchanges";
  private static final String RETURNED = "returned";

  private final Reference reference;
  private final Optional<Release> own;

  Reconciliation(Reference reference, Optional<Release> own) {
    this.reference = reference;
    this.own = own;
  }

  /// @param exact whether a difference means anything: not of "more than", nor of another base
  private record Said(long value, boolean exact, ReconciliationView.Statement statement) {}

  List<ReconciliationView.Pair> pairs(Messages t) {
    List<ReconciliationView.Pair> pairs = new ArrayList<>();
    own.ifPresent(
        release -> pairs.add(pair("own", ours(release, t), said(RETURNED, day(2026, 3, 5), t), t)));
    pairs.add(pair("split-38", split(t), printed(38, t), t));
    pairs.add(pair("children", printed(48, t), children(t), t));
    pairs.add(pair("istanbul", afterThousand(t), said(RETURNED, day(2025, 9, 24), t), t));
    pairs.add(
        pair(
            "belarus",
            said(RETURNED, day(2025, 10, 21), t),
            said(RETURNED, day(2025, 11, 27), t),
            t));
    pairs.add(
        pair(
            "winter", said(RETURNED, day(2025, 11, 27), t), said(RETURNED, day(2026, 3, 5), t), t));
    pairs.add(
        pair(
            "wider-2025",
            said(RETURNED, day(2025, 10, 21), t),
            said("returned_all_tracks", day(2025, 10, 2), t),
            t));
    pairs.add(
        pair(
            "wider-2026",
            said(RETURNED, day(2026, 3, 5), t),
            said("returned_all_tracks", day(2026, 3, 11), t),
            t));
    return pairs;
  }

  private static ReconciliationView.Pair pair(String key, Said first, Said second, Messages t) {
    long difference = second.value() - first.value();
    String signed = difference > 0 ? "+" + Formats.number(difference) : Formats.number(difference);
    boolean exact = first.exact() && second.exact();
    return new ReconciliationView.Pair(
        key,
        t.get("site.reconcile." + key + ".title"),
        first.statement(),
        second.statement(),
        exact ? signed : null,
        t.get("site.reconcile." + key + ".reason"));
  }

  private static Said ours(Release release, Messages t) {
    Figures figures = release.figures();
    return said(
        figures.totalReturned(),
        t.get("site.reconcile.own.what"),
        Formats.dayOf(release.asOf()),
        t.get("site.reconcile.own.source"),
        t);
  }

  /// Both parts of the total printed with the 38th exchange.
  private Said split(Messages t) {
    return said(
        1_756 + 135,
        t.get("site.reconcile.split-38.what"),
        day(2023, 2, 16),
        exchange(38).source(),
        t);
  }

  private Said printed(int number, Messages t) {
    PublishedExchange exchange = exchange(number);
    return said(
        Objects.requireNonNull(exchange.cumulative()),
        t.get("site.reconcile.printed", "number", Integer.toString(number)),
        exchange.heldOn(),
        exchange.source(),
        t);
  }

  /// The last total before, and the thousand of the agreement.
  private Said afterThousand(Messages t) {
    PublishedExchange before = exchange(64);
    int thousand =
        reference.exchanges().stream()
            .filter(e -> Objects.equals(e.number(), 65))
            .mapToInt(e -> Objects.requireNonNull(e.returned()))
            .sum();
    return said(
        Objects.requireNonNull(before.cumulative()) + thousand,
        t.get("site.reconcile.istanbul.what"),
        day(2025, 5, 25),
        before.source() + "; " + exchange(65).source(),
        t);
  }

  private Said children(Messages t) {
    Said said = of(figure("bring-kids-back", RETURNED, day(2023, 10, 18)), t);
    return new Said(said.value(), false, said.statement());
  }

  private Said said(String metric, LocalDate on, Messages t) {
    return of(figure(EXCHANGES, metric, on), t);
  }

  private static Said of(PublishedFigure figure, Messages t) {
    FigureView view = FigureView.of(figure, t);
    return new Said(
        figure.value(),
        !figure.atLeast(),
        new ReconciliationView.Statement(
            view.value(), view.definition(), view.asOf(), view.source()));
  }

  private static Said said(long value, String what, LocalDate on, String source, Messages t) {
    String day = t.get("site.figure.as-of", "date", Formats.date(on, t.language()));
    return new Said(
        value, true, new ReconciliationView.Statement(Formats.number(value), what, day, source));
  }

  private PublishedFigure figure(String subject, String metric, LocalDate on) {
    return reference.figures().stream()
        .filter(f -> f.subject().equals(subject) && f.metric().equals(metric))
        .filter(f -> f.asOf().equals(on))
        .findFirst()
        .orElseThrow();
  }

  private PublishedExchange exchange(int number) {
    return reference.exchanges().stream()
        .filter(e -> Objects.equals(e.number(), number))
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
