package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import svoi.cases.IndexedNames;
import svoi.names.Answer;
import svoi.names.NameIndex;
import svoi.platform.Database;
import svoi.staff.Member;

/// All awaited persons in memory by name, for the quick search and for finding duplicates.
///
/// Kept up to date by the transaction of each row's last change.
public final class AwaitedNames {
  private static final String READ =
      """
      SELECT id, track, state, born_on, held_since, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru
      FROM exchange.awaited
      """;
  private static final String ALL = READ + " WHERE state <> 'duplicate' ORDER BY held_since, id";
  private static final String SOME = READ + " WHERE state <> 'duplicate' AND id = ANY (?)";

  /// Rows whose transaction lies ahead of all were written by another cluster, before a restore.
  private static final String CHANGED =
      """
      SELECT s.now::text AS seen,
             ARRAY(SELECT a.id FROM exchange.awaited a
                   WHERE a.changed >= pg_snapshot_xmin(?::pg_snapshot) AND a.changed < pg_snapshot_xmax(s.now)
                     AND NOT pg_visible_in_snapshot(a.changed, ?::pg_snapshot) LIMIT 5001) AS persons
      FROM (SELECT pg_current_snapshot() AS now) s
      """;

  private final IndexedNames<Known> names;

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

  public AwaitedNames(Database database) {
    this.names =
        new IndexedNames<>(
            database,
            new IndexedNames.Source<>(ALL, SOME, CHANGED, AwaitedNames::known, Known::id));
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
    return names.now();
  }

  private static Known known(ResultSet row, int n) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        Track.of(row.getString("track")).orElseThrow(),
        row.getObject("born_on", LocalDate.class));
  }
}
