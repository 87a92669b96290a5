package svoi.contact;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/// The only cookie of this door: there is one while somebody is signed in with a receipt.
final class SessionCookie {
  /// 32 random bytes in base64.
  private static final int VALUE_LENGTH = 43;

  private static final String AT_ONCE = "; Max-Age=0";

  private final boolean tls;

  /// @param tls whether visitors reach the public address by HTTPS only
  SessionCookie(boolean tls) {
    this.tls = tls;
  }

  Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = name(request);
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  String set(HttpServletRequest request, String value) {
    return cookie(request, value).build().toString();
  }

  /// Forgets the session in as many letters as [#set] uses to begin one.
  String none(HttpServletRequest request) {
    return set(request, "0".repeat(VALUE_LENGTH - AT_ONCE.length())) + AT_ONCE;
  }

  String delete(HttpServletRequest request) {
    return cookie(request, "").maxAge(0).build().toString();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
    return ResponseCookie.from(name(request), value)
        .path(Frame.DOOR)
        .httpOnly(true)
        .secure(isSecure(request))
        .sameSite("Strict");
  }

  private String name(HttpServletRequest request) {
    return isSecure(request) ? "__Secure-s" : "s";
  }

  /// An onion service has no certificate and needs none.
  private boolean isSecure(HttpServletRequest request) {
    return tls && !request.getServerName().endsWith(".onion");
  }
}
