package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;
import svoi.web.Freshness;
import svoi.web.Messages;
import svoi.web.ReadyPages;
import svoi.web.Responses;
import svoi.web.Templates;

/// Renders pages and answers with them.
final class Pages {
  private final Templates templates;
  private final Responses responses;
  private final ReadyPages ready;

  Pages(Templates templates, Responses responses, ReadyPages ready) {
    this.templates = templates;
    this.responses = responses;
    this.ready = ready;
  }

  /// To be asked before anything that the page will show is read.
  long generation() {
    return ready.generation();
  }

  ResponseEntity<byte[]> show(HttpServletRequest request, Page page, long generation) {
    return responses.html(request, 200, render(page), page.freshness(), page.index(), generation);
  }

  /// The page says what was wrong with the request, so it is kept nowhere.
  ResponseEntity<byte[]> refuse(HttpServletRequest request, Page page) {
    return responses.html(request, 400, render(page), new Freshness.Never(), false, generation());
  }

  private byte[] render(Page page) {
    return templates.render(page.template(), page.view(), Messages.in(page.language()));
  }

  /// The language that an address begins with.
  ///
  /// @throws ResponseStatusException 404 if it is none of ours
  static Language language(String code) {
    return Language.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
