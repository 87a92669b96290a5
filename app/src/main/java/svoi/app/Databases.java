package svoi.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.Schema;

/// A pool for each door, each logged in with that door's role.
public final class Databases implements AutoCloseable {
  private final String url;
  private final Secrets secrets;
  private final int poolSize;
  private final Map<Role, HikariDataSource> pools = new EnumMap<>(Role.class);

  private Databases(String url, Secrets secrets, int poolSize) {
    this.url = url;
    this.secrets = secrets;
    this.poolSize = poolSize;
  }

  /// Connects to a database that is already migrated.
  static Databases connect(String url, Secrets secrets, int poolSize) {
    return new Databases(withoutCredentials(url), secrets, poolSize);
  }

  /// Makes roles and schemas fit, declares the kind of installation, and connects.
  ///
  /// @param administratorUrl address with an administrator's credentials; without any, the roles
  ///     must exist with the passwords in the secrets' folder
  static Databases prepare(String administratorUrl, Secrets secrets, int poolSize, boolean demo)
      throws SQLException {
    Databases databases = connect(administratorUrl, secrets, poolSize);
    if (administratorUrl.contains("user=")) {
      databases.ensureRoles(new DriverManagerDataSource(administratorUrl));
    }
    DataSource owner = databases.owner();
    Schema.migrate(owner);
    Schema.settle(owner);
    Optional<String> other = Schema.declare(owner, demo);
    if (other.isPresent()) {
      throw new Refusal(
          "This database was made for a "
              + other.get()
              + " installation. Start with --svoi.demo="
              + other.get().equals("demo")
              + ", or choose another folder with --svoi.data=DIR.");
    }
    return databases;
  }

  private void ensureRoles(DataSource administrator) throws SQLException {
    Map<Role, String> passwords = new HashMap<>();
    for (Role role : Role.values()) {
      passwords.put(role, secrets.of(role.sqlName()));
    }
    Schema.ensureRoles(administrator, passwords);
  }

  /// The owner's connections, one at a time: for migrations and for a demo's clock.
  DataSource owner() {
    return new DriverManagerDataSource(url, Role.OWNER.sqlName(), secrets.of(Role.OWNER.sqlName()));
  }

  /// The pool of a door, opened at its first use.
  Database of(Role role) {
    return Database.over(pools.computeIfAbsent(role, this::open));
  }

  private HikariDataSource open(Role role) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(role.sqlName());
    config.setPassword(secrets.of(role.sqlName()));
    config.setPoolName(role.sqlName());
    config.setMaximumPoolSize(poolSize);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    config.addDataSourceProperty("ApplicationName", role.sqlName());
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }

  private static String withoutCredentials(String url) {
    String plain = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "");
    return plain.endsWith("?") || plain.endsWith("&")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }
}
