package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import svoi.staff.Forbidden;

/// Lets a member reach only what [Needs] names; asks others to sign in, or to use their passkey
/// again, and brings them back to what they were doing with what they had typed.
final class DeskRights implements HandlerInterceptor {
  private final SignInAgain again;

  DeskRights(SignInAgain again) {
    this.again = again;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class)) {
      return true;
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) {
      throw new IllegalStateException(method + " says neither @Needs nor @Open");
    }
    Optional<Officer> officer = OfficerArgument.of(request);
    if (officer.isEmpty()) {
      ask(request, response, officer, "/desk/sign-in");
      return false;
    }
    if (needs.value().length > 0 && Arrays.stream(needs.value()).noneMatch(officer.get()::may)) {
      throw new Forbidden("right." + needs.value()[0].code());
    }
    if (needs.stepUp() && !officer.get().confirmed()) {
      ask(request, response, officer, "/desk/confirm");
      return false;
    }
    return true;
  }

  private void ask(
      HttpServletRequest request,
      HttpServletResponse response,
      Optional<Officer> officer,
      String where)
      throws IOException {
    if (request.getMethod().equals("GET")) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", where + "?to=" + encoded(addressOf(request)));
      return;
    }
    ResponseEntity<byte[]> page = again.page(request, officer);
    response.setStatus(page.getStatusCode().value());
    page.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    byte[] body = page.getBody();
    if (body != null) {
      response.getOutputStream().write(body);
    }
  }

  private static String addressOf(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
