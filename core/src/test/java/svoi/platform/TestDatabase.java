package svoi.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A real PostgreSQL for tests: one server for the JVM, one migrated template, a copy for each test
/// class, the doors' own roles.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final String PASSWORD = "test";

  private final EmbeddedPostgres server;
  private final String name;
  private final Optional<ZoneId> zone;
  private final Map<Role, HikariDataSource> pools = new EnumMap<>(Role.class);

  private TestDatabase(EmbeddedPostgres server, String name, Optional<ZoneId> zone) {
    this.server = server;
    this.name = name;
    this.zone = zone;
  }

  /// A fresh copy of the migrated template; a demo, so that tests may move the clock.
  public static TestDatabase create() {
    return create(Optional.empty());
  }

  /// One whose sessions are all in this zone, whatever the zone of the JVM is.
  public static TestDatabase create(ZoneId zone) {
    return create(Optional.of(zone));
  }

  private static TestDatabase create(Optional<ZoneId> zone) {
    String name = "copy_" + COPIES.incrementAndGet();
    EmbeddedPostgres server = Server.STARTED;
    execute(
        server.getPostgresDatabase(),
        "CREATE DATABASE " + name + " TEMPLATE svoi_template STRATEGY file_copy");
    execute(
        server.getPostgresDatabase(),
        "GRANT CONNECT ON DATABASE " + name + " TO svoi_owner, svoi_site, svoi_contact, svoi_desk");
    return new TestDatabase(server, name, zone);
  }

  /// The door's way in, under its own role.
  public Database as(Role role) {
    return Database.over(
        pools.computeIfAbsent(
            role,
            r -> {
              HikariConfig config = new HikariConfig();
              config.setJdbcUrl(url());
              config.setUsername(r.sqlName());
              config.setPassword(PASSWORD);
              config.setMaximumPoolSize(6);
              config.setMinimumIdle(0);
              zone.ifPresent(z -> config.setConnectionInitSql("SET TimeZone = '" + z + "'"));
              return new HikariDataSource(config);
            }));
  }

  /// Address without a user.
  public String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
  }

  /// Past every protection: for putting a state there that the services would refuse.
  public JdbcClient superuser() {
    return JdbcClient.create(server.getDatabase("postgres", name));
  }

  /// Moves the rules' time.
  public void moveClock(Duration shift) {
    as(Role.OWNER)
        .jdbc()
        .sql("UPDATE platform.clock SET shift = make_interval(secs => ?)")
        .param(shift.toSeconds())
        .update();
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
    execute(server.getPostgresDatabase(), "DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Server {
    static final EmbeddedPostgres STARTED = start();

    private static EmbeddedPostgres start() {
      try {
        Path binaries = Path.of(System.getProperty("user.home"), ".cache", "svoi", "postgres");
        Files.createDirectories(binaries);
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "100")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        migrate(server);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void migrate(EmbeddedPostgres server) {
      execute(
          server.getPostgresDatabase(),
          "CREATE DATABASE svoi_template ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0");
      Map<Role, String> passwords = new EnumMap<>(Role.class);
      for (Role role : Role.values()) {
        passwords.put(role, PASSWORD);
      }
      try {
        Schema.ensureRoles(server.getDatabase("postgres", "svoi_template"), passwords);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:" + server.getPort() + "/svoi_template");
        config.setUsername(Role.OWNER.sqlName());
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(2);
        try (HikariDataSource owner = new HikariDataSource(config)) {
          Schema.migrate(owner);
          Schema.declare(owner, true);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
