package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
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
import svoi.staff.Member;

/// All awaited persons in memory by name, for the quick search and for finding duplicates.
///
/// Brought up to date at every question by the transaction of each row's last change, so that what
/// was saved a moment ago is found, by whatever process.
public final class AwaitedNames {
  private static final String READ =
      """
      SELECT id, track, state, born_on, held_since, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru
      FROM exchange.awaited
      """;
  private static final String ALL = READ + " WHERE state <> 'duplicate' ORDER BY held_since, id";
  private static final String SOME = READ + " WHERE state <> 'duplicate' AND id = ANY (?)";
  private static final String SNAPSHOT = "SELECT pg_current_snapshot()::text";

  /// Rows whose transaction lies ahead of all were written by another cluster, before a restore.
  private static final String CHANGED =
      """
      SELECT s.now::text AS seen,
             ARRAY(SELECT a.id FROM exchange.awaited a
                   WHERE a.changed >= pg_snapshot_xmin(?::pg_snapshot) AND a.changed < pg_snapshot_xmax(s.now)
                     AND NOT pg_visible_in_snapshot(a.changed, ?::pg_snapshot) LIMIT 5001) AS persons
      FROM (SELECT pg_current_snapshot() AS now) s
      """;

  /// More changes than this at once are an import: reading all anew is quicker.
  private static final int MANY = 5_000;

  private final Database database;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable State state;

  /// A person as far as the search knows one.
  ///
  /// @param bornOn null while unknown
  public record Known(UUID id, Track track, @Nullable LocalDate bornOn) {
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

  public AwaitedNames(Database database) {
    this.database = database;
  }

  /// Whom the query may mean among those whom the member may see.
  ///
  /// @param limit of each of the two lists, 1 to 100
  public Answer<Known> search(String query, Member by, int limit) {
    return now().search(query, seenBy(by), limit);
  }

  /// Of others not even the existence is told.
  static Predicate<Known> seenBy(Member by) {
    Set<Track> tracks = Set.copyOf(Track.seenBy(by));
    return known -> tracks.contains(known.track());
  }

  /// How many persons there are on both tracks.
  public int size() {
    return now().size();
  }

  /// The index as it is now; it never changes.
  NameIndex<Known> now() {
    reading.lock();
    try {
      State known = state;
      State fresh = known == null ? read() : caughtUp(known);
      state = fresh;
      return fresh.names();
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
    return changes.persons().length > MANY
        ? read()
        : replaced(known, changes.seen(), changes.persons());
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
    return sql.query((row, n) -> Map.entry(known(row), AwaitedRepository.name(row))).stream();
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        Track.of(row.getString("track")).orElseThrow(),
        row.getObject("born_on", LocalDate.class));
  }
}
