package svoi.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import svoi.names.Answer;
import svoi.names.NameIndex;
import svoi.platform.Database;

/// All persons in memory by name, for the desk's quick search and for finding duplicates.
///
/// Kept up to date by the publication log. Knows no rights: the caller says whom a member reaches.
public final class Persons {
  private static final String READ =
      """
      SELECT id, agency, born_on, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru
      FROM cases.v_person
      """;
  private static final String ALL = READ + " ORDER BY family_uk, given_uk, id";
  private static final String SOME = READ + " WHERE id = ANY (?)";
  private static final String CHANGED =
      """
      SELECT pg_current_snapshot()::text AS seen,
             ARRAY(SELECT DISTINCT person_id FROM platform.v_publication_log
                   WHERE xid >= pg_snapshot_xmin(?::pg_snapshot)
                     AND NOT pg_visible_in_snapshot(xid, ?::pg_snapshot)
                     AND person_id IS NOT NULL LIMIT 5001) AS persons
      """;

  private final IndexedNames<Known> names;

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

  public Persons(Database database) {
    this.names =
        new IndexedNames<>(
            database, new IndexedNames.Source<>(ALL, SOME, CHANGED, Persons::known, Known::id));
  }

  /// Whom the query may mean among those for whom `reached` holds.
  ///
  /// @param limit of each of the two lists, 1 to 100
  public Answer<Known> search(String query, Predicate<? super Known> reached, int limit) {
    return names.now().search(query, reached, limit);
  }

  /// How many persons there are.
  public int size() {
    return names.now().size();
  }

  /// Reads everything, so that the first question needs not wait for it.
  public void warm() {
    NameIndex<Known> _ = names.now();
  }

  private static Known known(ResultSet row, int n) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        Objects.requireNonNull(row.getString("agency")).intern(),
        row.getObject("born_on", LocalDate.class));
  }
}
