package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.platform.Language;
import svoi.web.Freshness;
import svoi.web.Messages;

/// The page of exchange results.
@Controller
final class ExchangesController {
  /// Reference data change with a new version only.
  static final Duration AGE = Duration.ofMinutes(10);

  private final Pages pages;
  private final Exchanges exchanges;

  ExchangesController(Pages pages, Exchanges exchanges) {
    this.pages = pages;
    this.exchanges = exchanges;
  }

  @GetMapping("/{l:uk|ru|en}/exchanges")
  ResponseEntity<byte[]> exchanges(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    ExchangesView view = exchanges.view(Messages.in(language));
    Page page = new Page("site/exchanges", view, language, new Freshness.General(AGE), true);
    return pages.show(request, page, generation);
  }
}
