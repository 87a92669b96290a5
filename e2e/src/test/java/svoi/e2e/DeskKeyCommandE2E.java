package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import svoi.platform.Kyiv;

/// What is done with keys on a machine without a network: no database, no settings, no data folder.
class DeskKeyCommandE2E {
  private static final Path FOLDER = Folders.fresh("e2e-desk-keys");
  private final String until = "--until=" + LocalDate.now(Kyiv.ZONE).plusDays(300);

  @Test
  void theWholeCeremonyOfAnOfflineDesk() throws IOException {
    Path root = FOLDER.resolve("root");
    Path desk = FOLDER.resolve("desk");

    assertDone(deskKey("root", root.toString()));
    assertDone(
        deskKey(
            "generate",
            desk.toString(),
            "--agency=sbu",
            "--desk=silent-one",
            until,
            "--shares=5/3"));
    for (String secret : new String[] {"desk-key", "desk-key.txt", "desk-key.share-5"}) {
      assertThat(permissions(desk.resolve(secret))).as(secret).isEqualTo("rw-------");
    }
    assertThat(permissions(desk)).isEqualTo("rwx------");
    Child signed = deskKey("sign", file(desk, "desk-key.txt"), file(root, "intake-root"));
    assertDone(signed);
    assertThat(signed.said()).contains("Desk silent-one of sbu, key 1", "Compare");

    Path shares = FOLDER.resolve("shares.txt");
    Files.writeString(
        shares,
        Files.readString(desk.resolve("desk-key.share-1"))
            + "\n"
            + Files.readString(desk.resolve("desk-key.share-4")));
    Path joined = FOLDER.resolve("joined");
    String text = file(desk, "desk-key.txt");
    Child tooFew = deskKey("join", joined.toString(), text, shares.toString());
    assertRefused(tooFew, "too few");
    assertThat(joined).doesNotExist();
    assertDone(
        deskKey(
            "join", joined.toString(), text, shares.toString(), file(desk, "desk-key.share-2")));
    assertThat(joined).hasSameTextualContentAs(desk.resolve("desk-key"));

    assertDone(deskKey("split", joined.toString(), "3/2"));
    assertThat(FOLDER.resolve("joined.share-3")).exists();
  }

  @Test
  void nothingIsWrittenOverAndNoSecretIsSaid() throws IOException {
    String again = FOLDER.resolve("again").toString();
    String[] words = {"generate", again, "--agency=hur", "--desk=still", until, "--number=2"};
    Child first = deskKey(words);
    assertDone(first);
    String secret = Files.readString(Path.of(again, "desk-key"));
    assertThat(first.said()).doesNotContain(secret.lines().toList().get(1));
    assertThat(secret).contains("\nstill\n2\n");

    assertRefused(deskKey(words), "is there already");

    assertThat(Files.readString(Path.of(again, "desk-key"))).isEqualTo(secret);
  }

  @Test
  void whatIsNoCaseAndNoKeyIsRefusedInWords() throws IOException {
    Path noise = Files.writeString(FOLDER.resolve("noise"), "noise");
    Path keys = FOLDER.resolve("other");
    assertDone(deskKey("generate", keys.toString(), "--agency=sbu", "--desk=other", until));
    String key = file(keys, "desk-key");
    Path out = FOLDER.resolve("out");

    assertRefused(deskKey("open", noise.toString(), key, out.toString()), "cut or changed");
    assertRefused(deskKey("open", "nowhere.zip", key, out.toString()), "There is no nowhere.zip");
    assertRefused(
        deskKey("open", noise.toString(), noise.toString(), out.toString()), "private half");
    assertRefused(deskKey("split", noise.toString(), "3/2"), "private half");
    assertRefused(deskKey("sign", noise.toString(), key), "byte for byte");
    assertThat(out).doesNotExist();
    for (String[] words :
        new String[][] {
          {"dance"},
          {"split", key, "3/4"},
          {"generate", out.toString(), "--agency=sbu", "--desk=Other!", until},
          {"generate", out.toString(), "--agency=sbu", "--desk=other", "--until=tomorrow"},
          {"generate", out.toString(), "--agency=sbu", "--desk=other", until, "--shares=9"},
        }) {
      Child wrong = deskKey(words);
      assertThat(wrong.status()).isEqualTo(2);
      assertThat(wrong.said()).contains("./svoi desk-key generate").doesNotContain("Exception");
    }
    assertThat(out).doesNotExist();
  }

  private static Child deskKey(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "desk-key";
    System.arraycopy(words, 0, all, 1, words.length);
    Child child = Child.start(all);
    child.status();
    return child;
  }

  private static void assertDone(Child child) {
    assertThat(child.status()).as(child.said()).isZero();
  }

  private static void assertRefused(Child child, String words) {
    assertThat(child.said()).contains(words).doesNotContain("Exception", "\tat ");
    assertThat(child.status()).isEqualTo(1);
  }

  private static String file(Path folder, String name) {
    return folder.resolve(name).toString();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
