package svoi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.IndexedNames;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.NameIndex;
import svoi.names.PersonName;

/// Whom the names of a list may mean: everybody of that side who shares a family name or a birth
/// date with one of its rows, or stands in the round already, weighed by the name engine.
final class Namesakes {
  private static final int HITS = 10;
  private static final String AWAITED =
      """
      SELECT a.id, a.born_on, a.family_uk, a.given_uk, a.patronymic_uk, a.family_ru, a.given_ru, a.patronymic_ru,
             a.category AS kind, a.track = 'unconditional' AS apart,
             EXISTS (SELECT FROM exchange.slot s WHERE s.participant_id = a.id AND s.round_id = :round) AS here
      FROM exchange.awaited a
      WHERE a.state <> 'duplicate' AND (a.born_on = ANY (:born::date[]) OR lower(a.family_uk) = ANY (:words)
        OR lower(a.family_ru) = ANY (:words) OR lower(a.family_latin) = ANY (:words)
        OR a.id IN (SELECT s.participant_id FROM exchange.slot s WHERE s.round_id = :round))
      ORDER BY a.held_since, a.id
      """;
  private static final String OFFERED =
      """
      SELECT v.id, v.born_on, v.family_uk, v.given_uk, v.patronymic_uk, v.family_ru, v.given_ru, v.patronymic_ru,
             v.kind, false AS apart,
             EXISTS (SELECT FROM exchange.slot s WHERE s.participant_id = v.id AND s.round_id = :round) AS here
      FROM exchange.v_offer v
      WHERE v.family_uk IS NOT NULL AND (v.born_on = ANY (:born::date[]) OR lower(v.family_uk) = ANY (:words)
        OR lower(v.family_ru) = ANY (:words) OR lower(v.family_latin) = ANY (:words)
        OR v.id IN (SELECT s.participant_id FROM exchange.slot s WHERE s.round_id = :round))
      ORDER BY v.entered_at, v.id
      """;

  private final Map<Side, NameIndex<Known>> index = new EnumMap<>(Side.class);

  /// @param apart on the track of unconditional return
  /// @param here whether the person stands, or stood, in the round
  record Known(
      UUID id,
      @Nullable LocalDate bornOn,
      PersonName name,
      String kind,
      boolean apart,
      boolean here) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Known known && known.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /// What was written in one row.
  record Written(Side side, String name, @Nullable LocalDate born) {}

  private Namesakes() {}

  static Namesakes of(JdbcClient jdbc, RoundId round, Collection<Written> rows) {
    Namesakes namesakes = new Namesakes();
    for (Side side : Side.values()) {
      Set<String> words = new HashSet<>();
      Set<String> born = new HashSet<>();
      for (Written row : rows) {
        if (row.side() == side) {
          words.addAll(List.of(row.name().toLowerCase(Locale.ROOT).split("[\\s,.]+")));
          LocalDate day = row.born();
          if (day != null) {
            born.add(day.toString());
          }
        }
      }
      List<Known> known =
          words.isEmpty()
              ? List.of()
              : jdbc.sql(side == Side.AWAITED ? AWAITED : OFFERED)
                  .param("round", round.value())
                  .param("words", words.toArray(String[]::new))
                  .param("born", born.toArray(String[]::new))
                  .query((row, n) -> known(row))
                  .list();
      Stream<Map.Entry<Known, PersonName>> named =
          known.stream().map(person -> Map.entry(person, person.name()));
      namesakes.index.put(side, NameIndex.of(named));
    }
    return namesakes;
  }

  /// Everybody whom a row may mean, the likeliest first.
  List<Known> candidates(Written row) {
    Answer<Known> answer = search(row);
    Set<Known> all = new LinkedHashSet<>();
    answer.matches().forEach(hit -> all.add(hit.key()));
    answer.similar().forEach(hit -> all.add(hit.key()));
    return List.copyOf(all);
  }

  /// The one whom a row means beyond doubt.
  ///
  /// @param one null unless there is exactly one
  /// @param several somebody may be meant, but an officer has to say who
  record Found(@Nullable Known one, boolean several) {}

  /// With a birth date: the only one of that name born on it, or of several such the only one who
  /// stands in the round. Without: the only one of that name, if that person stands in the round.
  Found find(Written row) {
    Answer<Known> answer = search(row);
    List<Known> named = answer.matches().stream().map(Hit::key).toList();
    LocalDate born = row.born();
    List<Known> alike =
        born == null ? named : named.stream().filter(known -> born.equals(known.bornOn())).toList();
    List<Known> here = alike.stream().filter(Known::here).toList();
    if (born != null && alike.size() == 1) {
      return new Found(alike.getFirst(), false);
    }
    if (here.size() == 1 && (born != null || named.size() == 1)) {
      return new Found(here.getFirst(), false);
    }
    boolean near =
        born != null && answer.similar().stream().anyMatch(h -> born.equals(h.key().bornOn()));
    return new Found(null, !named.isEmpty() || near);
  }

  private Answer<Known> search(Written row) {
    return Objects.requireNonNull(index.get(row.side())).search(row.name(), k -> true, HITS);
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        row.getObject("born_on", LocalDate.class),
        IndexedNames.name(row),
        row.getString("kind"),
        row.getBoolean("apart"),
        row.getBoolean("here"));
  }
}
