package svoi.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Language;

/// Searches through the view itself, for as long as the index is being read: one word of the query
/// is the family name letter for letter, in any of its three spellings; the others stand in the
/// name.
final class WholeNames {
  /// More people of one family name than pages show.
  private static final String OF_THE_FAMILY =
      Columns.SELECT
          + " WHERE family_uk = ANY (?) OR family_ru = ANY (?) OR family_latin = ANY (?) LIMIT 200";

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// More words than any name has.
  private static final int MOST_WORDS = 6;

  private final JdbcClient jdbc;
  private final Columns columns;

  WholeNames(JdbcClient jdbc, Columns columns) {
    this.jdbc = jdbc;
    this.columns = columns;
  }

  /// The rows that the query names and that pass.
  List<Row> find(String query, Predicate<Row> passes) {
    String[] words =
        Stream.of(SPACES.split(query.strip()))
            .limit(MOST_WORDS)
            .map(WholeNames::cased)
            .toArray(String[]::new);
    try (Stream<Row> found =
        jdbc
            .sql(OF_THE_FAMILY)
            .param(words)
            .param(words)
            .param(words)
            .query(columns::read)
            .stream()) {
      return found.filter(passes).filter(row -> bears(row, words)).toList();
    }
  }

  private static String cased(String word) {
    return UCharacter.toTitleCase(Locale.ROOT, word, BreakIterator.getWordInstance(Locale.ROOT));
  }

  private static boolean bears(Row row, String[] words) {
    String names =
        Stream.of(Language.values())
            .map(language -> row.names().full(language))
            .reduce(" ", (all, one) -> all + one + " ");
    return Stream.of(words).allMatch(word -> names.contains(" " + word + " "));
  }
}
