package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.platform.Language;
import svoi.web.Freshness;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Messages;
import svoi.web.ReaderLanguage;

/// The guided tour; only a demo has it.
@Controller
final class DemoController {
  private final Pages pages;
  private final Layouts layouts;
  private final DemoTour tour;
  private final boolean desk;

  DemoController(Pages pages, Layouts layouts, DemoTour tour, boolean desk) {
    this.desk = desk;
    this.pages = pages;
    this.layouts = layouts;
    this.tour = tour;
  }

  @GetMapping("/demo")
  ResponseEntity<Void> negotiate(HttpServletRequest request) {
    String wish = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create("/" + ReaderLanguage.of("/demo", wish).code() + "/demo"))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  @GetMapping("/{l:uk|ru|en}/demo")
  ResponseEntity<byte[]> demo(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    Messages t = Messages.in(language);
    Layout layout =
        layouts.page(language, "/demo", t.get("site.demo.title"), t.get("site.demo.description"));
    List<DemoView.Stop> stops =
        tour.stops().stream()
            .filter(stop -> t.has("site.demo.stop." + stop.key() + ".title"))
            .map(stop -> view(stop, layout, t))
            .toList();
    List<DemoView.Round> rounds = tour.rounds().stream().map(round -> view(round, t)).toList();
    return pages.show(
        request,
        Page.unlisted(
            "site/demo",
            new DemoView(layout, stops, rounds, tour.receipt(language), desk),
            language,
            new Freshness.Never()),
        generation);
  }

  private static DemoView.Stop view(DemoTour.Stop stop, Layout layout, Messages t) {
    String key = "site.demo.stop." + stop.key();
    return new DemoView.Stop(
        t.get(key + ".title"),
        t.get(key + ".text"),
        layout.to("/profiles/" + stop.id()),
        stop.visible());
  }

  private static DemoView.Round view(DemoTour.Round round, Messages t) {
    String key = "site.demo.round." + round.key();
    return new DemoView.Round(
        t.get(key + ".title"), t.get(key + ".text"), "/desk/rounds/" + round.id());
  }
}
