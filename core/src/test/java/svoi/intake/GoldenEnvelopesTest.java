package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import svoi.intake.CaseKey.Part;
import svoi.platform.Language;

/// What was written by version 1 stays readable: the file was made once and is never made again.
class GoldenEnvelopesTest {
  private static final UUID CASE = UUID.fromString("00112233-4455-4677-8899-aabbccddeeff");
  private static final UUID EPOCH = UUID.fromString("ffeeddcc-bbaa-4988-8766-554433221100");
  private static final String TEXT = "Вигадане повідомлення";

  private final Map<String, byte[]> golden = read("/svoi/intake/golden-v1.txt");

  @Test
  void aCaseKeyOfVersionOneOpensForDeskAndSource() {
    KeyPair pair = new KeyPair(part("public"), part("private"));

    CaseKey atDesk = CaseSeal.openAtDesk(CASE, EPOCH, pair, part("erasure"), part("desk"));
    CaseKey forSource = CaseSeal.openForSource(CASE, pair, part("erasure"), part("source"));

    assertThat(atDesk.bytes()).isEqualTo(part("case-key")).isEqualTo(forSource.bytes());
  }

  @Test
  void rowsOfVersionOneOpen() {
    CaseKey key = CaseKey.of(CASE, part("case-key"));

    assertThat(key.open(Part.IN, 1, part("in"))).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(key.open(Part.OUT, 2, part("out"))).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
    Card card = Card.of(key.open(Part.CARD, 0, part("card")));
    assertThat(card.about().audience()).isEqualTo(Audience.STOPPING);
    assertThat(card.twin()).isEqualTo(EPOCH);
    FileHeader header = FileHeader.of(key.open(Part.HEADER, 7, part("header")), 1);
    assertThat(header).isEqualTo(new FileHeader(1, "фото.jpg", "image/jpeg", 12345));
    assertThat(Agreed.of(key.open(Part.AGREED, 0, part("agreed"))).clause()).isEqualTo("111-3");
  }

  @Test
  void theKeyOfADeskSealedToAMemberInVersionOneOpens() {
    KeyPair member = new KeyPair(part("public"), part("private"));

    assertThat(Hpke.open(member, part("desk-key"), DeskKeys.context(EPOCH, CASE)))
        .isEqualTo(part("erasure"));
  }

  @Test
  void aFileOfVersionOneOpens(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve(CASE.toString()), part("blob"));

    try (InputStream file = new Blobs(folder).open(CASE, part("erasure"), 5)) {
      assertThat(file.readAllBytes()).isEqualTo("фаa".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aReceiptOfVersionOneGivesTheSameKeys() {
    Receipt receipt = Receipt.of(part("receipt"));
    byte[] stretched = new Stretch(part("pepper")).stretch(receipt.bits(), part("salt"));
    ReceiptKeys keys = ReceiptKeys.of(stretched);

    assertThat(keys.lookup()).isEqualTo(part("lookup"));
    assertThat(keys.unwrap(CASE, part("public"), part("wrapped")).privateKey())
        .isEqualTo(part("private"));
    assertThat(String.join(" ", receipt.words(Language.UK)))
        .isEqualTo(new String(part("words"), StandardCharsets.UTF_8));
  }

  /// `java … GoldenEnvelopesTest FILE` made the file; another version will get another.
  public static void main(String[] args) throws IOException {
    KeyPair pair = KeyPair.generate();
    CaseKey key = CaseKey.fresh(CASE, EPOCH);
    byte[] erasure = Bytes.random(ErasureKeys.BYTES);
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    Receipt receipt = Receipt.random();
    byte[] salt = Bytes.random(IntakeSecrets.SALT_BYTES);
    byte[] pepper = Bytes.random(IntakeSecrets.PEPPER_BYTES);
    ReceiptKeys keys = ReceiptKeys.of(new Stretch(pepper).stretch(receipt.bits(), salt));
    Circumstances about =
        new Circumstances(Audience.STOPPING, Urgency.HOURS, null, false, Language.RU, "stopping/1");
    Agreed agreed =
        new Agreed(
            "111-3", "-", "-", "-", "-", Agreed.Outcome.OPEN, java.time.YearMonth.of(2026, 9));
    Map<String, byte[]> parts = new TreeMap<>();
    parts.put("public", pair.publicKey());
    parts.put("private", pair.privateKey());
    parts.put("erasure", erasure);
    parts.put("case-key", key.bytes());
    parts.put("desk", CaseSeal.toDesk(key, EPOCH, pair.publicKey(), erasure));
    parts.put("source", CaseSeal.toSource(key, pair.publicKey(), erasure));
    parts.put("in", key.seal(Part.IN, 1, text));
    parts.put("out", key.seal(Part.OUT, 2, text));
    parts.put("card", key.seal(Part.CARD, 0, new Card(about, EPOCH, false, true).bytes()));
    parts.put(
        "header",
        key.seal(Part.HEADER, 7, new FileHeader(1, "фото.jpg", "image/jpeg", 12345).bytes()));
    parts.put("agreed", key.seal(Part.AGREED, 0, agreed.bytes()));
    parts.put("desk-key", Hpke.seal(pair.publicKey(), erasure, DeskKeys.context(EPOCH, CASE)));
    Path folder = Files.createTempDirectory("golden");
    new Blobs(folder).write(CASE, erasure, InventedDesk.stream("фаa"), Long.MAX_VALUE);
    parts.put("blob", Files.readAllBytes(folder.resolve(CASE + ".part")));
    parts.put("receipt", receipt.bits());
    parts.put("salt", salt);
    parts.put("pepper", pepper);
    parts.put("lookup", keys.lookup());
    parts.put("wrapped", keys.wrap(CASE, pair));
    parts.put(
        "words", String.join(" ", receipt.words(Language.UK)).getBytes(StandardCharsets.UTF_8));
    StringBuilder file = new StringBuilder();
    parts.forEach((n, b) -> file.append(n + " " + HexFormat.of().formatHex(b) + "\n"));
    Files.writeString(Path.of(args[0]), file);
  }

  private byte[] part(String name) {
    return java.util.Objects.requireNonNull(golden.get(name), name);
  }

  private static Map<String, byte[]> read(String resource) {
    Map<String, byte[]> parts = new TreeMap<>();
    try (InputStream in = GoldenEnvelopesTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      for (String line : text.lines().toList()) {
        String[] words = line.split(" ", 2);
        parts.put(words[0], HexFormat.of().parseHex(words[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
