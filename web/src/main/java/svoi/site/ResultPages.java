package svoi.site;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import svoi.exchange.Figures;
import svoi.exchange.Release;
import svoi.exchange.Statistics;
import svoi.reference.Reference;
import svoi.web.Formats;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Messages;
import svoi.web.Place;

/// Makes the pages that stand behind a figure: one round, the corrections, the reconciliation.
final class ResultPages {
  private final Layouts layouts;
  private final Reference reference;
  private final Statistics statistics;
  private final Days days;

  ResultPages(Layouts layouts, Reference reference, Statistics statistics, Days days) {
    this.layouts = layouts;
    this.reference = reference;
    this.statistics = statistics;
    this.days = days;
  }

  /// A day of an address; empty if there is none.
  ///
  /// @throws ResponseStatusException 400 if it is no day, or one that has not come
  Optional<LocalDate> day(@Nullable String asOf) {
    if (asOf == null || asOf.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(asOf);
      if (day.isAfter(days.today())) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
      }
      return Optional.of(day);
    } catch (DateTimeParseException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
    }
  }

  LocalDate today() {
    return days.today();
  }

  /// The figures of a day, or the newest.
  Optional<Release> release(Optional<LocalDate> day, boolean invented) {
    return day.isPresent()
        ? statistics.asOf(day.get(), invented)
        : invented ? statistics.invented() : statistics.latest();
  }

  /// @throws ResponseStatusException 404 if no announced round has this id
  RoundView round(UUID id, Optional<LocalDate> day, Messages t) {
    Release release =
        Stream.of(false, true)
            .flatMap(invented -> release(day, invented).stream())
            .filter(one -> one.figures().rounds().stream().anyMatch(r -> r.id().equals(id)))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Figures.Round round =
        release.figures().rounds().stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow();
    ResultLinks links = new ResultLinks(t.language(), day, "");
    String name = ResultTexts.name(round, t);
    String href = links.round(round);
    return new RoundView(
        layout("/exchanges/rounds/" + id, name, t.get("site.results.round.description"), day, t),
        trail(links, t),
        name,
        Results.round(round, links, t),
        round.to().equals(round.from()) ? "" : Formats.day(round.to(), t.language()),
        Formats.moment(round.announcedAt(), t.language()),
        release.demo(),
        Results.changes(release, day, t).stream().filter(c -> c.href().equals(href)).toList(),
        Formats.moment(release.asOf(), t.language()),
        release.root());
  }

  ChangesView changes(Messages t) {
    Optional<LocalDate> now = Optional.empty();
    return new ChangesView(
        layout(
            "/exchanges/changes",
            t.get("site.results.changes.title"),
            t.get("site.results.changes.description"),
            now,
            t),
        trail(new ResultLinks(t.language(), now, ""), t),
        release(now, false).map(one -> Results.changes(one, now, t)).orElse(List.of()),
        release(now, true).map(one -> Results.changes(one, now, t)).orElse(List.of()));
  }

  ReconciliationView reconciliation(Messages t) {
    Optional<LocalDate> now = Optional.empty();
    return new ReconciliationView(
        layout(
            "/exchanges/reconciliation",
            t.get("site.reconcile.title"),
            t.get("site.reconcile.description"),
            now,
            t),
        trail(new ResultLinks(t.language(), now, ""), t),
        new Reconciliation(reference, release(now, false)).pairs(t));
  }

  private static List<RegisterView.Step> trail(ResultLinks links, Messages t) {
    return List.of(new RegisterView.Step(links.page("/exchanges"), t.get("site.exchanges.title")));
  }

  private Layout layout(
      String path, String title, String description, Optional<LocalDate> day, Messages t) {
    Layout layout = layouts.page(t.language(), path, title, description).at(Place.EXCHANGES);
    return day.isPresent() ? layout.asking("?as_of=" + day.get()) : layout.indexed(true);
  }
}
