package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.Evidence;
import svoi.platform.PersonKeys;
import svoi.platform.Role;
import svoi.platform.Sha256;
import svoi.platform.Vault;

/// A disk is lost: what was copied while the program ran, and the archived write-ahead log, bring
/// back everything up to a commit that came after the copy.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreE2E {
  private static final Duration ARCHIVED = Duration.ofSeconds(30);
  private static final byte[] SHEET = "An invented sheet".getBytes(StandardCharsets.UTF_8);

  private final Path data = Folders.fresh("e2e-saved");
  private final Path wal = Folders.fresh("e2e-wal");
  private final Path backup = Folders.TARGET.resolve("e2e-copies/first").toAbsolutePath();
  private final Child lost =
      Child.start(
          "--svoi.data=" + data,
          "--server.port=0",
          "--svoi.demo-persons=500",
          "--svoi.database.archive=" + wal);

  @AfterAll
  void stop() {
    lost.close();
  }

  @Test
  void aCopyAndTheArchivedLogBringBackWhatWasCommittedAfterTheCopy() throws IOException {
    Folders.fresh("e2e-copies");
    Http http = lost.open();
    UUID profile = UUID.fromString(Folders.tour(data).getProperty("published"));
    UUID person = UUID.randomUUID();
    Evidence evidence = vault(data).put(person, new ByteArrayInputStream(SHEET));
    assertThat(svoi("backup", backup.toString(), "--svoi.data=" + data)).contains("Not copied");
    String atTheCopy = head(data);
    svoi("withdraw", profile.toString(), "text", "--by=counsel", "--svoi.data=" + data);
    assertThat(http.get("/uk/profiles/" + profile).status()).isEqualTo(410);
    String atTheEnd = head(data);
    awaitArchive();
    lost.kill();

    Path whole = restored("e2e-whole", "--wal=" + wal);
    Path early = restored("e2e-early");

    assertSite(whole, profile, 410, atTheEnd, person, evidence);
    assertSite(early, profile, 200, atTheCopy, person, evidence);
  }

  private Path restored(String name, String... options) throws IOException {
    Path folder = Folders.fresh(name);
    String[] words = new String[options.length + 3];
    words[0] = "restore";
    words[1] = backup.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    words[words.length - 1] = "--svoi.data=" + folder;

    assertThat(said(1, words)).contains("Bring back the secrets first");
    copySecrets(folder);
    assertThat(svoi(words)).contains("The chain holds", "enter again every withdrawal");
    assertThat(said(1, words)).contains("holds a database already");
    return folder;
  }

  private static void assertSite(
      Path folder, UUID profile, int status, String head, UUID person, Evidence evidence)
      throws IOException {
    try (Child child = Child.start("--svoi.data=" + folder, "--server.port=0")) {
      Http http = child.open();
      assertThat(http.get("/uk/profiles/" + profile).status()).isEqualTo(status);
      assertThat(head(folder)).isEqualTo(head);
      try (InputStream sheet = vault(folder).open(person, evidence.sha256())) {
        assertThat(sheet.readAllBytes()).isEqualTo(SHEET);
      }
      String video = Folders.tour(folder).getProperty("video");
      svoi("withdraw", video, "exchange", "--by=counsel", "--svoi.data=" + folder);
      assertThat(http.get("/uk/profiles/" + video).status()).isEqualTo(410);
    }
  }

  private void copySecrets(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("secrets"));
    try (var secrets = Files.list(data.resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        Files.copy(secret, folder.resolve("secrets").resolve(secret.getFileName()));
      }
    }
  }

  /// Closes the segment and waits until it was taken over.
  private void awaitArchive() {
    Database all = database(data, "postgres");
    String segment =
        all.jdbc().sql("SELECT pg_walfile_name(pg_switch_wal())").query(String.class).single();
    Await.until("archived", ARCHIVED, () -> Files.exists(wal.resolve(segment + ".gz")));
  }

  private static String head(Path folder) {
    AuditTrail.Head head = new AuditTrail(desk(folder).jdbc()).head();
    return head.seq() + " " + Sha256.hex(head.hash());
  }

  private static Vault vault(Path folder) {
    byte[] key = HexFormat.of().parseHex(Folders.read(folder.resolve("secrets/vault-key")));
    return new Vault(new PersonKeys(desk(folder).jdbc(), key), folder.resolve("evidence"));
  }

  private static Database desk(Path folder) {
    return database(folder, Role.DESK.sqlName());
  }

  private static Database database(Path folder, String user) {
    return Database.over(
        new DriverManagerDataSource(
            Folders.read(folder.resolve("database.address")),
            user,
            Folders.read(folder.resolve("secrets").resolve(user))));
  }

  private static String svoi(String... words) {
    return said(0, words);
  }

  private static String said(int status, String... words) {
    Child child = Child.start(words);
    assertThat(child.status()).as(child.said()).isEqualTo(status);
    return child.said();
  }
}
