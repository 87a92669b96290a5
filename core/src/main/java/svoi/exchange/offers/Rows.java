package svoi.exchange.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads columns that several queries share.
final class Rows {
  private Rows() {}

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// The parts of a name that there are, with spaces between; a dash if there are none.
  static String name(ResultSet row, String family, String given, String patronymic)
      throws SQLException {
    String name =
        Stream.of(row.getString(family), row.getString(given), row.getString(patronymic))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? "—" : name;
  }
}
