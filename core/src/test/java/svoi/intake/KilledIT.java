package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import svoi.platform.Database;

/// The process of the source's door is killed while it writes: whoever saw a receipt finds
/// everything, and of whoever saw none nothing that can be read is left behind by the check.
class KilledIT extends AtAnInventedDesk {
  private static final int KILLS = 3;
  private static final int FILE_BYTES = 300_000;

  @Test
  void everyReceiptThatWasShownOpensItsWholeCase() throws IOException, InterruptedException {
    List<Receipt> shown = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      shown.addAll(shownBeforeTheKill(kill));
    }

    desk.retention.check();
    assertThat(desk.retention.check().isClean()).isTrue();
    for (Receipt receipt : shown) {
      Said said = desk.dropbox.read(desk.comeBack(receipt)).getFirst();
      assertThat(said.text()).isEqualTo("before the kill");
      assertThat(said.files()).hasSize(2);
    }
    Set<String> read = new HashSet<>();
    for (Waiting waiting : desk.inbox.queue(desk.unlocked, InventedDesk.DESK)) {
      for (Said.SentFile file :
          desk.inbox.read(desk.unlocked, waiting.id()).said().getFirst().files()) {
        read.add(file.id().toString());
        assertThat(desk.inbox.open(desk.unlocked, waiting.id(), file.id()).readAllBytes())
            .hasSize(FILE_BYTES);
      }
    }
    assertThat(read).hasSizeGreaterThanOrEqualTo(2 * shown.size());
  }

  /// Lets a process write until it has shown some receipts, and kills it in the middle of the next.
  private List<Receipt> shownBeforeTheKill(int count) throws IOException, InterruptedException {
    Path root = folder.resolve("root");
    Files.writeString(root, desk.root.publicText());
    Process door =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIT.class.getName(),
                desk.database.url(),
                folder.toString(),
                HexFormat.of().formatHex(desk.secrets.salt()),
                HexFormat.of().formatHex(desk.secrets.pepper()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Receipt> shown = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(door.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Receipt.parse(line).ifPresent(shown::add);
        if (shown.size() == count) {
          door.toHandle().destroyForcibly();
        }
      }
    } finally {
      door.destroyForcibly().waitFor();
    }
    assertThat(shown).hasSizeGreaterThanOrEqualTo(count);
    return shown;
  }

  /// The door: writes cases until it is killed, and prints a receipt when it has it.
  public static void main(String[] args) throws IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(args[0]);
    source.setUser("svoi_contact");
    source.setPassword("test");
    Path folder = Path.of(args[1]);
    Dropbox dropbox =
        new Dropbox(
            Database.over(source),
            InventedSecrets.of(HexFormat.of().parseHex(args[2]), HexFormat.of().parseHex(args[3])),
            new IntakeStore(folder.resolve("blobs"), folder.resolve("erasure")),
            RootKey.verifier(Files.readString(folder.resolve("root"))));
    while (true) {
      try (Draft draft = dropbox.draft()) {
        draft.add("1", "-", new ByteArrayInputStream(new byte[FILE_BYTES]));
        draft.add("2", "-", new ByteArrayInputStream(new byte[FILE_BYTES]));
        Opened opened =
            dropbox.open(InventedDesk.DESK, InventedDesk.about(), "before the kill", false, draft);
        System.out.println(String.join("", opened.receipt().digits()));
        System.out.flush();
      }
    }
  }
}
