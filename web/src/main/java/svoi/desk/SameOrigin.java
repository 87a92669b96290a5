package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/// Whether a request that changes something came from a page of our own.
///
/// Browsers since 2023 say so in `Sec-Fetch-Site`; for others the `Origin` must be this host. With
/// the session's cookie being `SameSite=Strict` this takes the place of tokens in forms, so a form
/// that was open for an hour still works (decision 0010).
final class SameOrigin {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private SameOrigin() {}

  static boolean allows(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())) {
      return true;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    return origin != null
        && host != null
        && (origin.equals("https://" + host) || origin.equals("http://" + host));
  }
}
