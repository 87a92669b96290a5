package svoi.desk.cases;

import jakarta.servlet.http.HttpServletResponse;

/// The two places where the content security policy of all other pages is widened: the form may
/// hold a frame of our own origin, and the verdict may stand in it.
final class Framed {
  private static final String POLICY = "Content-Security-Policy";
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  /// The browser's own reader of PDF files styles itself inline; the file can run nothing.
  private static final String FILE =
      "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; "
          + "base-uri 'none'; frame-ancestors 'self'";

  private Framed() {}

  static void allow(HttpServletResponse page) {
    page.setHeader(POLICY, PAGE);
  }

  static void file(HttpServletResponse verdict) {
    verdict.setHeader(POLICY, FILE);
  }
}
