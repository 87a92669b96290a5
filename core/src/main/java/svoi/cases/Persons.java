package svoi.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.names.Answer;
import svoi.names.NameIndex;
import svoi.names.PersonName;
import svoi.platform.Database;

/// All persons in memory by name, for the desk's quick search and for finding duplicates.
///
/// Brought up to date at every question by the publication log, so that what was saved a moment ago
/// is found, by whatever process. Knows no rights: the caller says whom a member reaches.
public final class Persons {
  private static final String READ =
      """
      SELECT id, agency, born_on, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru
      FROM cases.v_person
      """;
  private static final String ALL = READ + " ORDER BY family_uk, given_uk, id";
  private static final String SOME = READ + " WHERE id = ANY (?)";
  private static final String SNAPSHOT = "SELECT pg_current_snapshot()::text";
  private static final String CHANGED =
      """
      SELECT pg_current_snapshot()::text AS seen,
             ARRAY(SELECT DISTINCT person_id FROM platform.v_publication_log
                   WHERE xid >= pg_snapshot_xmin(?::pg_snapshot)
                     AND NOT pg_visible_in_snapshot(xid, ?::pg_snapshot)
                     AND person_id IS NOT NULL LIMIT 5001) AS persons
      """;

  /// More changes than this at once are an import: reading all anew is quicker.
  private static final int MANY = 5_000;

  private final Database database;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable State state;

  /// A person as far as the search knows one.
  public record Known(UUID id, String agency, LocalDate bornOn) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Known known && known.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  private record State(String seen, NameIndex<Known> names) {}

  public Persons(Database database) {
    this.database = database;
  }

  /// Whom the query may mean among those for whom `reached` holds.
  ///
  /// @param limit of each of the two lists, 1 to 100
  public Answer<Known> search(String query, Predicate<? super Known> reached, int limit) {
    return current().names().search(query, reached, limit);
  }

  /// How many persons there are.
  public int size() {
    return current().names().size();
  }

  /// Reads everything, so that the first question needs not wait for it.
  public void warm() {
    State _ = current();
  }

  private State current() {
    reading.lock();
    try {
      State known = state;
      State fresh = known == null ? read() : caughtUp(known);
      state = fresh;
      return fresh;
    } finally {
      reading.unlock();
    }
  }

  private State caughtUp(State known) {
    record Changes(String seen, UUID[] persons) {}
    Changes changes =
        database
            .jdbc()
            .sql(CHANGED)
            .params(known.seen(), known.seen())
            .query(
                (row, n) ->
                    new Changes(row.getString("seen"), (UUID[]) row.getArray("persons").getArray()))
            .single();
    if (changes.persons().length == 0) {
      return new State(changes.seen(), known.names());
    }
    if (changes.persons().length > MANY) {
      return read();
    }
    return replaced(known, changes.seen(), changes.persons());
  }

  private State replaced(State known, String seen, UUID[] persons) {
    Map<Known, PersonName> fresh = new LinkedHashMap<>();
    Set<UUID> gone = new HashSet<>(Arrays.asList(persons));
    try (Stream<Map.Entry<Known, PersonName>> rows =
        rows(database.jdbc().sql(SOME).param(persons))) {
      rows.forEach(row -> fresh.put(row.getKey(), row.getValue()));
    }
    return new State(seen, known.names().replacing(person -> gone.contains(person.id()), fresh));
  }

  /// The snapshot comes first: what commits between the two statements is read twice, never missed.
  private State read() {
    String seen = database.jdbc().sql(SNAPSHOT).query(String.class).single();
    try (Stream<Map.Entry<Known, PersonName>> rows = rows(database.jdbc().sql(ALL))) {
      return new State(seen, NameIndex.of(rows));
    }
  }

  private static Stream<Map.Entry<Known, PersonName>> rows(JdbcClient.StatementSpec sql) {
    return sql.query((row, n) -> Map.entry(known(row), name(row))).stream();
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        Objects.requireNonNull(row.getString("agency")).intern(),
        row.getObject("born_on", LocalDate.class));
  }

  private static PersonName name(ResultSet row) throws SQLException {
    return new PersonName(
        row.getString("family_uk"),
        row.getString("given_uk"),
        row.getString("patronymic_uk"),
        row.getString("family_ru"),
        row.getString("given_ru"),
        row.getString("patronymic_ru"));
  }
}
