package svoi.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import svoi.exchange.Release;
import svoi.reference.PublishedExchange;
import svoi.reference.Reference;
import svoi.web.Formats;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Messages;
import svoi.web.Place;

/// Makes what was published about exchanges into a page, with what is missing said beside it.
final class Exchanges {
  private final Layouts layouts;
  private final Reference reference;
  private final Figures figures;
  private final ResultPages results;

  Exchanges(Layouts layouts, Reference reference, Figures figures, ResultPages results) {
    this.layouts = layouts;
    this.reference = reference;
    this.figures = figures;
    this.results = results;
  }

  /// @param asOf day on which the own figures are read; empty: now
  /// @throws ResponseStatusException 404 if nothing had been released on that day
  ExchangesView view(Optional<LocalDate> asOf, Messages t) {
    Optional<Release> own = results.release(asOf, false);
    if (asOf.isPresent() && own.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    List<PublishedExchange> all = reference.exchanges();
    Layout layout =
        layouts
            .page(
                t.language(),
                "/exchanges",
                t.get("site.exchanges.title"),
                t.get("site.exchanges.description"))
            .at(Place.EXCHANGES);
    return new ExchangesView(
        asOf.map(day -> layout.asking("?as_of=" + day)).orElseGet(() -> layout.indexed(true)),
        asOf.map(day -> Formats.date(day, t.language())),
        results.today().toString(),
        own.map(release -> Results.of(release, asOf, t)),
        results.release(asOf, true).map(release -> Results.of(release, asOf, t)),
        figures.opening(t),
        figures.returned(t),
        figures.project(t),
        Chart.of(all, t),
        all.reversed().stream().map(exchange -> row(exchange, t)).toList(),
        missing(all),
        day(all.isEmpty() ? null : all.getFirst().heldOn(), t),
        day(all.isEmpty() ? null : all.getLast().heldOn(), t));
  }

  private static ExchangesView.Row row(PublishedExchange exchange, Messages t) {
    boolean unconfirmed = exchange.evidence().equals("R");
    return new ExchangesView.Row(
        exchange.heldOn().toString(),
        Formats.day(exchange.heldOn(), t.language()),
        number(exchange.number()),
        exchange.numberEvidence().equals("derived"),
        stage(exchange.stage(), t),
        number(exchange.returned()),
        number(exchange.military()),
        number(exchange.civilian()),
        unconfirmed ? t.get("site.exchanges.unconfirmed") : exchange.source(),
        unconfirmed);
  }

  private static @Nullable String number(@Nullable Integer value) {
    return value == null ? null : Formats.number(value);
  }

  /// The data say `1 of 3` or `several`.
  private static @Nullable String stage(@Nullable String stage, Messages t) {
    if (stage == null) {
      return null;
    }
    String[] parts = stage.split(" of ", 2);
    return parts.length == 2
        ? t.get("site.exchanges.stage", "number", parts[0], "count", parts[1])
        : t.get("site.exchanges.stages");
  }

  private static String day(@Nullable LocalDate date, Messages t) {
    return date == null ? "" : Formats.date(date, t.language());
  }

  /// Numbers that no row has, up to the largest: "7–37, 39–47, 70".
  private static Optional<String> missing(List<PublishedExchange> all) {
    TreeSet<Integer> known =
        all.stream()
            .map(PublishedExchange::number)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> ranges = new ArrayList<>();
    int next = 1;
    for (int number : known) {
      if (number > next) {
        ranges.add(number - 1 == next ? "" + next : next + "–" + (number - 1));
      }
      next = number + 1;
    }
    return ranges.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ranges));
  }
}
