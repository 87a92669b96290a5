package svoi.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import svoi.platform.Language;

/// Answers what went wrong: a page in the reader's language, or `application/problem+json` in the
/// API.
///
/// What never was public and what is gone have one body. A fault of ours has a number and no
/// reason.
public final class ErrorPages {
  private final ProblemTexts texts;
  private final Headers headers;
  private final List<DoorProblems> doors;

  public ErrorPages(ProblemTexts texts, Headers headers) {
    this(texts, headers, List.of());
  }

  /// @param doors those that have words of their own for what went wrong
  public ErrorPages(ProblemTexts texts, Headers headers, List<DoorProblems> doors) {
    this.texts = texts;
    this.headers = headers;
    this.doors = List.copyOf(doors);
  }

  /// Answers for an exception and writes a fault of ours down.
  ///
  /// @throws IOException when the visitor has gone
  public void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
      throws IOException {
    Problem problem = Problems.of(thrown);
    if (problem.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      write(request, response, problem, Incidents.write(thrown));
    } else {
      write(request, response, problem, null);
    }
  }

  /// Answers for a status that has no exception.
  void answer(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    write(request, response, problem, null);
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Problem problem,
      @Nullable String incident)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    String path = path(request);
    Optional<DoorProblems> door = doors.stream().filter(d -> d.isAt(path)).findFirst();
    String after = door.map(d -> path.substring(d.prefix().length())).orElse(path);
    Language language = ReaderLanguage.of(after, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    boolean api = path.startsWith("/api/");
    byte[] body =
        api
            ? json(problem, language, incident)
            : html(door.map(DoorProblems::texts).orElse(texts), problem, language, incident);
    start(path, response, problem, api ? ProblemBody.MEDIA_TYPE : Responses.HTML);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /// Leaves nothing of the answer that failed but the size that a wrong range asks for.
  private void start(
      String path, HttpServletResponse response, Problem problem, String contentType) {
    String size = response.getHeader(HttpHeaders.CONTENT_RANGE);
    response.reset();
    headers.at(path).forEach(header -> response.setHeader(header.name(), header.value()));
    problem.headers().forEach(response::setHeader);
    if (size != null && problem.status() == 416) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, size);
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, new Freshness.Never().cacheControl());
    response.setHeader("X-Robots-Tag", "noindex");
    response.setStatus(problem.status());
    response.setContentType(contentType);
  }

  private static byte[] html(
      ProblemTexts texts, Problem problem, Language language, @Nullable String incident) {
    try {
      return texts.page(language, problem.wordsOf(), Optional.ofNullable(incident));
    } catch (RuntimeException e) {
      Incidents.write(e);
      return PlainPage.bytes();
    }
  }

  private byte[] json(Problem problem, Language language, @Nullable String incident) {
    try {
      String title = texts.title(language, problem.wordsOf());
      return new ProblemBody(problem.code(), title, incident).json();
    } catch (RuntimeException e) {
      Incidents.write(e);
      return new ProblemBody(problem.code(), null, incident).json();
    }
  }

  /// The path that the visitor asked for, also when the server has sent the request on to errors.
  private static String path(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked instanceof String path ? path : request.getRequestURI();
  }
}
