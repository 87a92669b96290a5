package svoi.desk;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import svoi.staff.Accounts;

/// Finds out who asks, for every address of the desk, anew at each request: a role that was taken
/// away is gone with the next click.
final class DeskGate implements Filter {
  /// Passkeys, which other pages switch off, and a referrer for [SameOrigin].
  private static final String PERMISSIONS =
      "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), "
          + "microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), "
          + "display-capture=(), clipboard-read=()";

  private final DeskSession sessions;
  private final Accounts accounts;

  DeskGate(DeskSession sessions, Accounts accounts) {
    this.sessions = sessions;
    this.accounts = accounts;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Permissions-Policy", PERMISSIONS);
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("X-Robots-Tag", "noindex");
    answer.setHeader("Cache-Control", "no-store");
    if (!SameOrigin.allows(asked)) {
      answer.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    officer(asked).ifPresent(o -> asked.setAttribute(OfficerArgument.ATTRIBUTE, o));
    chain.doFilter(request, response);
  }

  private Optional<Officer> officer(HttpServletRequest request) {
    return sessions
        .member(request)
        .flatMap(accounts::active)
        .map(
            account ->
                new Officer(
                    account,
                    sessions.isConfirmed(request),
                    Optional.ofNullable(request.getParameter("done"))
                        .filter(code -> code.matches("[a-z]+(\\.[a-z-]+)+"))));
  }
}
