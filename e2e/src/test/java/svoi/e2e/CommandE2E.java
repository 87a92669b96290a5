package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// The command line beside the running program and without one.
class CommandE2E {
  private static final Path FOLDER = Folders.fresh("e2e-sheets");
  private static final Duration PUBLISHED = Duration.ofSeconds(5);
  private static final String SOUND = "Вписанкевич";

  private static final String CALLS =
      "Суд установив вигадані обставини справи. Телефон дружини засудженого: +380 50 000 00 00.";

  private final Http http = Program.running().http();

  @Test
  void publishesASoundRowAndRefusesTheOthersEachByItsRule() {
    Path file =
        Sheet.of(svoi("import", "--template").said())
            .row(SOUND, row -> {})
            .row("Вписаненко", row -> row.put("born_on", "2004-05-02"))
            .row("Дописаненко", row -> row.put("in_force_on", ""))
            .row("Приписаненко", row -> row.put("consent_scopes", "exchange"))
            .row("Надписаненко", CommandE2E::mentionRelative)
            .write(FOLDER.resolve("by-hand.csv"));

    Child dry = here(file.toString());
    assertThat(dry.status()).isEqualTo(1);
    assertExplained(dry.said());
    assertThat(dry.said()).contains("Nothing was written").doesNotContain("Written,");
    assertThat(isFound(SOUND)).isFalse();

    Child confirmed = here(file.toString(), "--confirm");
    assertThat(confirmed.status()).isEqualTo(1);
    assertExplained(confirmed.said());
    assertThat(confirmed.said()).contains("Written, except the refused rows");
    Await.until("the page is there", PUBLISHED, () -> isFound(SOUND));
    for (String refused :
        new String[] {"Вписаненко", "Дописаненко", "Приписаненко", "Надписаненко"}) {
      assertThat(isFound(refused)).isFalse();
    }
  }

  @Test
  void makesOnlyDraftsOutsideTheDemo() {
    Path data = Folders.fresh("e2e-real");
    Path file =
        Sheet.of(svoi("import", "--template").said())
            .row("Записаненко", row -> {})
            .write(FOLDER.resolve("real.csv"));

    Child real =
        svoi(
            "import",
            file.toString(),
            "--confirm",
            "--lang=en",
            "--svoi.demo=false",
            "--svoi.data=" + data);

    assertThat(real.said())
        .contains("a draft", "do not count", "[r3-not-approved-by-two-agencies]")
        .doesNotContain("the profile is visible");
    assertThat(real.status()).isZero();
  }

  @Test
  void refusesWhatIsNoSpreadsheet() throws IOException {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    Path file = Files.write(FOLDER.resolve("noise.xlsx"), noise);

    assertRefused(file, "CSV", "XLSX", "UTF-8");
  }

  @Test
  void refusesAZipBomb() throws IOException {
    Path file = FOLDER.resolve("bomb.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }

    assertRefused(file, "unpacks to far too much");
  }

  @Test
  void refusesAFileOfTwoHundredMegabytes() throws IOException {
    Path file = FOLDER.resolve("large.csv");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(200L * 1024 * 1024);
    }

    assertRefused(file, "too large");
  }

  @Test
  void saysHowItIsUsedWhenTheWordsAreWrong() {
    Child wrong = svoi("dance");

    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.said()).contains("./svoi import FILE").doesNotContain("Exception");
  }

  @Test
  void provesThatNobodyTouchedTheAuditLog() {
    Child audit = svoi("audit", "verify", "--svoi.data=" + Program.running().data());

    assertThat(audit.status()).isZero();
    assertThat(audit.said()).contains("The chain holds");
  }

  private static void assertExplained(String said) {
    assertThat(said)
        .contains(
            "line 2: new",
            "line 3: REFUSED",
            "[r4-minor-at-offence]",
            "line 4: REFUSED",
            "[r1-not-in-force]",
            "line 5: REFUSED",
            "[r8-no-consent-to-publication]",
            "line 6: REFUSED",
            "[r18-phone]",
            "[r18-relative]",
            "new 1, changed 0, unchanged 0, refused 4")
        .doesNotContain("Exception", "\tat ");
  }

  /// The reason in the reader's words, no trace of the inside, exit status 1.
  private static void assertRefused(Path file, String... anyOf) {
    Child refused = here(file.toString(), "--confirm");

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.said()).containsAnyOf(anyOf).contains("Nothing was written");
    assertThat(refused.said()).doesNotContain("Exception", "\tat ");
  }

  /// An import into the running program, reported in English.
  private static Child here(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "import";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--lang=en";
    all[words.length + 2] = "--svoi.data=" + Program.running().data();
    return svoi(all);
  }

  private static Child svoi(String... words) {
    Child child = Child.start(words);
    child.status();
    return child;
  }

  private static void mentionRelative(Map<String, String> row) {
    row.put("plot_uk", CALLS);
  }

  private boolean isFound(String family) {
    return http.get("/api/v1/search?q=" + Sample.encoded(family)).text().contains("\"matches\":[{");
  }
}
