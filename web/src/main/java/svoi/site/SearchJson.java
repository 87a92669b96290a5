package svoi.site;

import java.util.List;
import java.util.Locale;
import svoi.platform.Language;
import svoi.register.Names;
import svoi.search.Found;
import svoi.search.Match;

/// What a search by name found, for programs.
///
/// @param reading how the query was understood, in small letters: `as_typed`, `latin`, … `nothing`
/// @param complete false while the index is being read: only whole family names were compared
/// @param similar other names that are near the query: never to be shown as the answer
/// @param more whether there are further matches beyond the limit
record SearchJson(
    String query,
    String reading,
    boolean complete,
    List<Hit> matches,
    List<Hit> similar,
    boolean more) {
  /// @param name in the language asked for
  /// @param score 0 to 1, three decimals; 1 is every word letter for letter
  /// @param region ISO 3166-2 code of the region of the act
  /// @param page path of the profile's page
  record Hit(String id, String name, Spellings names, double score, String region, String page) {}

  record Spellings(String uk, String ru, String latin) {}

  static SearchJson of(String query, Found<?> found, Language language) {
    return new SearchJson(
        query,
        found.reading().name().toLowerCase(Locale.ROOT),
        found.complete(),
        hits(found.matches(), language),
        hits(found.similar(), language),
        found.more());
  }

  static List<Hit> hits(List<? extends Match<?>> matches, Language language) {
    return matches.stream().map(match -> hit(match, language)).toList();
  }

  private static Hit hit(Match<?> match, Language language) {
    Names names = match.names();
    return new Hit(
        String.valueOf(match.id()),
        names.full(language),
        new Spellings(names.full(Language.UK), names.full(Language.RU), names.full(Language.EN)),
        Math.round(match.score() * 1_000) / 1_000.0,
        match.region(),
        "/" + language.code() + "/profiles/" + match.id());
  }
}
