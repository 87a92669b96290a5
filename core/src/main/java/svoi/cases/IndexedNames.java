package svoi.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.names.NameIndex;
import svoi.names.PersonName;
import svoi.platform.Database;

/// Everybody of a table in memory by name.
///
/// Brought up to date at every question by what changed since the last one, so that what was saved
/// a moment ago is found, by whatever process.
///
/// @param <K> a person as far as the search knows one; equal if the id is
public final class IndexedNames<K> {
  private static final String SNAPSHOT = "SELECT pg_current_snapshot()::text";

  /// More changes than this at once are an import: reading all anew is quicker.
  private static final int MANY = 5_000;

  private final Database database;
  private final Source<K> source;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable State<K> state;

  /// How the table is asked. Rows have the columns of [#name].
  ///
  /// @param all everybody; of equal names the first stands first
  /// @param some those whose ids its one parameter holds
  /// @param changed `seen`, the present snapshot, and `persons`, up to 5,001 ids of who may have
  ///     changed since the snapshot that both of its parameters are
  public record Source<K>(
      String all, String some, String changed, RowMapper<K> key, Function<K, UUID> id) {}

  private record State<K>(String seen, NameIndex<K> names) {}

  public IndexedNames(Database database, Source<K> source) {
    this.database = database;
    this.source = source;
  }

  /// The name that a row with the columns of a person has.
  public static PersonName name(ResultSet row) throws SQLException {
    return new PersonName(
        row.getString("family_uk"),
        row.getString("given_uk"),
        row.getString("patronymic_uk"),
        row.getString("family_ru"),
        row.getString("given_ru"),
        row.getString("patronymic_ru"));
  }

  /// The index as it is now; it never changes.
  public NameIndex<K> now() {
    reading.lock();
    try {
      State<K> known = state;
      State<K> fresh = known == null ? read() : caughtUp(known);
      state = fresh;
      return fresh.names();
    } finally {
      reading.unlock();
    }
  }

  private State<K> caughtUp(State<K> known) {
    record Changes(String seen, UUID[] persons) {}
    Changes changes =
        database
            .jdbc()
            .sql(source.changed())
            .params(known.seen(), known.seen())
            .query(
                (row, n) ->
                    new Changes(row.getString("seen"), (UUID[]) row.getArray("persons").getArray()))
            .single();
    if (changes.persons().length == 0) {
      return new State<>(changes.seen(), known.names());
    }
    return changes.persons().length > MANY
        ? read()
        : replaced(known, changes.seen(), changes.persons());
  }

  private State<K> replaced(State<K> known, String seen, UUID[] persons) {
    Map<K, PersonName> fresh = new LinkedHashMap<>();
    Set<UUID> gone = new HashSet<>(Arrays.asList(persons));
    try (Stream<Map.Entry<K, PersonName>> rows =
        rows(database.jdbc().sql(source.some()).param(persons))) {
      rows.forEach(row -> fresh.put(row.getKey(), row.getValue()));
    }
    NameIndex<K> names =
        known.names().replacing(person -> gone.contains(source.id().apply(person)), fresh);
    return new State<>(seen, names);
  }

  /// The snapshot comes first: what commits between the two statements is read twice, never missed.
  private State<K> read() {
    String seen = database.jdbc().sql(SNAPSHOT).query(String.class).single();
    try (Stream<Map.Entry<K, PersonName>> rows = rows(database.jdbc().sql(source.all()))) {
      return new State<>(seen, NameIndex.of(rows));
    }
  }

  private Stream<Map.Entry<K, PersonName>> rows(JdbcClient.StatementSpec sql) {
    return sql.query((row, n) -> Map.entry(key(row, n), name(row))).stream();
  }

  private K key(ResultSet row, int n) throws SQLException {
    return Objects.requireNonNull(source.key().mapRow(row, n));
  }
}
