package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;
import svoi.register.ProfileId;
import svoi.web.Freshness;
import svoi.web.Messages;

/// The page of exchange results, and what stands behind its figures. With `as_of` a page shows the
/// figures as they stood at the end of that day.
@Controller
final class ExchangesController {
  private final Pages pages;
  private final Exchanges exchanges;
  private final ResultPages results;
  private final Days days;

  ExchangesController(Pages pages, Exchanges exchanges, ResultPages results, Days days) {
    this.pages = pages;
    this.exchanges = exchanges;
    this.results = results;
    this.days = days;
  }

  @GetMapping("/{l:uk|ru|en}/exchanges")
  ResponseEntity<byte[]> exchanges(
      HttpServletRequest request,
      @PathVariable String l,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    Optional<LocalDate> day = results.day(asOf);
    ExchangesView view = exchanges.view(day, Messages.in(language));
    return show(request, "site/exchanges", view, language, day, generation);
  }

  @GetMapping("/{l:uk|ru|en}/exchanges/rounds/{id}")
  ResponseEntity<byte[]> round(
      HttpServletRequest request,
      @PathVariable String l,
      @PathVariable String id,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    Optional<LocalDate> day = results.day(asOf);
    RoundView view = results.round(round(id), day, Messages.in(language));
    return show(request, "site/round", view, language, day, generation);
  }

  @GetMapping("/{l:uk|ru|en}/exchanges/changes")
  ResponseEntity<byte[]> changes(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    ChangesView view = results.changes(Messages.in(language));
    return show(request, "site/changes", view, language, Optional.empty(), generation);
  }

  @GetMapping("/{l:uk|ru|en}/exchanges/reconciliation")
  ResponseEntity<byte[]> reconciliation(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    ReconciliationView view = results.reconciliation(Messages.in(language));
    return show(request, "site/reconciliation", view, language, Optional.empty(), generation);
  }

  /// The one canonical form of an id in addresses.
  ///
  /// @throws ResponseStatusException 404 if it is none
  static UUID round(String id) {
    return ProfileId.parse(id)
        .map(ProfileId::value)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// Any publication change ends the page, so a release is seen at once.
  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      String template,
      Object view,
      Language language,
      Optional<LocalDate> day,
      long generation) {
    Freshness freshness = new Freshness.Listing(days.until());
    Page page = new Page(template, view, language, freshness, day.isEmpty());
    return pages.show(request, page, generation);
  }
}
