package svoi.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Kyiv;

/// The released figures of exchanges, of today and of any earlier day.
public final class Statistics {
  private static final String LATEST =
      """
      SELECT id, demo, method_version, as_of, outcome_root, figures::text
      FROM exchange.v_public_release WHERE demo = ? AND as_of < ? ORDER BY as_of DESC LIMIT 1
      """;

  private final JdbcClient jdbc;

  /// @param jdbc statements under the site's role
  public Statistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest real figures; empty until the first were released.
  public Optional<Release> latest() {
    return before(false, OffsetDateTime.MAX);
  }

  /// The newest figures of invented rounds; empty if there are none.
  public Optional<Release> invented() {
    return before(true, OffsetDateTime.MAX);
  }

  /// The figures as they stood at the end of that day in Kyiv.
  public Optional<Release> asOf(LocalDate day, boolean invented) {
    return before(invented, day.plusDays(1).atStartOfDay(Kyiv.ZONE).toOffsetDateTime());
  }

  private Optional<Release> before(boolean demo, OffsetDateTime moment) {
    List<Release> found =
        jdbc.sql(LATEST)
            .params(demo, moment)
            .query(
                (row, n) ->
                    new Release(
                        row.getObject("id", UUID.class),
                        row.getBoolean("demo"),
                        row.getString("method_version"),
                        Objects.requireNonNull(row.getObject("as_of", OffsetDateTime.class))
                            .toInstant(),
                        row.getString("outcome_root"),
                        Releases.MAPPER.readValue(row.getString("figures"), Figures.class)))
            .list();
    return found.stream().findFirst();
  }
}
