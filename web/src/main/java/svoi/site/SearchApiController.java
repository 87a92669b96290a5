package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;
import svoi.search.Filter;
import svoi.search.Found;
import svoi.search.NameSearch;
import svoi.web.Freshness;
import svoi.web.Limits;
import svoi.web.Responses;
import tools.jackson.databind.json.JsonMapper;

/// Search by name for programs, and the suggestions of the search box.
///
/// Answered from memory, so only while the publication log is being followed: who withdrew is gone
/// from here as from the pages. Whoever withdrew and whoever never was get one answer.
@Controller
public final class SearchApiController {
  /// Named pages of the API come at most 50 at a time.
  private static final int MOST = 50;

  private static final int USUAL = 10;
  private static final int SUGGESTIONS = 8;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final NameSearch<?> names;
  private final Function<String, Optional<String>> regions;
  private final BooleanSupplier confirmed;
  private final Responses responses;
  private final Limits limits;

  /// @param regions the ISO 3166-2 code for a code or a slug of a region
  /// @param confirmed whether the publication log is being followed now
  public SearchApiController(
      NameSearch<?> names,
      Function<String, Optional<String>> regions,
      BooleanSupplier confirmed,
      Responses responses,
      Limits limits) {
    this.names = names;
    this.regions = regions;
    this.confirmed = confirmed;
    this.responses = responses;
    this.limits = limits;
  }

  /// `q` as typed; `region` an ISO code or slug; `limit` 1 to 50 of each list; `lang` of the names.
  @GetMapping("/api/v1/search")
  ResponseEntity<byte[]> search(HttpServletRequest request) {
    Optional<String> region = text(request, "region").map(code -> known(regions.apply(code)));
    int limit = text(request, "limit").map(number -> known(limit(number))).orElse(USUAL);
    Language language = language(request);
    String query = query(request, Limits.Budget.SEARCH);
    Filter filter = new Filter(region, Optional.empty(), false, false);
    Found<?> found = query.isEmpty() ? Found.nobody() : names.search(query, filter, limit);
    return answer(request, found, SearchJson.of(query, found, language));
  }

  /// What a search box offers while `q` is being typed; `lang` of the names.
  @GetMapping("/api/v1/suggest")
  ResponseEntity<byte[]> suggest(HttpServletRequest request) {
    Language language = language(request);
    String query = query(request, Limits.Budget.SUGGESTIONS);
    Found<?> found = query.isEmpty() ? Found.nobody() : names.suggest(query, SUGGESTIONS);
    return answer(
        request, found, new Suggestions(query, SearchJson.hits(found.matches(), language)));
  }

  private record Suggestions(String query, List<SearchJson.Hit> suggestions) {}

  private String query(HttpServletRequest request, Limits.Budget budget) {
    SearchQuery query = SearchQuery.read(request);
    if (query.tooLong()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    limits.spend(budget, request);
    return query.text();
  }

  /// @throws ResponseStatusException 503 if memory may be older than the register
  private ResponseEntity<byte[]> answer(HttpServletRequest request, Found<?> found, Object body) {
    if (found.complete() && !confirmed.getAsBoolean()) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    return responses.json(request, MAPPER.writeValueAsBytes(body), new Freshness.Never(), 0);
  }

  private static Optional<Integer> limit(String number) {
    return Optional.of(number)
        .filter(digits -> digits.matches("[0-9]{1,2}"))
        .map(Integer::valueOf)
        .filter(limit -> limit >= 1 && limit <= MOST);
  }

  private static Language language(HttpServletRequest request) {
    return text(request, "lang").map(code -> known(Language.of(code))).orElse(Language.UK);
  }

  private static Optional<String> text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
  }

  private static <T> T known(Optional<T> value) {
    return value.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
  }
}
