package svoi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Hands every exception of a controller, and of finding one, to the error pages.
@ControllerAdvice
final class ErrorAdvice {
  private final ErrorPages pages;

  ErrorAdvice(ErrorPages pages) {
    this.pages = pages;
  }

  /// An answer that has begun can only be cut off: then the exception goes on to the server.
  @ExceptionHandler(Exception.class)
  void answer(HttpServletRequest request, HttpServletResponse response, Exception thrown)
      throws Exception {
    if (response.isCommitted()) {
      throw thrown;
    }
    pages.answer(request, response, thrown);
  }
}
