package svoi.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings a database to the shape that this program needs: roles, schemas, kind of installation.
public final class Schema {
  private static final List<String> MODULES =
      List.of(
          "platform",
          "audit",
          "reference",
          "staff",
          "intake",
          "cases",
          "consent",
          "media",
          "register",
          "exchange");

  private Schema() {}

  /// Creates the roles that are missing and sets the passwords given here; roles without a password
  /// in `passwords` are left as the administrator made them.
  public static void ensureRoles(DataSource administrator, Map<Role, String> passwords)
      throws SQLException {
    try (Connection connection = administrator.getConnection()) {
      for (Map.Entry<Role, String> entry : passwords.entrySet()) {
        ensureRole(connection, entry.getKey().sqlName(), entry.getValue());
      }
      giveToOwner(connection);
    }
  }

  /// Lets the owner create schemas, and nobody but members connect or make temporary objects.
  private static void giveToOwner(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String database = statement.enquoteIdentifier(connection.getCatalog(), true);
      statement.execute("GRANT CREATE ON DATABASE " + database + " TO svoi_owner");
      statement.execute("REVOKE TEMPORARY, CONNECT ON DATABASE " + database + " FROM PUBLIC");
      statement.execute(
          "GRANT CONNECT ON DATABASE "
              + database
              + " TO svoi_owner, svoi_site, svoi_contact, svoi_desk");
    }
  }

  private static void ensureRole(Connection connection, String role, String password)
      throws SQLException {
    String action = exists(connection, role) ? "ALTER" : "CREATE";
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          action + " ROLE " + role + " LOGIN PASSWORD " + statement.enquoteLiteral(password));
      // Compiling a plan costs more than any of our statements runs.
      statement.execute("ALTER ROLE " + role + " SET jit = off");
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT FROM pg_catalog.pg_roles WHERE rolname = ?")) {
      query.setString(1, role);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /// Runs the migrations of all modules in the order of their versions.
  public static void migrate(DataSource owner) {
    Flyway.configure()
        .dataSource(owner)
        .locations(MODULES.stream().map(m -> "classpath:db/migration/" + m).toArray(String[]::new))
        .schemas("flyway")
        .defaultSchema("flyway")
        .createSchemas(true)
        .load()
        .migrate();
  }

  /// Empties what belongs to another cluster, after a restore from a dump.
  ///
  /// @return whether it was another cluster
  public static boolean settle(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT platform.settle()")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /// Decides once whether this database is a demo.
  ///
  /// @return empty if it is of the wanted kind, else the kind that it was made for
  public static Optional<String> declare(DataSource owner, boolean demo) throws SQLException {
    String wanted = demo ? "demo" : "real";
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO platform.installation (kind) VALUES ('"
              + wanted
              + "') ON CONFLICT DO NOTHING");
      try (ResultSet rows = statement.executeQuery("SELECT kind FROM platform.v_installation")) {
        rows.next();
        String kind = rows.getString(1);
        return kind.equals(wanted) ? Optional.empty() : Optional.of(kind);
      }
    }
  }
}
