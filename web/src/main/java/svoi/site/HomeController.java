package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;
import svoi.register.Profile;
import svoi.register.PublicRegister;
import svoi.search.Published;
import svoi.web.Freshness;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Messages;

/// The home page.
@Controller
final class HomeController {
  private static final int NEWEST = 4;

  private final Pages pages;
  private final Layouts layouts;
  private final PublicRegister register;
  private final Published published;
  private final Presentation show;

  HomeController(
      Pages pages,
      Layouts layouts,
      PublicRegister register,
      Published published,
      Presentation show) {
    this.pages = pages;
    this.layouts = layouts;
    this.register = register;
    this.published = published;
    this.show = show;
  }

  @GetMapping("/{l:uk|ru|en}/")
  ResponseEntity<byte[]> home(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    requireReady(published);
    Messages t = Messages.in(language);
    List<Profile> newest = register.profiles(published.newest(NEWEST));
    Layout layout =
        layouts
            .page(language, "/", t.get("site.home.title"), t.get("site.home.description"))
            .indexed(true);
    HomeView view =
        new HomeView(
            layout,
            published.total(),
            show.map().view(published.byRegion(), t),
            show.figures().opening(t),
            show.figures().band(t),
            show.cards().of(newest, t));
    Freshness freshness = new Freshness.Listing(show.days().until(newest));
    return pages.show(request, new Page("site/home", view, language, freshness, true), generation);
  }

  /// The home page ends with a slash.
  @GetMapping("/{l:uk|ru|en}")
  ResponseEntity<Void> withoutSlash(@PathVariable String l) {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .location(URI.create("/" + l + "/"))
        .build();
  }

  /// @throws ResponseStatusException 503 while the index is being read for the first time
  static void requireReady(Published published) {
    if (!published.ready()) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }
}
