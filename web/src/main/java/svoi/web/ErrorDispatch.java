package svoi.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where the server sends requests that ended in a bare status (`sendError`).
@Controller
final class ErrorDispatch implements ErrorController {
  private final ErrorPages pages;

  ErrorDispatch(ErrorPages pages) {
    this.pages = pages;
  }

  /// For a visitor who asks for this address there is nothing here.
  @RequestMapping("${spring.web.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      pages.answer(request, response, Problem.of(404));
    } else if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
        instanceof Throwable thrown) {
      pages.answer(request, response, thrown);
    } else {
      pages.answer(request, response, problem(request));
    }
  }

  private static Problem problem(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return new Problem(status instanceof Integer code ? Problems.ofServer(code) : 500, Map.of());
  }
}
