package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;
import svoi.web.Formats;
import svoi.web.Freshness;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Place;
import svoi.web.Prose;
import svoi.web.ProsePage;

/// Pages of prose: about, how consent works, safety and the others.
@Controller
final class ProseController {
  /// They change with a new version of the program only.
  private static final Duration AGE = Duration.ofMinutes(10);

  private final Pages pages;
  private final Layouts layouts;
  private final Prose prose;

  ProseController(Pages pages, Layouts layouts, Prose prose) {
    this.pages = pages;
    this.layouts = layouts;
    this.prose = prose;
  }

  @GetMapping(
      "/{l:uk|ru|en}/{name:about|consent|criticism|safety|privacy|law|faq|accessibility|method}")
  ResponseEntity<byte[]> prose(
      HttpServletRequest request, @PathVariable String l, @PathVariable String name) {
    Language language = Pages.language(l);
    ProsePage page =
        prose
            .page(language, name)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Layout layout =
        layouts
            .page(language, "/" + name, page.title(), page.description())
            .at(place(name))
            .indexed(true);
    ProseView view = new ProseView(layout, page, Formats.date(page.updated(), language));
    return pages.show(
        request,
        new Page("site/text", view, language, new Freshness.General(AGE), true),
        pages.generation());
  }

  private static Place place(String name) {
    return switch (name) {
      case "consent" -> Place.CONSENT;
      case "faq" -> Place.QUESTIONS;
      case "method" -> Place.EXCHANGES;
      default -> Place.ELSEWHERE;
    };
  }
}
