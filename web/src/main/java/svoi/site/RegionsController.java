package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.platform.Language;
import svoi.search.Published;
import svoi.web.Freshness;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Messages;
import svoi.web.Place;

/// The page of all regions.
@Controller
final class RegionsController {
  private final Pages pages;
  private final Layouts layouts;
  private final Published published;
  private final Presentation show;

  RegionsController(Pages pages, Layouts layouts, Published published, Presentation show) {
    this.pages = pages;
    this.layouts = layouts;
    this.published = published;
    this.show = show;
  }

  @GetMapping("/{l:uk|ru|en}/regions")
  ResponseEntity<byte[]> regions(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    HomeController.requireReady(published);
    Messages t = Messages.in(language);
    Layout layout =
        layouts
            .page(
                language,
                "/regions",
                t.get("site.regions.title"),
                t.get("site.regions.description"))
            .at(Place.REGIONS);
    RegionsView view =
        new RegionsView(layout, published.total(), show.map().view(published.byRegion(), t));
    Freshness freshness = new Freshness.Listing(show.days().until());
    return pages.show(
        request, Page.unlisted("site/regions", view, language, freshness), generation);
  }
}
