package svoi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Turns finished bytes into the answer that the ready page of the same address would be.
///
/// The first visitor of a page gets, to the byte and the header, what the next ones get from
/// [FastPages]: the same tags, the same compression, 304 for a page they have.
public final class Responses {
  static final String HTML = "text/html;charset=utf-8";
  static final String JSON = "application/json";

  private final ReadyPages pages;

  public Responses(ReadyPages pages) {
    this.pages = pages;
  }

  /// A page; a good one without a query is kept as ready.
  ///
  /// @param index whether search engines may show it
  /// @param generation what [ReadyPages#generation] said before the data of the page was read
  public ResponseEntity<byte[]> html(
      HttpServletRequest request,
      int status,
      byte[] body,
      Freshness freshness,
      boolean index,
      long generation) {
    if (status != 200 || freshness instanceof Freshness.Never) {
      return unkept(status, HTML, body, index);
    }
    ReadyPage page = page(request, HTML, body, freshness, index);
    return answer(request, page, freshness, generation);
  }

  /// The same for a good answer of the API, which search engines never show.
  public ResponseEntity<byte[]> json(
      HttpServletRequest request, byte[] body, Freshness freshness, long generation) {
    if (freshness instanceof Freshness.Never) {
      return unkept(200, JSON, body, false);
    }
    return answer(request, page(request, JSON, body, freshness, false), freshness, generation);
  }

  /// Open data, which pages of other sites may show and read: a table, a feed, a figure.
  ///
  /// @param response takes the headers that differ from those of every other answer
  /// @param type media type of the body
  public ResponseEntity<byte[]> open(
      HttpServletRequest request,
      HttpServletResponse response,
      String type,
      byte[] body,
      Freshness freshness,
      long generation) {
    Headers.OPEN.forEach(header -> response.setHeader(header.name(), header.value()));
    ReadyPage page = page(request, type, body, freshness, false).opened();
    return answer(request, page, freshness, generation);
  }

  /// A page for one signed-in member: kept nowhere, compressed all the same. That gives nothing
  /// away, since other sites can't ask in the member's name and pages hold no secret tokens.
  public ResponseEntity<byte[]> personal(HttpServletRequest request, int status, byte[] body) {
    return once(request, status, HTML, body);
  }

  /// Anything that no browser and no proxy is to keep, compressed all the same.
  public ResponseEntity<byte[]> once(
      HttpServletRequest request, int status, String type, byte[] body) {
    ReadyPage page = ReadyPage.once(type, body, new Freshness.Never(), false);
    ReadyBytes form = page.in(Encoding.choose(accepted(request)));
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CACHE_CONTROL, page.cacheControl().getValue());
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    headers.set("X-Robots-Tag", "noindex");
    headers.setContentType(MediaType.parseMediaType(type));
    if (form.encoding() != Encoding.IDENTITY) {
      headers.set(HttpHeaders.CONTENT_ENCODING, form.encoding().token);
    }
    return ResponseEntity.status(status).headers(headers).body(form.bytes());
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, ReadyPage page, Freshness freshness, long generation) {
    if (request.getQueryString() == null) {
      pages.offer(request.getRequestURI(), page, freshness, generation);
    }
    ReadyBytes form = page.in(Encoding.choose(accepted(request)));
    HttpHeaders headers = headers(page, form);
    if (has(request, form.tag())) {
      headers.setContentLength(form.length());
      return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }
    headers.setContentType(MediaType.parseMediaType(page.contentType().getValue()));
    if (form.encoding() != Encoding.IDENTITY) {
      headers.set(HttpHeaders.CONTENT_ENCODING, form.encoding().token);
    }
    return new ResponseEntity<>(form.bytes(), headers, HttpStatus.OK);
  }

  private static ReadyPage page(
      HttpServletRequest request, String type, byte[] body, Freshness freshness, boolean index) {
    return request.getQueryString() == null
        ? ReadyPage.kept(type, body, freshness, index)
        : ReadyPage.once(type, body, freshness, index);
  }

  /// An error or an answer to one visitor: no tag, and not compressed together with what they
  /// wrote.
  private static ResponseEntity<byte[]> unkept(
      int status, String type, byte[] body, boolean index) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CACHE_CONTROL, new Freshness.Never().cacheControl());
    headers.setContentType(MediaType.parseMediaType(type));
    if (!index) {
      headers.set("X-Robots-Tag", "noindex");
    }
    return ResponseEntity.status(status).headers(headers).body(body);
  }

  private static HttpHeaders headers(ReadyPage page, ReadyBytes form) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CACHE_CONTROL, page.cacheControl().getValue());
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    headers.set(HttpHeaders.ETAG, form.tag());
    if (!page.index()) {
      headers.set("X-Robots-Tag", "noindex");
    }
    return headers;
  }

  private static String accepted(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING)).orElse("");
  }

  private static boolean has(HttpServletRequest request, String tag) {
    List<String> lines = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
    return lines.stream().anyMatch(line -> EntityTags.named(line, tag));
  }
}
