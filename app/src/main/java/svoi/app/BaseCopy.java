package svoi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A copy of the embedded PostgreSQL's files while it runs, whole in itself: with the part of the
/// write-ahead log that makes it consistent.
final class BaseCopy {
  /// What PostgreSQL makes anew at a start, and what says that it runs.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "backup_label",
          "backup_manifest",
          "tablespace_map",
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Pattern START =
      Pattern.compile("START WAL LOCATION: .*\\(file (\\w{24})\\)");
  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

  private final Path cluster;
  private final Path target;

  BaseCopy(Path cluster, Path target) {
    this.cluster = cluster;
    this.target = target;
  }

  /// @param administratorUrl address with the administrator's credentials
  void take(String administratorUrl) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(administratorUrl);
        Statement statement = connection.createStatement()) {
      keepTheLog(statement);
      statement.execute("SELECT pg_backup_start('svoi', fast => true)");
      Folders.copy(cluster, target, BaseCopy::isWanted);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(wait_for_archive => false)")) {
        row.next();
        finish(row.getString(1), row.getString(2));
      }
    }
  }

  /// No segment is recycled while this connection lives.
  private static void keepTheLog(Statement statement) throws SQLException {
    String slot = "svoi_" + UUID.randomUUID().toString().replace('-', '_');
    statement.execute(
        "SELECT pg_create_physical_replication_slot('" + slot + "', true, temporary => true)");
  }

  private static boolean isWanted(Path path) {
    String first = path.getName(0).toString();
    String name = path.getFileName().toString();
    return !LEFT_OUT.contains(first)
        && !name.startsWith("pgsql_tmp")
        && !name.startsWith("pg_internal.init");
  }

  private void finish(String label, String last) throws IOException {
    Matcher start = START.matcher(label);
    if (!start.find()) {
      throw new IOException("backup label without a start");
    }
    Folders.copy(
        cluster.resolve("pg_wal"),
        target.resolve("pg_wal"),
        path -> isNeeded(path.toString(), start.group(1), last));
    Path file = target.resolve("backup_label");
    Files.writeString(file, label);
    Folders.sync(file);
    Folders.sync(target);
  }

  private static boolean isNeeded(String name, String first, String last) {
    return name.endsWith(".history")
        || (SEGMENT.matcher(name).matches()
            && name.compareTo(first) >= 0
            && name.compareTo(last) <= 0);
  }
}
