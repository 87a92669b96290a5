package svoi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// `./svoi backup DIR`: everything of the data folder but its secrets, while the program runs.
final class BackupCommand {
  /// What lies beside the database; copied after it, because files come before the rows that name
  /// them. Erasure keys are not among them, ever: what was erased must stay unreadable.
  static final List<String> FOLDERS = List.of("media", "evidence", "intake", "anchors", "demo");

  private BackupCommand() {}

  static int run(String[] words, String[] args) {
    if (words.length != 2 || words[1].startsWith("--")) {
      return Command.usage(2);
    }
    Path target = Path.of(words[1]).toAbsolutePath().normalize();
    try (Command.Workplace place = Command.open(args)) {
      Settings settings = place.get(Settings.class);
      check(settings, target);
      copy(settings, place.get(Secrets.class), target);
      System.out.println(
          "Copied to " + target + ": database, media, evidence, sealed messages, anchors.");
      System.out.println(
          "Never copied: "
              + settings.erasure()
              + ". Without it the sealed messages of this copy can't be opened: it is replicated, not"
              + " backed up.");
      System.out.println(
          "Not copied: "
              + settings.secrets()
              + ". Without these files nothing sealed can be opened: keep a copy of them elsewhere.");
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("no base copy: " + e.getSQLState(), e);
    }
  }

  private static void check(Settings settings, Path target) throws IOException {
    if (!settings.database().url().isEmpty()) {
      throw new Refusal(
          "The database is not the embedded one. Copy it with pg_basebackup or pg_dump, then the"
              + " folders media, evidence and anchors of "
              + settings.data()
              + ".");
    }
    if (!Folders.isEmpty(target)) {
      throw new Refusal(target + " is not empty. Name a new folder for each backup.");
    }
    if (target.startsWith(settings.data())) {
      throw new Refusal("A backup inside " + settings.data() + " would be lost with it.");
    }
  }

  private static void copy(Settings settings, Secrets secrets, Path target)
      throws IOException, SQLException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    if (!Folders.isEmpty(part)) {
      throw new Refusal(part + " is left of a backup that broke off. Delete it first.");
    }
    Files.createDirectories(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    String url =
        Instance.announced(settings.data())
            .orElseThrow(() -> new Refusal("The program is still starting."));
    new BaseCopy(EmbeddedDatabase.cluster(settings.data()), part.resolve("postgres"))
        .take(EmbeddedDatabase.asAdministrator(url, secrets));
    for (String folder : FOLDERS) {
      Path from = settings.data().resolve(folder);
      if (Files.exists(from)) {
        Folders.copy(from, part.resolve(folder), path -> !path.toString().endsWith(".part"));
      }
    }
    Files.deleteIfExists(target);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(Objects.requireNonNull(target.getParent()));
  }
}
