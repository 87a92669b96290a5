package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import svoi.web.ReaderLanguage;

/// Addresses without a language: the reader's browser chooses, never the place it calls from.
@Controller
final class RootController {
  @GetMapping({
    "/",
    "/exchanges",
    "/exchanges/changes",
    "/exchanges/reconciliation",
    "/exchanges/rounds/{id}",
    "/profiles/{id}",
    "/regions",
    "/regions/{slug}",
    "/register",
    "/search",
    "/{name:about|consent|criticism|safety|privacy|law|faq|accessibility|method}"
  })
  ResponseEntity<Void> negotiate(HttpServletRequest request) {
    String path = request.getRequestURI();
    String language =
        ReaderLanguage.of(path, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).code();
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create("/" + language + path))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }
}
