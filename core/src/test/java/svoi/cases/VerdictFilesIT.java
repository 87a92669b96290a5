package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import svoi.platform.Sha256;
import svoi.platform.TestVault;
import svoi.register.PublishedPerson;

/// The verdict as a file: a PDF by its content, hashed, opened under a right of its own.
class VerdictFilesIT {
  private static final byte[] PDF =
      "%PDF-1.7\n% вигаданий вирок\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
  @TempDir private static Path folder;
  private static Desk desk;
  private static VerdictFiles verdicts;

  @BeforeAll
  static void create() {
    desk = new Desk();
    verdicts = new VerdictFiles(desk.desk, desk.audit, TestVault.in(folder, desk.desk));
  }

  @AfterAll
  static void drop() {
    desk.close();
  }

  @Test
  void keepsAVerdictUnderItsHashAndGivesItBack() throws IOException {
    StoredFile file = desk.stored(new Entered(), Desk.AUTHOR);

    add(file, new ByteArrayInputStream(PDF));
    VerdictFiles.Opened opened =
        verdicts.open(file.id(), file.proceedings().getFirst().id(), Desk.AUTHOR).orElseThrow();

    try (InputStream content = opened.content()) {
      assertThat(content.readAllBytes()).isEqualTo(PDF);
    }
    assertThat(opened.file().sha256()).isEqualTo(Sha256.hex(Sha256.of(PDF)));
    assertThat(
            desk.desk
                .jdbc()
                .sql("SELECT action FROM audit.v_entry WHERE ? = ANY (subjects) ORDER BY seq")
                .param(file.id().value())
                .query(String.class)
                .list())
        .containsExactly("cases.create", "cases.verdict-file", "cases.verdict-read");
  }

  @Test
  void refusesWhatIsNoPdfWhateverItIsCalled() {
    StoredFile file = desk.stored(new Entered(), Desk.AUTHOR);

    assertThat(add(file, new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new VerdictFiles.Outcome.Refused(new Finding("verdict_file.not_pdf", "file")));
  }

  @Test
  void refusesMoreThanFiftyMegabytes() {
    StoredFile file = desk.stored(new Entered(), Desk.AUTHOR);
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(PDF),
            new ByteArrayInputStream(new byte[(int) VerdictFiles.MOST_BYTES]));

    assertThat(add(file, endless))
        .isEqualTo(new VerdictFiles.Outcome.Refused(new Finding("verdict_file.too_large", "file")));
  }

  @Test
  void asksForTheRightAndTheAgency() {
    StoredFile file = desk.stored(new Entered(), Desk.AUTHOR);

    assertThatThrownBy(
            () ->
                verdicts.add(
                    file.id(),
                    file.proceedings().getFirst().id(),
                    new ByteArrayInputStream(PDF),
                    Desk.SBU_AUTHOR))
        .hasMessage("file.other_agency");
    assertThatThrownBy(
            () ->
                verdicts.open(
                    file.id(), file.proceedings().getFirst().id(), PublishedPerson.INTERVIEWER))
        .hasMessage("right.read-restricted");
  }

  private static VerdictFiles.Outcome add(StoredFile file, InputStream content) {
    return verdicts.add(file.id(), file.proceedings().getFirst().id(), content, Desk.AUTHOR);
  }
}
