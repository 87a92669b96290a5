package svoi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The write-ahead log of the embedded PostgreSQL, kept compressed in a folder, best on another
/// disk: with a base copy it brings back every moment since.
final class WalArchive {
  private WalArchive() {}

  /// Sets the command that PostgreSQL runs for each full segment, or takes it away.
  ///
  /// @throws Refusal if the folder can't be made, or its name can't be said to a shell
  static void set(Optional<Path> folder, Statement statement) throws SQLException {
    if (folder.isEmpty()) {
      statement.execute("ALTER SYSTEM RESET archive_command");
    } else {
      make(folder.get());
      String command = statement.enquoteLiteral(keeping(folder.get()));
      statement.execute("ALTER SYSTEM SET archive_command = " + command);
    }
    statement.execute("SELECT pg_reload_conf()");
  }

  /// Never over a file that is there, and whole or not at all.
  private static String keeping(Path folder) {
    String file = "\"" + sayable(folder) + "/%f.gz\"";
    String part = "\"" + sayable(folder) + "/%f.part\"";
    return "test ! -e %s && gzip -1 < \"%%p\" > %s && sync %s && mv %s %s"
        .formatted(file, part, part, part, file);
  }

  /// The command that PostgreSQL runs for each segment that it wants back.
  static String fetching(Path folder) {
    return "gunzip -c < \"" + sayable(folder) + "/%f.gz\" > \"%p\"";
  }

  private static String sayable(Path folder) {
    String name = folder.toString();
    if (!name.matches("[^'\"\\\\%$`\\p{Cntrl}]+")) {
      throw new Refusal("The folder " + name + " has a sign in its name that a shell reads.");
    }
    return name;
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
