package svoi.web;

import java.util.Locale;

/// The form in which the bytes of a page travel.
enum Encoding {
  IDENTITY("", ""),
  GZIP("gzip", "-gz"),
  BROTLI("br", "-br");

  /// The word in `Content-Encoding`; empty when that header is left out.
  final String token;

  /// What tells this form's entity tag from the others'.
  final String tagSuffix;

  Encoding(String token, String tagSuffix) {
    this.token = token;
    this.tagSuffix = tagSuffix;
  }

  /// The smallest form that an `Accept-Encoding` allows, by its weights first.
  ///
  /// @param accepted the header as sent; empty when there was none
  static Encoding choose(String accepted) {
    if (accepted.isEmpty()) {
      return IDENTITY;
    }
    String header = accepted.toLowerCase(Locale.ROOT);
    double any = weight(header, "*", 0);
    double gzip = weight(header, "gzip", any);
    double brotli = Brotli.AVAILABLE ? weight(header, "br", any) : 0;
    if (brotli > 0 && brotli >= gzip) {
      return BROTLI;
    }
    return gzip > 0 ? GZIP : IDENTITY;
  }

  private static double weight(String header, String token, double otherwise) {
    int at = 0;
    while (at <= header.length()) {
      int comma = header.indexOf(',', at);
      int end = comma < 0 ? header.length() : comma;
      int semicolon = header.indexOf(';', at);
      int wordEnd = semicolon < 0 || semicolon > end ? end : semicolon;
      if (header.substring(at, wordEnd).strip().equals(token)) {
        return wordEnd == end ? 1 : quality(header.substring(wordEnd + 1, end).strip());
      }
      at = end + 1;
    }
    return otherwise;
  }

  /// A weight that can't be read counts as a refusal: then the plain bytes go out, which always
  /// work.
  private static double quality(String parameter) {
    if (!parameter.matches("q *= *(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
      return 0;
    }
    return Double.parseDouble(parameter.substring(parameter.indexOf('=') + 1).strip());
  }
}
