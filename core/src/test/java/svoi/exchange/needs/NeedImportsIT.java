package svoi.exchange.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import svoi.register.imports.Unreadable;

/// Tables of those who are awaited: judged row by row, written only when confirmed.
class NeedImportsIT extends InventedNeeds {
  private static final String HEADER = "family_uk,given_uk,sex,born_on,category,held_since";
  private static final String LETTERS = "абвгдежзик";

  private static String family(int i) {
    return "Рядко"
        + LETTERS.charAt(i / 1000 % 10)
        + LETTERS.charAt(i / 100 % 10)
        + LETTERS.charAt(i / 10 % 10)
        + LETTERS.charAt(i % 10);
  }

  private UUID upload(String... lines) throws Unreadable {
    return imports.upload(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), OFFICER);
  }

  private NeedReport preview(UUID id) {
    return imports.preview(id, OFFICER, (done, all) -> {}).orElseThrow();
  }

  private NeedImports.Outcome confirm(UUID id, Set<Integer> others) {
    return imports.confirm(id, preview(id).digest(), others, OFFICER, (done, all) -> {});
  }

  private int persons() {
    return count("SELECT count(*) FROM exchange.awaited");
  }

  /// Scenario 38.
  @Test
  void aThousandRowsWith37BadShow963And37AndNothingIsWrittenUntilConfirmed() throws Exception {
    int before = persons();
    UUID id = imports.upload(thousandRows(), OFFICER);

    NeedReport report = preview(id);

    assertThat(report.count(NeedReport.Outcome.NEW)).isEqualTo(963);
    assertThat(report.of(NeedReport.Outcome.REFUSED))
        .hasSize(37)
        .allSatisfy(
            v ->
                assertThat(v.findings())
                    .first()
                    .satisfies(
                        f ->
                            assertThat(f.column() + " " + f.code())
                                .isEqualTo("held_since column-date")));
    assertThat(persons()).isEqualTo(before);

    assertThat(confirm(id, Set.of())).isEqualTo(new NeedImports.Outcome.Written(963, 0));
    assertThat(persons()).isEqualTo(before + 963);
    assertThat(
            count(
                "SELECT count(*) FROM exchange.need_import WHERE id = ? AND file_sealed IS NULL",
                id))
        .isOne();
    UUID formula =
        sample.one(UUID.class, "SELECT id FROM exchange.awaited WHERE family_uk = ?", family(0));
    AwaitedFile file = files.find(new svoi.exchange.AwaitedId(formula), OFFICER).orElseThrow();
    assertThat(files.open(file, OFFICER).place()).isEqualTo("=HYPERLINK(\"http://a.b\")");
  }

  private static byte[] thousandRows() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "svoi", "1.0")) {
      Worksheet sheet = book.newWorksheet("1");
      List<String> header = new ArrayList<>(List.of(HEADER.split(",")));
      header.add("place");
      for (int c = 0; c < header.size(); c++) {
        sheet.value(0, c, header.get(c));
      }
      for (int i = 0; i < 1000; i++) {
        sheet.value(i + 1, 0, family(i));
        sheet.value(i + 1, 1, "Тест");
        sheet.value(i + 1, 2, "m");
        sheet.value(i + 1, 3, LocalDate.of(1960, 1, 1).plusDays(i * 13L).toString());
        sheet.value(i + 1, 4, "pow");
        sheet.value(i + 1, 5, i % 27 == 26 ? "навесні" : "2023-02-03");
        if (i == 0) {
          sheet.value(i + 1, 6, "=HYPERLINK(\"http://a.b\")");
        }
      }
    }
    return out.toByteArray();
  }

  @Test
  void theSameRowAgainIsUnchangedAndAnotherCellIsNamed() throws Exception {
    String row = "Однаковий,Тест,m,1990-01-02,pow,2022-05-05";
    assertThat(confirm(upload(HEADER, row), Set.of()))
        .isEqualTo(new NeedImports.Outcome.Written(1, 0));

    assertThat(preview(upload(HEADER, row)).count(NeedReport.Outcome.UNCHANGED)).isOne();
    UUID again =
        upload(
            HEADER + ",condition", "Однаковий,Тест,m,1990-01-02,civilian-detained,2022-05-05,ill");
    assertThat(preview(again).verdicts().getFirst().changed())
        .containsExactly("category", "condition");
    assertThat(confirm(again, Set.of())).isEqualTo(new NeedImports.Outcome.Written(0, 1));
  }

  @Test
  void anEmptyCellLeavesWhatADocumentSpelt() throws Exception {
    UUID first =
        upload(HEADER + ",family_ru", "Спеленко,Тест,m,1990-02-02,pow,2022-05-05,Спеллинг");
    confirm(first, Set.of());

    assertThat(
            preview(upload(HEADER, "Спеленко,Тест,m,1990-02-02,pow,2022-05-05"))
                .verdicts()
                .getFirst()
                .outcome())
        .isEqualTo(NeedReport.Outcome.UNCHANGED);
  }

  @Test
  void somebodySimilarIsWrittenOnlyWhereAnOfficerSaysItIsAnother() throws Exception {
    confirmed("Схожаненко", LocalDate.of(1977, 7, 7));
    UUID id =
        upload(
            HEADER,
            "Схожаненко,Тест,m,1977-07-07,pow,2024-01-01",
            "Схожаненька,Тест,f,1977-07-07,pow,2024-01-01");
    NeedReport report = preview(id);
    assertThat(report.verdicts().getFirst().outcome()).isEqualTo(NeedReport.Outcome.POSSIBLE);

    int expected = report.count(NeedReport.Outcome.NEW);
    assertThat(confirm(id, Set.of())).isEqualTo(new NeedImports.Outcome.Written(expected, 0));
    UUID again = upload(HEADER, "Схожаненко,Тест,m,1977-07-07,pow,2024-01-01");
    assertThat(confirm(again, Set.of(2))).isEqualTo(new NeedImports.Outcome.Written(1, 0));
  }

  @Test
  void whatWasShownIsWhatIsWrittenOrNothing() throws Exception {
    UUID id = upload(HEADER, "Раптовий,Тест,m,1970-01-01,pow,2022-05-05");
    String seen = preview(id).digest();
    entered(person("Раптовий", LocalDate.of(1970, 1, 1)), OFFICER);

    assertThat(imports.confirm(id, seen, Set.of(), OFFICER, (done, all) -> {}))
        .isInstanceOf(NeedImports.Outcome.Differs.class);
    assertThat(imports.confirm(id, seen, Set.of(), SECOND, (done, all) -> {}))
        .isInstanceOf(NeedImports.Outcome.Gone.class);
  }

  /// Scenario 18: an import by a round officer enters no child, and finds none.
  @Test
  void childrenAreEnteredByReturnOfficersOnly() throws Exception {
    String born = sample.today().minusYears(7).toString();
    NeedReport report =
        preview(
            upload(HEADER, "Дитячий,Тест,m," + born + ",child," + sample.today().minusYears(1)));

    assertThat(report.verdicts().getFirst().findings().getFirst().code())
        .isEqualTo("awaited.other_track");
  }

  @Test
  void aRowTwiceAnUnknownIdAndAMinorAreRefusedAtTheirCells() throws Exception {
    String born = sample.today().minusYears(16).toString();
    NeedReport report =
        preview(
            upload(
                HEADER + ",id",
                "Повторний,Тест,m,1980-01-01,pow,2022-05-05,",
                "Повторний,Тест,m,1980-01-01,pow,2022-05-05,",
                "Невідомий,Тест,m,1980-01-01,pow,2022-05-05," + UUID.randomUUID(),
                "Юнаков,Тест,m," + born + ",civilian-detained,2025-05-05,"));

    assertThat(report.of(NeedReport.Outcome.REFUSED))
        .extracting(v -> v.findings().getFirst().column() + " " + v.findings().getFirst().code())
        .containsExactly("family_uk row-twice", "id import.unknown_id", "category awaited.minor");
  }

  @Test
  void whatIsNoTableIsRefusedAtOnceAndWhatNobodyDecidesIsGoneAfterADay() throws Exception {
    assertThatThrownBy(() -> upload("Привіт")).isInstanceOf(Unreadable.class);
    UUID id = upload(HEADER, "Забутий,Тест,m,1980-01-01,pow,2022-05-05");
    database.moveClock(java.time.Duration.ofHours(25));

    assertThat(imports.dropOld()).isPositive();
    assertThat(imports.preview(id, OFFICER, (done, all) -> {})).isEmpty();
  }
}
