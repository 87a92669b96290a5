package svoi.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// An empty PostgreSQL, started here and thrown away.
public final class PostgresServer {
  private PostgresServer() {}

  /// Starts one with the settings that the program's own has, but without waiting for the disk.
  public static EmbeddedPostgres start() throws IOException {
    return start(false);
  }

  /// @param durable whether a commit waits for the disk, as it does in the program
  static EmbeddedPostgres start(boolean durable) throws IOException {
    return builder(durable).start();
  }

  /// Starts one on a data folder that stays; every commit waits for the disk.
  public static EmbeddedPostgres on(Path data) throws IOException {
    return builder(true)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .start();
  }

  private static EmbeddedPostgres.Builder builder(boolean durable) throws IOException {
    Path binaries = Path.of(System.getProperty("user.home"), ".cache", "svoi", "postgres");
    Files.createDirectories(binaries);
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(binaries.toFile())
        .setLocaleConfig("encoding", "UTF8")
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("fsync", durable ? "on" : "off")
        .setServerConfig("synchronous_commit", durable ? "on" : "off")
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setPGStartupWait(Duration.ofSeconds(60));
  }
}
