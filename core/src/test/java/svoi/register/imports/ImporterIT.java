package svoi.register.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import svoi.media.MediaStore;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.Sha256;
import svoi.platform.TestDatabase;
import svoi.reference.Reference;

/// A table of persons goes through the same rules as an editor (rule 12 of the design).
class ImporterIT {
  @TempDir private Path folder;
  private TestDatabase database;
  private Database desk;
  private int number;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    desk = database.as(Role.DESK);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aDryRunExplainsAndWritesNothing() throws Exception {
    Report report = run(true, false, row());

    assertThat(report.written()).isFalse();
    assertThat(report.verdicts())
        .extracting(Report.Verdict::outcome)
        .containsExactly(Report.Outcome.NEW);
    assertThat(count("cases.person")).isZero();
    assertThat(count("staff.member")).isZero();
    assertThat(count("audit.entry")).isZero();
  }

  @Test
  void inADemoAConfirmedRowIsPublic() throws Exception {
    Report report = run(true, true, row());

    assertThat(report.verdicts().getFirst().visible()).isTrue();
    assertThat(count("register.v_profile")).isEqualTo(1);
    assertThat(count("register.appearance")).isEqualTo(1);
    assertThat(count("audit.entry")).as("one entry for the whole import").isEqualTo(1);
  }

  @Test
  void outsideADemoTheSameFileMakesDraftsAndEvidenceOnly() throws Exception {
    Report report = run(false, true, row());

    assertThat(report.verdicts().getFirst().outcome()).isEqualTo(Report.Outcome.NEW);
    assertThat(report.verdicts().getFirst().visible()).isFalse();
    assertThat(count("register.v_profile")).isZero();
    assertThat(count("register.approval")).isZero();
    assertThat(count("consent.act WHERE verified_at IS NOT NULL")).isZero();
    assertThat(count("consent.act")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BORN_ON|2006-01-01|r4-minor-at-offence",
        "IN_FORCE_ON||r1-not-in-force",
        "CONSENT_SCOPES|exchange|r8-no-consent-to-publication",
        "CONSENT_SCOPES|text|r8-no-consent-to-exchange",
        "PLOT_UK|Суд установив обставини справи. Телефон для зв’язку 067 123 45 67 увечері.|r18-phone",
        "PLOT_RU|Суд установил обстоятельства. Его мать знала об этом в условном поселке.|r18-relative",
        "PLOT_EN|The court found that this traitor passed information in an invented place.|r19-label",
        "PLOT_UK|Закоротко.|profile-text-length",
        "IN_ABSENTIA|yes|r5-in-absentia",
        "PRISONER_OF_WAR|yes|r6-prisoner-of-war",
        "CUSTODY_UNTIL|2024-01-01|r5-not-in-custody",
        "CONSENT_PRESENT|interviewer|r11-act-counsel-present",
        "APPROVED_BY|hur|r3-not-approved-by-two-agencies",
        "CHARGES|111 2022-05-01|r19-charge-names-the-part",
        "CHARGES|111-1/5 2021-05-01|r20-charge-article-existed-or-reason",
        "CHARGES|999/1 2022-05-01|column-charges",
        "BORN_ON|15.01.1980|column-date",
        "REGION|atlantis|column-region",
        "SENTENCE|forever|column-sentence",
        "CASE_NUMBER|abc|proceeding-case-number-form",
        "FAMILY_UK|Зразк0вий|person-names-are-names",
        "PHOTO|no-such-picture|media-file-missing",
        "PHOTO|../../etc/passwd|column-file-name"
      })
  void refusesARowByItsRule(Column column, String value, String code) throws Exception {
    Map<Column, String> row = row();
    row.put(column, value == null ? "" : value);
    Map<Column, String> good = row();

    Report report = run(true, true, row, good);

    assertThat(report.verdicts().getFirst().outcome()).isEqualTo(Report.Outcome.REFUSED);
    assertThat(report.verdicts().getFirst().findings()).extracting(Finding::code).contains(code);
    assertThat(report.verdicts().getLast().visible()).as("the other row is taken").isTrue();
    assertThat(count("cases.person")).as("nothing half-written").isEqualTo(1);
  }

  @Test
  void theSameFileTwiceChangesNothing() throws Exception {
    Map<Column, String> row = row();
    run(true, true, row);

    Report again = run(true, true, row);

    assertThat(again.verdicts().getFirst().outcome()).isEqualTo(Report.Outcome.UNCHANGED);
    assertThat(again.verdicts().getFirst().visible()).isTrue();
  }

  @Test
  void aChangedTextIsAChangeThatNeedsItsOwnApprovals() throws Exception {
    Map<Column, String> row = row();
    run(true, true, row);
    row.put(Column.PLOT_UK, row.get(Column.PLOT_UK) + " Вирок не оскаржено.");

    Report again = run(true, true, row);

    assertThat(again.verdicts().getFirst().outcome()).isEqualTo(Report.Outcome.CHANGED);
    assertThat(count("register.approval")).isEqualTo(4);
  }

  @Test
  void aCaseThatComesTwiceInAFileIsRefusedTheSecondTime() throws Exception {
    Map<Column, String> row = row();

    Report report = run(true, true, row, row);

    assertThat(report.verdicts().getLast().findings()).containsExactly(Finding.of("row-twice"));
  }

  @Test
  void aWorkbookIsReadLikeACsv() throws Exception {
    Path file = folder.resolve("table.xlsx");
    Map<Column, String> row = row();
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("1");
      List<Column> columns = List.of(Column.values());
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, columns.get(i).label());
        sheet.value(1, i, row.getOrDefault(columns.get(i), ""));
      }
    }

    Report report = importer(true).run(file, true, n -> {});

    assertThat(report.verdicts().getFirst().visible()).isTrue();
  }

  @Test
  void refusesAFileThatIsNoTable() throws Exception {
    assertThat(refusal(bytes("junk.csv", new byte[] {1, 2, 3, 0, 4})))
        .isEqualTo("file-not-a-table");
    assertThat(refusal(bytes("empty.csv", new byte[0]))).isEqualTo("file-empty");
    assertThat(refusal(bytes("zip.xlsx", "PK-no".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("file-not-a-table");
    assertThat(refusal(folder.resolve("absent.csv"))).isEqualTo("file-missing");
    assertThat(refusal(csv(Charset.forName("windows-1251"), row()))).isEqualTo("file-encoding");
  }

  @Test
  void refusesAZipBombAndATooLargeFile() throws Exception {
    Path bomb = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 220; i++) {
        zip.write(zeros);
      }
    }
    Path large = folder.resolve("large.csv");
    try (var channel =
        java.nio.channels.FileChannel.open(
            large,
            java.nio.file.StandardOpenOption.CREATE_NEW,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}), 200L * 1024 * 1024);
    }

    assertThat(refusal(bomb)).isEqualTo("file-zip-bomb");
    assertThat(refusal(large)).isEqualTo("file-too-large");
  }

  @Test
  void namesMissingAndUnknownColumns() throws Exception {
    Path missing = folder.resolve("missing.csv");
    String header =
        Arrays.stream(Column.values()).map(Column::label).collect(Collectors.joining(","));
    Files.writeString(missing, header.replace("born_on,", "") + "\nx\n");
    Path unknown = folder.resolve("unknown.csv");
    Files.writeString(unknown, header + ",mood\nx\n");

    assertThatThrownBy(() -> importer(true).run(missing, true, n -> {}))
        .isInstanceOfSatisfying(
            Unreadable.class,
            e ->
                assertThat(e.finding())
                    .isEqualTo(new Finding("file-columns-missing", "", "born_on")));
    assertThat(refusal(unknown)).isEqualTo("file-columns-unknown");
  }

  private String refusal(Path file) {
    try {
      importer(true).run(file, true, n -> {});
      return "";
    } catch (Unreadable e) {
      return e.finding().code();
    }
  }

  @SafeVarargs
  private Report run(boolean demo, boolean confirm, Map<Column, String>... rows)
      throws IOException, Unreadable {
    return importer(demo).run(csv(StandardCharsets.UTF_8, rows), confirm, n -> {});
  }

  private Importer importer(boolean demo) {
    return new Importer(
        desk, Reference.read(desk.jdbc()), new MediaStore(folder.resolve("store")), demo);
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @SafeVarargs
  private Path csv(Charset charset, Map<Column, String>... rows) throws IOException {
    List<Column> columns = List.of(Column.values());
    StringBuilder text = new StringBuilder();
    text.append(columns.stream().map(Column::label).collect(Collectors.joining(","))).append('\n');
    for (Map<Column, String> row : rows) {
      text.append(
              columns.stream()
                  .map(c -> '"' + row.getOrDefault(c, "").replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return Files.write(
        folder.resolve(UUID.randomUUID() + ".csv"), text.toString().getBytes(charset));
  }

  private int count(String what) {
    return database.superuser().sql("SELECT count(*) FROM " + what).query(Integer.class).single();
  }

  private Map<Column, String> row() {
    number++;
    LocalDate today = LocalDate.now(Kyiv.ZONE);
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.CASE_NUMBER, "200/" + number + "/23");
    row.put(Column.REGION, "kharkiv");
    row.put(Column.FAMILY_UK, "Зразковий");
    row.put(Column.GIVEN_UK, "Тарас");
    row.put(Column.FAMILY_RU, "Образцовый");
    row.put(Column.GIVEN_RU, "Тарас");
    row.put(Column.SEX, "m");
    row.put(Column.BORN_ON, "1980-01-15");
    row.put(Column.CITIZEN, "yes");
    row.put(Column.CUSTODY_FROM, "2022-07-01");
    row.put(Column.CHARGES, "111/2 2022-05-01..2022-05-10");
    row.put(Column.VERDICT_ON, "2023-03-02");
    row.put(Column.IN_FORCE_ON, "2023-06-19");
    row.put(Column.SENTENCE, "15y");
    row.put(Column.CONSENT_SCOPES, "exchange; text");
    row.put(Column.CONSENT_ON, today.minusDays(10).toString());
    row.put(Column.CONSENT_UNTIL, today.plusDays(160).toString());
    row.put(Column.CONSENT_LANGUAGE, "uk");
    row.put(Column.CONSENT_COUNSEL, "ТЕСТ-1");
    row.put(Column.CONSENT_PRESENT, "counsel; ombudsman");
    row.put(Column.CONSENT_EVIDENCE, Sha256.hex(Sha256.of("sheet " + number)));
    row.put(Column.VERIFIED_ON, today.minusDays(5).toString());
    row.put(Column.VERIFIED_BY, "ombudsman");
    row.put(Column.PLOT_UK, "Суд установив обставини справи в умовному селищі Прикладне.");
    row.put(Column.PLOT_RU, "Суд установил обстоятельства дела в условном поселке Прикладное.");
    row.put(
        Column.PLOT_EN, "The court established the facts in the invented settlement of Prykladne.");
    row.put(Column.AUTHOR_AGENCY, "hur");
    row.put(Column.APPROVED_BY, "hur; sbu");
    row.put(Column.PUBLISH, "yes");
    return row;
  }
}
