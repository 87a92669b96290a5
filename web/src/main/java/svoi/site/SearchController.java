package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;
import svoi.register.Profile;
import svoi.register.PublicRegister;
import svoi.search.Filter;
import svoi.search.Found;
import svoi.search.Published;
import svoi.web.Freshness;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Limits;
import svoi.web.Messages;
import svoi.web.Place;

/// Search by name. What was typed is shown back to the reader and goes nowhere else.
@Controller
final class SearchController {
  /// No name is longer; what is longer is refused, so that matching stays cheap.
  private static final int LONGEST = 100;

  private static final int MATCHES = 48;

  private final Pages pages;
  private final Layouts layouts;
  private final PublicRegister register;
  private final Published published;
  private final Presentation show;
  private final Limits limits;

  SearchController(
      Pages pages,
      Layouts layouts,
      PublicRegister register,
      Published published,
      Presentation show,
      Limits limits) {
    this.pages = pages;
    this.layouts = layouts;
    this.register = register;
    this.published = published;
    this.show = show;
    this.limits = limits;
  }

  @GetMapping("/{l:uk|ru|en}/search")
  ResponseEntity<byte[]> search(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    String query = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    if (query.indexOf('\0') >= 0) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (query.length() > LONGEST) {
      return tooLong(request, language, cut(query));
    }
    long generation = pages.generation();
    Found found = new Found(List.of(), false);
    if (!query.isEmpty()) {
      limits.spend(Limits.Budget.SEARCH, request);
      HomeController.requireReady(published);
      found = published.search(query, Filter.ALL, language, MATCHES);
    }
    Messages t = Messages.in(language);
    List<Profile> profiles = register.profiles(found.matches());
    SearchView view =
        new SearchView(
            layout(language, query),
            query,
            false,
            !query.isEmpty(),
            show.cards().of(profiles, t),
            found.more());
    Freshness freshness = new Freshness.Listing(show.days().until(profiles));
    Page page = Page.unlisted("site/search", view, language, freshness);
    return pages.show(request, page, generation);
  }

  private ResponseEntity<byte[]> tooLong(
      HttpServletRequest request, Language language, String query) {
    SearchView view = new SearchView(layout(language, query), query, true, false, List.of(), false);
    return pages.refuse(
        request, Page.unlisted("site/search", view, language, new Freshness.Never()));
  }

  private Layout layout(Language language, String query) {
    Messages t = Messages.in(language);
    String asked = query.isEmpty() ? "" : "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return layouts
        .page(language, "/search", t.get("site.search.title"), t.get("site.search.description"))
        .at(Place.REGISTER)
        .asking(asked);
  }

  /// Never in the middle of a character.
  private static String cut(String query) {
    int end = Character.isHighSurrogate(query.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return query.substring(0, end);
  }
}
