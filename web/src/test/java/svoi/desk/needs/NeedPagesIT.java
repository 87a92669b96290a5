package svoi.desk.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.desk.RunningDesk;
import svoi.exchange.RoundsSample;
import svoi.staff.Member;

/// The need list as it is worked with in the browser, without JavaScript.
class NeedPagesIT {
  private static final Member OFFICER = RoundsSample.OFFICER;
  private static final Member SECOND = RoundsSample.SECOND;
  private static final Member RETURNS = RoundsSample.RETURNS;
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

  private static RunningDesk desk;
  private static RoundsSample sample;

  @BeforeAll
  static void open() {
    desk = new RunningDesk();
    sample = RoundsSample.in(desk.database);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Map<String, String> form(String family, String category, String born) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("id", UUID.randomUUID().toString());
    form.put("familyUk", family);
    form.put("givenUk", "Тест");
    form.put("familyRu", family);
    form.put("givenRu", "Тест");
    form.put("familyLatin", "Vyhadka");
    form.put("givenLatin", "Test");
    form.put("sex", "m");
    form.put("born", born);
    form.put("category", category);
    form.put("condition", "ordinary");
    form.put("heldSince", "01.03.2023");
    return form;
  }

  private static String entered(Member by, Map<String, String> form) {
    var answer = desk.post(by, "/desk/needs", form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return "/desk/needs/" + form.get("id");
  }

  private static String field(String body, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
    assertThat(found.find()).as(name).isTrue();
    return Objects.requireNonNull(found.group(1));
  }

  @Test
  void emptyNamesAreProposedAndSavedOnlyWhenLookedAt() {
    Map<String, String> form = form("Лук’яненко", "pow", "02.05.1991");
    form.put("familyRu", "");
    form.put("familyLatin", "");

    var proposed = desk.post(OFFICER, "/desk/needs", form);

    assertThat(proposed.status()).isEqualTo(200);
    assertThat(proposed.body()).contains("value=\"Лукьяненко\"", "value=\"Lukianenko\"");
    form.put("familyRu", "Лукьяненко");
    form.put("familyLatin", "Lukianenko");
    String path = entered(OFFICER, form);
    assertThat(desk.get(OFFICER, path).body()).contains("Лук’яненко Тест", "Lukianenko");
    assertThat(desk.get(OFFICER, "/desk/needs?q=lukyanenko").body()).contains(path);
  }

  @Test
  void somebodyLikeOneWhoIsThereIsShownBeforeASecondRecordIsSaved() {
    entered(OFFICER, form("Двойнюк", "pow", "02.05.1990"));
    Map<String, String> again = form("Двойнюк", "pow", "02.05.1990");

    assertThat(desk.post(OFFICER, "/desk/needs", again).body()).contains("name=\"seen\"");
    again.put("seen", "yes");
    assertThat(desk.post(OFFICER, "/desk/needs", again).status()).isEqualTo(303);
  }

  @Test
  void aStaleSavingAnswers412AndShowsBothTexts() {
    Map<String, String> form = form("Перший", "pow", "02.05.1989");
    String path = entered(OFFICER, form);
    String version = field(desk.get(OFFICER, path + "/edit").body(), "version");
    form.put("version", version);
    form.put("familyUk", "Другий");
    assertThat(desk.post(OFFICER, path + "/edit", form).status()).isEqualTo(303);
    form.put("familyUk", "Третій");

    var late = desk.post(SECOND, path + "/edit", form);

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body()).contains("Другий", "Третій");
  }

  /// Scenario 18.
  @Test
  void childrenAreSeenAndEnteredByReturnOfficersOnly() {
    String born = sample.today().minusYears(9).toString();
    var refused = desk.post(OFFICER, "/desk/needs", form("Малюченко", "child", born));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("awaited.other_track");

    String path = entered(RETURNS, form("Малюченко", "child", born));
    assertThat(desk.get(OFFICER, path).status()).isEqualTo(404);
    assertThat(
            desk.get(OFFICER, "/desk/needs?q=Малюченко".replace("Малюченко", "Maliuchenko")).body())
        .doesNotContain("Малюченко Тест");
    assertThat(desk.get(OFFICER, "/desk/returns").status()).isEqualTo(403);
    assertThat(desk.get(RETURNS, "/desk/returns").body()).contains("Малюченко Тест");
    assertThat(desk.get(RETURNS, "/desk/needs/lists").status()).isEqualTo(403);
  }

  /// Scenarios 18 and 40: a child comes home step by step; relatives first.
  @Test
  void aChildComesHomeAndNobodyHearsTheNameBeforeTheFamily() {
    String born = sample.today().minusYears(8).toString();
    String path = entered(RETURNS, form("Додомчук", "child", born));
    String back = path.replace("/needs/", "/returns/");
    desk.post(RETURNS, back, Map.of());
    assertThat(step(back, "opened", "asked").status()).isEqualTo(303);
    assertThat(step(back, "opened", "agreed").status()).isEqualTo(412);
    assertThat(step(back, "asked", "agreed").status()).isEqualTo(303);
    var bare =
        desk.post(
            RETURNS,
            back + "/steps",
            Map.of("seen", "agreed", "state", "returned", "on", sample.today().toString()));
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.body()).contains("return-home-needs-evidence");
    assertThat(step(back, "agreed", "returned").status()).isEqualTo(303);

    var early = desk.get(RETURNS, path + "/name");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.body()).contains("notify.family_first").doesNotContain("<b>Додомчук Тест</b>");
    assertThat(desk.get(RETURNS, "/desk/families").body()).contains("Додомчук Тест");
    assertThat(desk.get(RETURNS, "/desk").body()).contains("/desk/families");
    UUID contact = contact(path);
    desk.post(
        RETURNS,
        path + "/talks",
        Map.of("contact", contact.toString(), "about", "return", "result", "reached"));
    desk.post(RETURNS, path + "/name", Map.of("word", "yes"));
    assertThat(desk.get(RETURNS, path + "/name").status()).isEqualTo(409);
    desk.database.moveClock(Duration.ofHours(49));
    assertThat(desk.get(RETURNS, path + "/name").status()).isEqualTo(200);
    desk.database.moveClock(Duration.ZERO);
    assertThat(desk.get(RETURNS, "/desk/families").body()).doesNotContain("Додомчук");
  }

  private static RunningDesk.Answer step(String back, String seen, String state) {
    return desk.upload(
        RETURNS,
        back + "/steps",
        Map.of("seen", seen, "state", state, "on", sample.today().toString()),
        "evidence",
        SCAN);
  }

  private static UUID contact(String path) {
    UUID contact = UUID.randomUUID();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("fresh", contact.toString());
    form.put("name", "Пані Вигадана");
    form.put("reach", "+380 00 000 00 00");
    form.put("means", "call");
    form.put("language", "uk");
    form.put("word", "соняшник");
    form.put("hoursFrom", "9:00");
    form.put("hoursTo", "18:00");
    assertThat(desk.post(RETURNS, path + "/family", form).status()).isEqualTo(303);
    assertThat(desk.get(RETURNS, path + "/family").body()).contains("соняшник");
    assertThat(desk.get(RETURNS, path).body()).doesNotContain("соняшник", "+380");
    return contact;
  }

  @Test
  void whatBecameKnownNeedsItsSourceAndItsEvidence() {
    String path = entered(OFFICER, form("Звестко", "pow", "02.05.1988"));
    String version = field(desk.get(OFFICER, path + "/states").body(), "version");
    String today = sample.today().toString();

    assertThat(
            desk.post(
                    OFFICER,
                    path + "/states",
                    Map.of("version", version, "state", "confirmed", "on", today))
                .status())
        .isEqualTo(422);
    var ended =
        desk.post(
            OFFICER,
            path + "/states",
            Map.of("version", version, "state", "not-captive", "on", today));
    assertThat(ended.status()).isEqualTo(422);
    assertThat(ended.body()).contains("awaited.evidence_missing");
    assertThat(
            desk.upload(
                    OFFICER,
                    path + "/states",
                    Map.of("version", version, "state", "not-captive", "on", today),
                    "evidence",
                    SCAN)
                .status())
        .isEqualTo(303);
    Matcher link =
        Pattern.compile(path + "/evidence/[0-9a-f-]{36}").matcher(desk.get(OFFICER, path).body());
    assertThat(link.find()).isTrue();
    assertThat(desk.get(OFFICER, link.group()).bytes()).isEqualTo(SCAN);
  }

  @Test
  void aListIsSignedByTwoAgenciesSentAndTakenOutWithAMark() throws Exception {
    sample.awaited();
    String path =
        desk.post(OFFICER, "/desk/needs/lists", Map.of())
            .location()
            .orElseThrow()
            .replaceAll("\\?.*", "");
    String hash = field(desk.get(OFFICER, path).body(), "hash");
    assertThat(desk.post(OFFICER, path + "/sign", Map.of("hash", hash)).status()).isEqualTo(303);
    assertThat(desk.post(OFFICER, path + "/sign", Map.of("hash", hash)).status()).isEqualTo(409);
    assertThat(desk.get(SECOND, "/desk").body()).contains(path);
    assertThat(desk.post(OFFICER, path + "/send", Map.of("to", "icrc")).body())
        .contains("list.two_signatures");
    assertThat(desk.post(SECOND, path + "/sign", Map.of("hash", hash)).status()).isEqualTo(303);
    assertThat(desk.post(OFFICER, path + "/send", Map.of("to", "icrc")).status()).isEqualTo(303);

    assertThat(desk.post(OFFICER, path + "/export", Map.of("format", "csv")).status())
        .isEqualTo(422);
    String csv = export(path, "csv").body();
    assertThat(csv).contains("Вигаданець Тест", "перевірка", hash.substring(0, 16));
    try (ReadableWorkbook book =
            new ReadableWorkbook(new ByteArrayInputStream(export(path, "xlsx").bytes()));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      assertThat(rows.count()).isEqualTo(csv.lines().count());
    }
    try (var pdf = Loader.loadPDF(export(path, "pdf").bytes())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Вигаданець", "перевірка");
    }
  }

  @Test
  void aListThatNobodyWouldPrintIsTakenOutAsATableOnly() {
    sample.awaited();
    String path =
        desk.post(OFFICER, "/desk/needs/lists", Map.of())
            .location()
            .orElseThrow()
            .replaceAll("\\?.*", "");
    long entries = exports();
    lengthen(path.substring(path.lastIndexOf('/') + 1));

    var refused = export(path, "pdf");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("PDF вміщує щонайбільше 10\u00a0000 рядків", "XLSX або CSV", "#f-format");
    assertThat(exports()).isEqualTo(entries);
    assertThat(export(path, "csv").body()).contains("Вигаданець Тест");
  }

  /// Ten thousand persons would take a minute to make; the last position says how long a list is.
  private static void lengthen(String list) {
    desk.database
        .superuser()
        .sql(
            """
            DO $$ BEGIN
              SET LOCAL session_replication_role = replica;
              UPDATE exchange.need_row SET position = position + 10000 WHERE need_list_id = '%s';
            END $$
            """
                .formatted(list))
        .update();
  }

  private static long exports() {
    return sample.one(
        Long.class,
        "SELECT count(*) FROM audit.v_entry WHERE action = 'exchange.need-list-export'");
  }

  private static RunningDesk.Answer export(String path, String format) {
    return desk.post(OFFICER, path + "/export", Map.of("format", format, "purpose", "check"));
  }

  /// Scenario 38.
  @Test
  void aTableIsLookedAtRowByRowAndWrittenWhenConfirmed() {
    String table =
        """
        family_uk,given_uk,sex,born_on,category,held_since,place
        Табличний,Тест,m,1990-01-01,pow,2022-05-05,"=HYPERLINK(""http://a.b"")"
        Хибний,Тест,m,1990-01-01,pow,=1+1,
        """;
    var uploaded =
        desk.upload(
            OFFICER,
            "/desk/needs/import",
            Map.of(),
            "file",
            table.getBytes(StandardCharsets.UTF_8));
    String path = uploaded.location().orElseThrow();

    String preview = desk.get(OFFICER, path).body();

    assertThat(preview).contains("held_since", "column-date", "=1+1");
    assertThat(desk.get(SECOND, path).status()).isEqualTo(404);
    assertThat(desk.get(OFFICER, path + "/refused.csv").body()).contains("\"'=1+1\"");
    assertThat(desk.get(OFFICER, "/desk/needs?q=Tablychnyi").body())
        .doesNotContain("Табличний Тест");
    Map<String, String> confirm = Map.of("act", "confirm", "digest", field(preview, "digest"));
    var written = desk.post(OFFICER, path, confirm);
    assertThat(written.location()).contains("/desk/needs?order=entry&done=needs.imported");
    String found = desk.get(OFFICER, "/desk/needs?q=Tablychnyi").body();
    Matcher person = Pattern.compile("/desk/needs/[0-9a-f-]{36}").matcher(found);
    assertThat(person.find()).isTrue();
    assertThat(desk.get(OFFICER, person.group() + "/restricted").body())
        .contains("=HYPERLINK(\"http://a.b\")");
    assertThat(desk.post(OFFICER, path, confirm).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoTableIsSaidAtTheField() {
    var answer =
        desk.upload(
            OFFICER, "/desk/needs/import", Map.of(), "file", new byte[] {'P', 'K', 3, 4, 5});

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("file-not-a-table");
  }

  @Test
  void recordsBecomeOneByTwoSignatures() {
    String kept = entered(OFFICER, form("Злитчук", "pow", "02.05.1987"));
    Map<String, String> second = form("Злитчук", "pow", "02.05.1987");
    second.put("seen", "yes");
    String merged = entered(OFFICER, second);
    assertThat(desk.get(OFFICER, kept).body()).contains("name=\"ground\"");
    desk.post(
        OFFICER,
        kept + "/merges",
        Map.of("other", second.get("id"), "keep", "this", "ground", "Той самий день народження"));
    Matcher merge =
        Pattern.compile("/desk/needs/merges/[0-9a-f-]{36}")
            .matcher(desk.get(SECOND, "/desk/needs/merges").body());
    assertThat(merge.find()).isTrue();

    assertThat(desk.post(OFFICER, merge.group(), Map.of("outcome", "confirmed")).status())
        .isEqualTo(409);
    assertThat(desk.post(SECOND, merge.group(), Map.of("outcome", "confirmed")).status())
        .isEqualTo(303);
    assertThat(desk.get(OFFICER, merged).location()).contains(kept);
  }

  @Test
  void everyScreenIsInTheLogWithTheIdsThatItShowed() {
    String path = entered(OFFICER, form("Журналко", "pow", "02.05.1986"));
    UUID person = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    desk.get(OFFICER, path);
    desk.get(OFFICER, "/desk/needs?q=Zhurnalko");
    desk.get(OFFICER, "/desk/needs?order=entry");

    for (String action : new String[] {"desk.need", "desk.need-search", "desk.needs"}) {
      assertThat(
              sample.one(
                  Integer.class,
                  "SELECT count(*) FROM audit.v_entry WHERE action = ? AND ? = ANY (subjects)",
                  action,
                  person))
          .as(action)
          .isPositive();
    }
  }
}
