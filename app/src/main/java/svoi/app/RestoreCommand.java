package svoi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import svoi.audit.AuditLog;
import svoi.audit.AuditQuery;
import svoi.platform.Kyiv;

/// `./svoi restore BACKUP [--wal=DIR [--until=TIME]]`: into a data folder that has only its
/// secrets, from a copy that `./svoi backup` made, and on to a later moment by archived WAL.
final class RestoreCommand {
  private static final List<String> ONLY_HERE =
      List.of("restore_command", "hot_standby", "recovery_target_time", "recovery_target_action");

  private RestoreCommand() {}

  static int run(String[] words, String[] args) {
    Optional<Path> wal = option(words, "--wal=").map(Path::of).map(Path::toAbsolutePath);
    Optional<String> until = option(words, "--until=");
    long options = wal.stream().count() + until.stream().count();
    if (words.length != 2 + options
        || words[1].startsWith("--")
        || (until.isPresent() && wal.isEmpty())
        || until.filter(t -> !isTime(t)).isPresent()) {
      return Command.usage(2);
    }
    Settings settings = Command.settings(args);
    try {
      copy(Path.of(words[1]).toAbsolutePath(), settings);
      if (wal.isPresent()) {
        replay(settings, wal.get(), until);
      }
      return start(args);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path backup, Settings settings) throws IOException {
    if (!Files.isDirectory(backup.resolve("postgres"))) {
      throw new Refusal(backup + " is not a backup made by ./svoi backup.");
    }
    for (String name : List.of("postgres", Secrets.VAULT_KEY, Secrets.ANCHOR_KEY)) {
      if (!Files.exists(settings.secrets().resolve(name))) {
        throw new Refusal(
            "There is no "
                + settings.secrets().resolve(name)
                + ". Bring back the secrets first; they are not in the backup.");
      }
    }
    if (Files.exists(EmbeddedDatabase.cluster(settings.data()))) {
      throw new Refusal(
          settings.data()
              + " holds a database already. Restore into a new folder: --svoi.data=DIR.");
    }
    for (String folder : BackupCommand.FOLDERS) {
      if (Files.exists(backup.resolve(folder))) {
        Folders.copy(backup.resolve(folder), settings.data().resolve(folder), path -> true);
      }
    }
    Folders.copy(
        backup.resolve("postgres"), EmbeddedDatabase.cluster(settings.data()), path -> true);
  }

  private static void replay(Settings settings, Path wal, Optional<String> until)
      throws IOException {
    if (!Files.isDirectory(wal)) {
      throw new Refusal("There is no folder " + wal + ".");
    }
    Path cluster = EmbeddedDatabase.cluster(settings.data());
    StringBuilder lines = new StringBuilder("\nhot_standby = off\n");
    lines.append("restore_command = '").append(WalArchive.fetching(wal)).append("'\n");
    until.ifPresent(
        time ->
            lines
                .append("recovery_target_time = '")
                .append(time)
                .append("'\nrecovery_target_action = promote\n"));
    Files.writeString(
        cluster.resolve("postgresql.auto.conf"), lines.toString(), StandardOpenOption.APPEND);
    Files.createFile(cluster.resolve("recovery.signal"));
  }

  /// Brings the database up, looks whether the log is whole, and stops it again.
  private static int start(String[] args) {
    try (Command.Workplace place = Command.open(args)) {
      Settings settings = place.get(Settings.class);
      forget(settings, place.get(Secrets.class));
      System.out.println("Restored to " + settings.data() + ".");
      int status = AuditCommand.verify(place);
      System.out.println(
          "Before the doors open: enter again every withdrawal, hold, quashed verdict, death and"
              + " erasure of a key since "
              + last(place)
              + ". See docs/runbooks/backup-and-restore.md.");
      return status;
    }
  }

  /// When the last entry of the log was written, in Kyiv.
  private static String last(Command.Workplace place) {
    return place.get(AuditLog.class).find(AuditQuery.ALL, 1).items().stream()
        .map(item -> item.at().atZone(Kyiv.ZONE).truncatedTo(ChronoUnit.SECONDS).toString())
        .findFirst()
        .orElse("the beginning");
  }

  /// What was said for this recovery only must not stay.
  private static void forget(Settings settings, Secrets secrets) {
    String url = Instance.announced(settings.data()).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(EmbeddedDatabase.asAdministrator(url, secrets));
        Statement statement = connection.createStatement()) {
      for (String name : ONLY_HERE) {
        statement.execute("ALTER SYSTEM RESET " + name);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("settings of the recovery not reset: " + e.getSQLState(), e);
    }
  }

  private static Optional<String> option(String[] words, String start) {
    return Arrays.stream(words)
        .filter(w -> w.startsWith(start))
        .map(w -> w.substring(start.length()))
        .findFirst();
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
