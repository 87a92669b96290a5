package svoi.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import svoi.exchange.Figures;
import svoi.exchange.Release;
import svoi.platform.Language;
import svoi.web.Formats;
import svoi.web.Freshness;
import svoi.web.Messages;
import svoi.web.ReadyPages;
import svoi.web.Responses;
import svoi.web.SiteSettings;
import svoi.web.Templates;
import tools.jackson.databind.json.JsonMapper;

/// Released figures for programs and for pages of others: JSON, tables, a feed, a figure to embed.
/// No names; licence CC BY 4.0.
@Controller
final class OpenDataController {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv;charset=utf-8;header=present";

  private final Responses responses;
  private final ReadyPages ready;
  private final Templates templates;
  private final ResultPages results;
  private final StatisticsTables tables;
  private final Days days;
  private final SiteSettings site;

  OpenDataController(
      Responses responses,
      ReadyPages ready,
      Templates templates,
      ResultPages results,
      StatisticsTables tables,
      Days days,
      SiteSettings site) {
    this.responses = responses;
    this.ready = ready;
    this.templates = templates;
    this.results = results;
    this.tables = tables;
    this.days = days;
    this.site = site;
  }

  /// Both sets of figures.
  ///
  /// @param invented absent if there are no invented rounds
  record Both(
      StatisticsJson figures,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StatisticsJson invented) {}

  /// The figure that pages of others show.
  ///
  /// @param source page with method and addends
  record Embedded(
      long exchanges, long returned, String asOf, String method, String source, String licence) {}

  @GetMapping("/api/v1/statistics")
  ResponseEntity<byte[]> statistics(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
    long generation = ready.generation();
    Optional<LocalDate> day = results.day(asOf);
    StatisticsJson figures = StatisticsJson.of(real(day), site.publicUrl());
    StatisticsJson invented =
        results
            .release(day, true)
            .map(one -> StatisticsJson.of(one, site.publicUrl()))
            .orElse(null);
    return json(request, response, new Both(figures, invented), generation);
  }

  /// One addend of the totals.
  @GetMapping("/api/v1/statistics/rounds/{id}")
  ResponseEntity<byte[]> round(
      HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
    long generation = ready.generation();
    UUID round = ExchangesController.round(id);
    Figures.Round found =
        releases(Optional.empty()).stream()
            .flatMap(release -> release.figures().rounds().stream())
            .filter(one -> one.id().equals(round))
            .findFirst()
            .orElseThrow(OpenDataController::absent);
    return json(request, response, StatisticsJson.round(found, site.publicUrl()), generation);
  }

  /// The other addend.
  @GetMapping("/api/v1/statistics/opening-balance")
  ResponseEntity<byte[]> opening(HttpServletRequest request, HttpServletResponse response) {
    long generation = ready.generation();
    Figures.Opening opening = real(Optional.empty()).figures().opening();
    if (opening == null) {
      throw absent();
    }
    return json(request, response, opening, generation);
  }

  @GetMapping("/data/exchanges/{name}.csv")
  ResponseEntity<byte[]> table(
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String name,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
    if (!tables.has(name)) {
      throw absent();
    }
    long generation = ready.generation();
    String csv = tables.csv(name, releases(results.day(asOf)));
    return open(request, response, CSV, csv.getBytes(StandardCharsets.UTF_8), generation);
  }

  @GetMapping("/data/exchanges/datapackage.json")
  ResponseEntity<byte[]> descriptor(HttpServletRequest request, HttpServletResponse response) {
    return json(request, response, tables.descriptor(site.publicUrl()), ready.generation());
  }

  @GetMapping("/feeds/exchanges.{l:uk|ru|en}.atom")
  ResponseEntity<byte[]> feed(
      HttpServletRequest request, HttpServletResponse response, @PathVariable String l) {
    long generation = ready.generation();
    ResultsFeed feed = new ResultsFeed(site, Messages.in(Pages.language(l)));
    byte[] body = feed.of(releases(Optional.empty()));
    return open(request, response, "application/atom+xml;charset=utf-8", body, generation);
  }

  @GetMapping("/embed/exchanges.json")
  ResponseEntity<byte[]> embedded(HttpServletRequest request, HttpServletResponse response) {
    long generation = ready.generation();
    Release release = real(Optional.empty());
    Embedded figure =
        new Embedded(
            release.figures().totalExchanges(),
            release.figures().totalReturned(),
            release.asOf().toString(),
            release.method(),
            site.publicUrl() + "/exchanges",
            StatisticsJson.LICENCE);
    return json(request, response, figure, generation);
  }

  /// The same figure as a picture.
  @GetMapping("/embed/exchanges.{l:uk|ru|en}.svg")
  ResponseEntity<byte[]> picture(
      HttpServletRequest request, HttpServletResponse response, @PathVariable String l) {
    long generation = ready.generation();
    Language language = Pages.language(l);
    Release release = real(Optional.empty());
    Map<String, String> view =
        Map.of(
            "returned", Formats.number(release.figures().totalReturned()),
            "exchanges", Formats.number(release.figures().totalExchanges()),
            "day", Formats.date(Formats.dayOf(release.asOf()), language),
            "site", site.publicUrl().replaceFirst("^https?://", ""));
    byte[] body = templates.render("site/embed", view, Messages.in(language));
    return open(request, response, "image/svg+xml;charset=utf-8", body, generation);
  }

  private List<Release> releases(Optional<LocalDate> day) {
    return Stream.of(false, true).flatMap(one -> results.release(day, one).stream()).toList();
  }

  private Release real(Optional<LocalDate> day) {
    return results.release(day, false).orElseThrow(OpenDataController::absent);
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private ResponseEntity<byte[]> json(
      HttpServletRequest request, HttpServletResponse response, Object body, long generation) {
    return open(request, response, JSON, MAPPER.writeValueAsBytes(body), generation);
  }

  private ResponseEntity<byte[]> open(
      HttpServletRequest request,
      HttpServletResponse response,
      String type,
      byte[] body,
      long generation) {
    Freshness freshness = new Freshness.Listing(days.until());
    return responses.open(request, response, type, body, freshness, generation);
  }
}
