package svoi.exchange.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.IndexedNames;
import svoi.names.Answer;
import svoi.names.Counterpart;
import svoi.names.Hit;
import svoi.names.Latin;
import svoi.names.NameIndex;
import svoi.names.PersonName;
import svoi.names.Written;

/// Whom written names may mean among those who are awaited on the negotiated track: everybody who
/// shares a family name, in any of three spellings, or a birth date, weighed by the name engine.
/// Nobody of the other track is among them.
final class AwaitedMatches {
  private static final int HITS = 20;
  private static final Pattern WORD = Pattern.compile("[^\\s,.]+");
  private static final String NEAR =
      """
      SELECT a.id, a.category, a.born_on, a.family_uk, a.given_uk, a.patronymic_uk, a.family_ru, a.given_ru, a.patronymic_ru
      FROM exchange.awaited a
      WHERE a.track = 'negotiated' AND a.state <> 'duplicate' AND a.id IN (
        SELECT b.id FROM exchange.awaited b WHERE b.family_uk = ANY (:words)
        UNION SELECT b.id FROM exchange.awaited b WHERE b.family_ru = ANY (:words)
        UNION SELECT b.id FROM exchange.awaited b WHERE b.born_on = ANY (:born::date[])
        UNION SELECT b.id FROM exchange.awaited b WHERE cardinality(:latin::text[]) > 0 AND b.family_latin = ANY (:latin))
      ORDER BY a.held_since, a.id
      """;

  private final NameIndex<Known> names;

  /// @param bornOn null while unknown
  record Known(UUID id, @Nullable LocalDate bornOn, String category, PersonName name) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Known known && known.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    String fullName() {
      String patronymic = name.patronymicUk();
      String plain = name.familyUk() + " " + name.givenUk();
      return patronymic == null ? plain : plain + " " + patronymic;
    }
  }

  private AwaitedMatches(NameIndex<Known> names) {
    this.names = names;
  }

  /// Reads those whom any of these rows may mean.
  ///
  /// @param born birth dates that were written
  static AwaitedMatches of(
      JdbcClient jdbc, Collection<String> written, Collection<LocalDate> born) {
    Set<String> words = new HashSet<>();
    Set<String> latin = new HashSet<>();
    for (String name : written) {
      WORD.matcher(name).results().forEach(w -> spell(Written.name(w.group()), words, latin));
    }
    List<Map.Entry<Known, PersonName>> near =
        jdbc
            .sql(NEAR)
            .param("words", words.toArray(String[]::new))
            .param("latin", latin.toArray(String[]::new))
            .param("born", born.stream().map(LocalDate::toString).toArray(String[]::new))
            .query((row, n) -> known(row))
            .list()
            .stream()
            .map(known -> Map.entry(known, known.name()))
            .toList();
    return new AwaitedMatches(NameIndex.of(near.stream()));
  }

  private static void spell(String word, Set<String> words, Set<String> latin) {
    if (word.matches("\\p{IsLatin}.*")) {
      latin.add(word);
      return;
    }
    Stream.of("f", "m")
        .forEach(
            sex -> {
              words.add(Counterpart.russian(sex, word, "", "").familyRu());
              words.add(Counterpart.ukrainian(sex, word, "", "").familyUk());
            });
    words.add(word);
    latin.add(Latin.of(word));
  }

  /// Whom the name may mean, the same name first.
  List<Matching.Candidate> candidates(String name) {
    Answer<Known> answer = names.search(name, known -> true, HITS);
    List<Matching.Candidate> found = new ArrayList<>();
    answer.matches().forEach(hit -> found.add(candidate(hit, true)));
    answer.similar().forEach(hit -> found.add(candidate(hit, false)));
    return found;
  }

  /// The same as persons.
  List<Known> persons(String name) {
    Answer<Known> answer = names.search(name, known -> true, HITS);
    return Stream.concat(answer.matches().stream(), answer.similar().stream())
        .map(Hit::key)
        .distinct()
        .toList();
  }

  private static Matching.Candidate candidate(Hit<Known> hit, boolean same) {
    return new Matching.Candidate(hit.key().id(), hit.key().bornOn(), same);
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        row.getObject("born_on", LocalDate.class),
        row.getString("category"),
        IndexedNames.name(row));
  }
}
