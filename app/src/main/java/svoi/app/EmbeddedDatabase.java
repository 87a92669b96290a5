package svoi.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// PostgreSQL 18 from the class path, its data kept in the data folder; reachable from this machine
/// only, by password only.
///
/// A small shell process holds a pipe from this JVM: when the JVM dies in any way, `kill -9`
/// included, the pipe closes and the shell stops PostgreSQL.
final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofMillis(20);

  /// While archived WAL is replayed: as long as it takes.
  private static final Duration RECOVERY = Duration.ofHours(24);
  private static final String ADMINISTRATOR = "postgres";
  private static final String NAME = "svoi";
  private static final String ONLY_BY_PASSWORD =
      """
      # Written at the first start: this machine only, by password only.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final Process watchdog;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Process watchdog, String password) {
    this.postgres = postgres;
    this.watchdog = watchdog;
    this.password = password;
  }

  /// Starts the database of this data folder; one left behind by a killed program is stopped first.
  ///
  /// @param archive folder for the write-ahead log; empty: it is not kept
  static EmbeddedDatabase start(Path data, Secrets secrets, Optional<Path> archive)
      throws IOException {
    Path cluster = cluster(data);
    stopLeftBehind(cluster);
    String password = secrets.of(ADMINISTRATOR);
    boolean recovering = Files.exists(cluster.resolve("recovery.signal"));
    Redirect words =
        recovering ? Redirect.to(data.resolve("restore.log").toFile()) : Redirect.DISCARD;
    Optional<Thread> watch =
        recovering ? Optional.of(interruptIfItEnds(cluster)) : Optional.empty();
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOverrideWorkingDirectory(binaries().toFile())
            .setConnectConfig("password", password)
            .setLocaleConfig("encoding", "UTF8")
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "60")
            .setServerConfig("shared_buffers", "64MB")
            .setServerConfig("archive_mode", archive.isPresent() ? "on" : "off")
            .setServerConfig("archive_timeout", "60")
            .setServerConfig("logging_collector", "off")
            .setServerConfig("log_min_messages", "fatal")
            .setServerConfig("log_min_error_statement", "panic")
            .setErrorRedirector(words)
            .setOutputRedirector(words)
            .setPGStartupWait(recovering ? RECOVERY : START)
            .start();
    watch.ifPresent(Thread::interrupt);
    if (Thread.interrupted()) {
      throw new Refusal("The recovery ended too early; " + data + "/restore.log says why.");
    }
    EmbeddedDatabase database = new EmbeddedDatabase(postgres, watch(cluster), password);
    database.prepare(cluster, archive);
    return database;
  }

  /// Address of the database, without a user.
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
  }

  /// Address with the administrator's user and password: for creating roles only.
  String administratorUrl() {
    return url() + "?user=" + ADMINISTRATOR + "&password=" + password;
  }

  /// The administrator's way into a running one, from its announced address.
  static String asAdministrator(String url, Secrets secrets) {
    return url + "?user=" + ADMINISTRATOR + "&password=" + secrets.of(ADMINISTRATOR);
  }

  /// Where its files lie.
  static Path cluster(Path data) {
    return data.resolve("postgres");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    watchdog.destroy();
  }

  /// Unpacked binaries are shared by all data folders of this user.
  private static Path binaries() throws IOException {
    Path folder = Path.of(System.getProperty("user.home"), ".cache", "svoi", "postgres");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      return Files.createTempDirectory("svoi-postgres");
    }
  }

  private void prepare(Path cluster, Optional<Path> archive) throws IOException {
    String url =
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=" + ADMINISTRATOR;
    try (Connection connection = DriverManager.getConnection(url + "&password=" + password);
        Statement statement = connection.createStatement()) {
      Path access = cluster.resolve("pg_hba.conf");
      if (!Files.readString(access).equals(ONLY_BY_PASSWORD)) {
        statement.execute(
            "ALTER ROLE " + ADMINISTRATOR + " PASSWORD " + statement.enquoteLiteral(password));
        Files.writeString(access, ONLY_BY_PASSWORD);
        statement.execute("SELECT pg_reload_conf()");
      }
      WalArchive.set(archive, statement);
      try (ResultSet rows =
          statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
        if (rows.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + NAME);
    } catch (SQLException e) {
      throw new IOException("embedded database not ready: " + e.getSQLState(), e);
    }
  }

  private static Process watch(Path cluster) throws IOException {
    String script =
        """
        trap '' INT TERM HUP
        pid=$(head -n 1 "$1/postmaster.pid")
        read -r line
        [ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$pid" ] && kill -INT "$pid" 2>/dev/null
        """;
    return new ProcessBuilder(List.of("sh", "-c", script, "watchdog", cluster.toString()))
        .redirectInput(Redirect.PIPE)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  /// A recovery may take hours, so its end is not noticed by time: wakes the calling thread when
  /// the server was there and is gone.
  private static Thread interruptIfItEnds(Path cluster) {
    Thread waiting = Thread.currentThread();
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (server(cluster).isEmpty()) {
                  Thread.sleep(LOOK);
                }
                while (server(cluster).isPresent()) {
                  Thread.sleep(LOOK);
                }
                waiting.interrupt();
              } catch (InterruptedException e) {
                // It is up.
              }
            });
  }

  private static Optional<ProcessHandle> server(Path cluster) {
    try {
      return Files.readAllLines(cluster.resolve("postmaster.pid")).stream()
          .findFirst()
          .filter(line -> line.matches("\\d+"))
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void stopLeftBehind(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    Optional<ProcessHandle> left =
        Files.readAllLines(file).stream()
            .findFirst()
            .filter(line -> line.matches("\\d+"))
            .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
            .filter(p -> p.info().command().orElse("").endsWith("postgres"));
    if (left.isPresent()) {
      left.get().destroy();
      try {
        left.get().onExit().get(20, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        left.get().destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
