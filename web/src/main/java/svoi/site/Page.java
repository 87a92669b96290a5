package svoi.site;

import svoi.platform.Language;
import svoi.web.Freshness;

/// A page to be shown: its template, its view, how long it stays true, who may index it.
record Page(String template, Object view, Language language, Freshness freshness, boolean index) {
  /// A page that search engines don't show.
  static Page unlisted(String template, Object view, Language language, Freshness freshness) {
    return new Page(template, view, language, freshness, false);
  }
}
