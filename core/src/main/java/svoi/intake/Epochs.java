package svoi.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Desks and their keys, as far as anybody may know them; only certified ones count.
final class Epochs {
  private static final String COLUMNS =
      """
      SELECT e.id, e.desk_id, d.agency, d.code, e.number, e.valid_until, e.public_key, e.certificate,
             e.valid_until >= platform.today() AS valid
      FROM intake.desk_epoch e JOIN intake.desk d ON d.id = e.desk_id
      """;
  private static final String OF_DESK = COLUMNS + " WHERE d.code = ? ORDER BY e.number DESC";
  private static final String BY_ID = COLUMNS + " WHERE e.id = ?";

  private final JdbcClient jdbc;
  private final RootKey.Verifier root;

  Epochs(JdbcClient jdbc, RootKey.Verifier root) {
    this.jdbc = jdbc;
    this.root = root;
  }

  record Epoch(
      UUID id,
      UUID desk,
      DeskKeyStatement statement,
      byte @Nullable [] certificate,
      boolean valid) {}

  /// The newest epoch of a desk whose certificate is the root's and has not run out.
  Optional<Epoch> current(String deskCode) {
    return ofDesk(deskCode).stream().filter(e -> e.valid() && isCertified(e)).findFirst();
  }

  /// All epochs of a desk, the newest first.
  List<Epoch> ofDesk(String deskCode) {
    return jdbc.sql(OF_DESK).param(deskCode).query((row, n) -> epoch(row)).list();
  }

  Optional<Epoch> find(UUID id) {
    return jdbc.sql(BY_ID).param(id).query((row, n) -> epoch(row)).optional();
  }

  boolean isCertified(Epoch epoch) {
    byte @Nullable [] certificate = epoch.certificate();
    return certificate != null && root.holds(epoch.statement(), certificate);
  }

  boolean holds(Epoch epoch, byte[] certificate) {
    return root.holds(epoch.statement(), certificate);
  }

  private static Epoch epoch(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    DeskKeyStatement statement =
        new DeskKeyStatement(
            id,
            row.getString("agency"),
            row.getString("code"),
            row.getInt("number"),
            row.getObject("valid_until", LocalDate.class),
            row.getBytes("public_key"));
    return new Epoch(
        id,
        row.getObject("desk_id", UUID.class),
        statement,
        row.getBytes("certificate"),
        row.getBoolean("valid"));
  }
}
