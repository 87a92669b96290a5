package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.names.Reading;
import svoi.reference.Reference;
import svoi.register.Profile;
import svoi.register.ProfileId;
import svoi.register.PublicRegister;
import svoi.search.Found;
import svoi.search.Match;
import svoi.search.NameSearch;
import svoi.web.Freshness;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Limits;
import svoi.web.Messages;
import svoi.web.Place;

/// Search by name. What was typed is shown back to the reader and goes nowhere else.
@Controller
final class SearchController {
  private static final int MATCHES = 48;

  private final Pages pages;
  private final Layouts layouts;
  private final Reference reference;
  private final PublicRegister register;
  private final NameSearch<ProfileId> names;
  private final Presentation show;
  private final Limits limits;

  SearchController(
      Pages pages,
      Layouts layouts,
      Reference reference,
      PublicRegister register,
      NameSearch<ProfileId> names,
      Presentation show,
      Limits limits) {
    this.pages = pages;
    this.layouts = layouts;
    this.reference = reference;
    this.register = register;
    this.names = names;
    this.show = show;
    this.limits = limits;
  }

  @GetMapping("/{l:uk|ru|en}/search")
  ResponseEntity<byte[]> search(HttpServletRequest request, @PathVariable String l) {
    Messages t = Messages.in(Pages.language(l));
    SearchQuery query = SearchQuery.read(request);
    ListQuery narrowed = ListQuery.read(request, reference);
    Layout layout = layout(query, narrowed, t);
    SearchFilters filters = SearchFilters.of(narrowed, reference, t);
    if (query.tooLong()) {
      return tooLong(request, layout, query, filters);
    }
    long generation = pages.generation();
    Found<ProfileId> found = Found.nobody();
    if (!query.isEmpty()) {
      limits.spend(Limits.Budget.SEARCH, request);
      found = names.search(query.text(), narrowed.filter(), MATCHES);
    }
    Map<Boolean, List<Match<ProfileId>>> near = near(found, query.text());
    List<Profile> matches = profiles(found.matches());
    List<Profile> beginnings = profiles(near.getOrDefault(true, List.of()));
    List<Profile> similar = profiles(near.getOrDefault(false, List.of()));
    SearchView view =
        new SearchView(
            layout,
            query.text(),
            false,
            !query.isEmpty(),
            reading(found.reading(), t),
            found.complete(),
            show.cards().of(matches, t),
            show.cards().of(beginnings, t),
            show.cards().of(similar, t),
            found.more(),
            filters);
    Instant until =
        show.days().until(Stream.of(matches, beginnings, similar).flatMap(List::stream).toList());
    Page page = Page.unlisted("site/search", view, t.language(), new Freshness.Listing(until));
    return pages.show(request, page, generation);
  }

  /// Names that are near the query, apart: those that begin as it does, and the others.
  private static Map<Boolean, List<Match<ProfileId>>> near(Found<ProfileId> found, String query) {
    Beginning beginning = new Beginning(query);
    return found.similar().stream()
        .collect(Collectors.partitioningBy(match -> beginning.fits(match.names())));
  }

  private List<Profile> profiles(List<Match<ProfileId>> matches) {
    return register.profiles(matches.stream().map(Match::id).toList());
  }

  /// What to say of how the query was read; nothing of one that was read as it stands.
  private static @Nullable String reading(Reading reading, Messages t) {
    return switch (reading) {
      case AS_TYPED, NOTHING -> null;
      case LATIN -> t.get("site.search.reading.latin");
      case WRONG_LAYOUT_UK, WRONG_LAYOUT_RU, CYRILLIC_FOR_LATIN ->
          t.get("site.search.reading.layout");
      case MIXED_LETTERS -> t.get("site.search.reading.mixed");
    };
  }

  private ResponseEntity<byte[]> tooLong(
      HttpServletRequest request, Layout layout, SearchQuery query, SearchFilters filters) {
    SearchView view =
        new SearchView(
            layout,
            query.text(),
            true,
            false,
            null,
            true,
            List.of(),
            List.of(),
            List.of(),
            false,
            filters);
    Freshness never = new Freshness.Never();
    return pages.refuse(request, Page.unlisted("site/search", view, layout.language(), never));
  }

  private Layout layout(SearchQuery query, ListQuery narrowed, Messages t) {
    String filters = narrowed.self(false);
    String name = URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    String asked = query.isEmpty() ? filters : (filters.isEmpty() ? "?q=" : filters + "&q=") + name;
    return layouts
        .page(t.language(), "/search", t.get("site.search.title"), t.get("site.search.description"))
        .at(Place.REGISTER)
        .asking(asked);
  }
}
