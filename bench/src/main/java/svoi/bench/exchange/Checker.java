package svoi.bench.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.EvidenceDamaged;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;

/// Asks after a kill whether everything is there or nothing, by the statements of `invariants.sql`,
/// the chain of the audit log and the scans in the vault.
final class Checker {
  private static final String SCANS = "SELECT round_id, file_sha256 FROM exchange.protocol";

  private final List<Named> invariants = Named.read("invariants.sql");
  private final List<Named> torn = Named.read("torn.sql");
  private final Path vault;
  private final Map<String, Integer> violations = new TreeMap<>();

  /// @param vault folder of the scans
  Checker(Path vault) throws IOException {
    this.vault = vault;
  }

  List<Named> invariants() {
    return invariants;
  }

  /// How often each invariant was broken so far.
  Map<String, Integer> violations() {
    return violations;
  }

  /// Checks everything as of one moment, and notes what is broken.
  void check(DataSource administrator, Database desk) throws SQLException {
    try (Connection connection = administrator.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      broken(connection).forEach(name -> violations.merge(name, 1, Integer::sum));
      connection.rollback();
    }
    if (new AuditTrail(desk.jdbc()).verify().brokenAt().isPresent()) {
      violations.merge("the chain of the audit log is whole", 1, Integer::sum);
    }
    scans(desk);
  }

  private List<String> broken(Connection connection) throws SQLException {
    List<String> broken = new ArrayList<>();
    for (Named invariant : invariants) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(invariant.sql())) {
        if (rows.next()) {
          broken.add(invariant.name());
        }
      }
    }
    return broken;
  }

  /// Every scan that a row names is in the vault, whole.
  private void scans(Database desk) {
    JdbcClient jdbc = desk.jdbc();
    Vault files = new Vault(new PersonKeys(jdbc, new byte[32]), vault);
    jdbc.sql(SCANS)
        .query(
            (row, n) -> {
              try (var scan = files.open(row.getObject(1, UUID.class), row.getBytes(2))) {
                return scan.readAllBytes().length;
              } catch (IOException | EvidenceDamaged e) {
                return violations.merge("every scan is in the vault", 1, Integer::sum);
              }
            })
        .list();
  }

  /// Makes every half-done act of `torn.sql` in turn, sees which invariants notice it, and takes it
  /// back.
  ///
  /// @return whether each was noticed
  boolean noticesTornWrites(DataSource administrator) throws SQLException {
    int noticed = 0;
    for (Named write : torn) {
      try (Connection connection = administrator.getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("SET LOCAL session_replication_role = replica");
        int rows = statement.executeUpdate(write.sql());
        List<String> broken = broken(connection);
        connection.rollback();
        boolean seen = rows == 1 && !broken.isEmpty();
        noticed += seen ? 1 : 0;
        System.out.printf(
            "    %s: %s%n",
            write.name(),
            seen ? "noticed by “" + broken.getFirst() + "”" : "NOT NOTICED, rows " + rows);
      }
    }
    System.out.printf(Locale.ROOT, "Torn writes: %d made, %d noticed.%n", torn.size(), noticed);
    return noticed == torn.size();
  }
}
