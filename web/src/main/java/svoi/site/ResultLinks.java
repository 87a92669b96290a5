package svoi.site;

import java.time.LocalDate;
import java.util.Optional;
import svoi.exchange.Figures;
import svoi.platform.Language;
import svoi.web.Messages;

/// Addresses of what a figure sums, in the reader's language and of the reader's day.
///
/// @param day as of which figures are read; empty: now
/// @param prefix of anchors, when two sets of figures stand on one page
record ResultLinks(Language language, Optional<LocalDate> day, String prefix) {
  String id(String part) {
    return prefix + part;
  }

  /// A name that the other set of figures on the page doesn't have.
  String say(String key, Messages t) {
    return prefix.isEmpty() ? t.get(key) : t.get("site.results.invented.of", "what", t.get(key));
  }

  String round(Figures.Round round) {
    return page("/exchanges/rounds/" + round.id());
  }

  String page(String path) {
    return "/" + language.code() + path + query();
  }

  /// Empty, or the day as a query.
  String query() {
    return day.map(on -> "?as_of=" + on).orElse("");
  }
}
