package svoi.contact;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import svoi.platform.Language;
import svoi.web.Messages;
import svoi.web.ReaderLanguage;
import svoi.web.Responses;
import svoi.web.Templates;

/// Makes the pages of this door. They are kept nowhere and have no tag.
final class ContactPages {
  private static final int UNIT_BYTES = 8192;

  private final Templates templates;
  private final Responses responses;
  private final ContactSettings settings;
  private final boolean demo;
  private final byte[] style =
      Resource.text("/static/contact.css").getBytes(StandardCharsets.UTF_8);

  ContactPages(Templates templates, Responses responses, ContactSettings settings, boolean demo) {
    this.templates = templates;
    this.responses = responses;
    this.settings = settings;
    this.demo = demo;
  }

  /// The frame of a page that has an address and exists in every language.
  Frame frame(Language language, String page) {
    return new Frame(language, page, true, false, demo);
  }

  /// The frame of a step, which shares its address with all others.
  Frame step(Language language) {
    return new Frame(language, "", false, false, demo);
  }

  /// The frame of an open conversation.
  Frame signedIn(Language language, boolean switchable) {
    return new Frame(language, "", switchable, true, demo);
  }

  ResponseEntity<byte[]> show(
      HttpServletRequest request, String template, Object view, Language language) {
    return show(request, 200, template, view, language);
  }

  ResponseEntity<byte[]> show(
      HttpServletRequest request, int status, String template, Object view, Language language) {
    byte[] body = templates.render("contact/" + template, view, Messages.ofContact(language));
    return withOnion(request, responses.personal(request, status, body));
  }

  /// A page that is filled up to whole units and not compressed: its size tells nobody on the line
  /// whether a receipt opened anything, or how much was said.
  ResponseEntity<byte[]> even(
      HttpServletRequest request, int status, String template, Object view, Language language) {
    byte[] body = templates.render("contact/" + template, view, Messages.ofContact(language));
    int whole = (body.length + UNIT_BYTES - 1) / UNIT_BYTES * UNIT_BYTES;
    byte[] filled = Arrays.copyOf(body, whole);
    Arrays.fill(filled, body.length, whole, (byte) '\n');
    HttpHeaders headers = new HttpHeaders();
    keepNowhere(headers);
    headers.setContentType(MediaType.parseMediaType("text/html;charset=utf-8"));
    return withOnion(request, ResponseEntity.status(status).headers(headers).body(filled));
  }

  private ResponseEntity<byte[]> withOnion(
      HttpServletRequest request, ResponseEntity<byte[]> page) {
    return settings.onion().isEmpty() || request.getServerName().endsWith(".onion")
        ? page
        : with(page, "Onion-Location", settings.onion() + request.getRequestURI());
  }

  /// The same answer with one header more.
  static ResponseEntity<byte[]> with(ResponseEntity<byte[]> page, String header, String value) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(page.getHeaders());
    headers.add(header, value);
    return ResponseEntity.status(page.getStatusCode()).headers(headers).body(page.getBody());
  }

  ResponseEntity<byte[]> problem(HttpServletRequest request, Language language, int status) {
    byte[] body = new ContactProblems(templates, demo).page(language, status, Optional.empty());
    return responses.personal(request, status, body);
  }

  ResponseEntity<byte[]> style(HttpServletRequest request) {
    return responses.once(request, 200, "text/css;charset=utf-8", style.clone());
  }

  static void keepNowhere(HttpHeaders headers) {
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.set("X-Robots-Tag", "noindex");
  }

  /// The language of a request whose handler failed.
  static Language languageOf(HttpServletRequest request) {
    String after = request.getRequestURI().substring(Frame.DOOR.length());
    return ReaderLanguage.of(after, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
