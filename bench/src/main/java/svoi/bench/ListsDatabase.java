package svoi.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.Schema;

/// A migrated PostgreSQL for invented persons: one started here and thrown away, or a given one.
public final class ListsDatabase implements AutoCloseable {
  /// Of all roles: the database holds nobody, and listens on this machine only.
  public static final String PASSWORD = "bench";

  private final Optional<EmbeddedPostgres> server;
  private final String url;
  private final DataSource administrator;
  private final Map<Role, HikariDataSource> pools = new EnumMap<>(Role.class);

  private ListsDatabase(Optional<EmbeddedPostgres> server, String url, DataSource administrator) {
    this.server = server;
    this.url = url;
    this.administrator = administrator;
  }

  /// Starts one with the settings that the program's own has, but without waiting for the disk.
  static ListsDatabase embedded() throws IOException, SQLException {
    return embedded(false);
  }

  /// @param durable whether a commit waits for the disk, as it does in the program
  public static ListsDatabase embedded(boolean durable) throws IOException, SQLException {
    EmbeddedPostgres server = PostgresServer.start(durable);
    String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    return new ListsDatabase(Optional.of(server), url, server.getPostgresDatabase()).prepare();
  }

  /// Takes a given one; roles that are missing are made.
  ///
  /// @param address JDBC address with user and password of an administrator
  /// @throws IllegalArgumentException if its server belongs to an installation of the program
  public static ListsDatabase given(String address) throws SQLException {
    String url = address.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
    DataSource administrator = new DriverManagerDataSource(address);
    return new ListsDatabase(Optional.empty(), url, administrator).prepare();
  }

  private ListsDatabase prepare() throws SQLException {
    refuseRolesOfOthers();
    Map<Role, String> passwords = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      passwords.put(role, PASSWORD);
    }
    Schema.ensureRoles(administrator, passwords);
    DataSource owner = as(Role.OWNER).source();
    Schema.migrate(owner);
    Schema.declare(owner, false)
        .ifPresent(kind -> refuse("This database belongs to a " + kind + " installation."));
    return this;
  }

  private void refuseRolesOfOthers() throws SQLException {
    long roles =
        administrator()
            .sql("SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname = 'svoi_owner'")
            .query(Long.class)
            .single();
    if (roles > 0) {
      DataSource owner = new DriverManagerDataSource(url, Role.OWNER.sqlName(), PASSWORD);
      try (Connection connection = owner.getConnection()) {
        connection.isValid(1);
      } catch (SQLException e) {
        refuse("This server has the roles of an installation: their passwords would be lost.");
      }
    }
  }

  private static void refuse(String reason) {
    throw new IllegalArgumentException(reason + " Give an empty server made for this.");
  }

  /// Past every protection, for the invention of persons.
  public JdbcClient administrator() {
    return JdbcClient.create(administrator);
  }

  /// One connection with every right.
  public Connection connect() throws SQLException {
    return administrator.getConnection();
  }

  /// Address without a user.
  String url() {
    return url;
  }

  /// The door's way in, under its own role.
  public Database as(Role role) {
    return Database.over(pools.computeIfAbsent(role, this::open));
  }

  private HikariDataSource open(Role role) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(role.sqlName());
    config.setPassword(PASSWORD);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  @Override
  public void close() throws IOException {
    pools.values().forEach(HikariDataSource::close);
    if (server.isPresent()) {
      server.get().close();
    }
  }
}
