package svoi.desk.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.desk.RunningDesk;
import svoi.exchange.RoundsSample;
import svoi.register.PublishedPerson;
import svoi.staff.Member;

/// Rounds as they are worked with in the browser, without JavaScript.
class RoundPagesIT {
  private static final Member OFFICER = RoundsSample.OFFICER;
  private static final Member SECOND = RoundsSample.SECOND;
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);
  private static final int BYTES = 60_000;

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

  private static String path(UUID round) {
    return "/desk/rounds/" + round;
  }

  private static String field(String page, String name) {
    var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private static RunningDesk.Answer move(UUID round, String seen, String to, String reason) {
    return desk.post(
        OFFICER, path(round) + "/move", Map.of("seen", seen, "to", to, "reason", reason));
  }

  @Test
  void aRoundGoesFromADraftToItsAnnouncement() {
    UUID offered = sample.offered();
    sample.awaited();
    UUID round = UUID.randomUUID();
    String today = sample.today().format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    desk.post(
        OFFICER,
        "/desk/rounds",
        Map.of("id", round.toString(), "framework", "Умовна рамка", "planned", today));
    desk.post(
        OFFICER,
        path(round) + "/blocks",
        Map.of("kind", "ratio", "offers", "1", "needs", "1", "offered", "convicted"));
    UUID block = sample.one(UUID.class, "SELECT id FROM exchange.block WHERE round_id = ?", round);
    String add = path(round) + "/blocks/" + block + "/add";
    assertThat(desk.get(OFFICER, add + "?side=offered").body()).contains(offered.toString());
    assertThat(
            desk.post(OFFICER, add, Map.of("side", "offered", "person", offered.toString()))
                .location())
        .contains(path(round) + "?done=rounds.added");
    desk.post(OFFICER, add, Map.of("side", "awaited", "first", "1"));

    var taken = desk.post(OFFICER, path(round) + "/lists", Map.of());
    String list = path(round) + "/lists/1";
    assertThat(taken.location()).contains(list + "?done=rounds.taken");
    sign(OFFICER, list);
    assertThat(desk.get(SECOND, "/desk").body()).contains(list);
    sign(SECOND, list);
    assertThat(desk.post(OFFICER, list + "/send", Map.of()).location())
        .contains(list + "?done=rounds.sent");

    sample.answerEqually(round);
    assertThat(desk.get(OFFICER, path(round) + "/diff?from=1&to=2").body())
        .contains("версії однакові");
    assertThat(move(round, "proposed", "agreed", "").status()).isEqualTo(303);
    assertThat(move(round, "agreed", "preparing", "").status()).isEqualTo(303);
    assertThat(move(round, "preparing", "executing", "").status()).isEqualTo(303);

    typeInSheets(round);
    var recorded =
        desk.upload(OFFICER, path(round) + "/handover/record", protocol(today), "scan", SCAN);
    assertThat(recorded.location()).contains(path(round) + "/outcomes?done=rounds.recorded");
    assertThat(sample.state("round", round)).isEqualTo("executed");
    assertThat(desk.get(OFFICER, path(round) + "/families").body()).contains("удома");
    assertThat(desk.get(OFFICER, "/desk").body()).contains("/desk/families");
    assertThat(desk.get(OFFICER, "/desk/families").body()).contains("удома", "/family");

    assertThat(desk.post(OFFICER, path(round) + "/announce", Map.of("number", "81")).status())
        .isEqualTo(422);
    assertThat(
            desk.post(OFFICER, path(round) + "/announce", Map.of("number", "81", "public", "yes"))
                .location())
        .contains(path(round) + "?done=rounds.announced");
    assertThat(desk.get(OFFICER, path(round)).body()).contains("офіційний № 81");
    assertThat(desk.get(OFFICER, path(round) + "/protocol").bytes()).isEqualTo(SCAN);
  }

  private static void sign(Member by, String list) {
    String hash = field(desk.get(by, list).body(), "hash");
    assertThat(desk.post(by, list + "/sign", Map.of("hash", hash)).location())
        .contains(list + "?done=rounds.signed");
  }

  private static Map<String, String> protocol(String day) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("number", "7");
    fields.put("held", day);
    fields.put("from", "00:00");
    fields.put("until", "0:00");
    return fields;
  }

  private static void typeInSheets(UUID round) {
    String page = desk.get(OFFICER, path(round) + "/handover").body();
    List<String> slots =
        Pattern.compile("name=\"slot\" value=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    for (int row = 0; row < slots.size(); row++) {
      Map<String, String> typed = new LinkedHashMap<>();
      typed.put("slot", slots.get(row));
      typed.put("version-0", "0");
      typed.put("result-0", "delivered");
      assertThat(desk.post(OFFICER, path(round) + "/handover", typed).status()).isEqualTo(303);
    }
  }

  @Test
  void scenario17TheRefusalNamesTheBlockAndScenario21ThatTheListsDiffer() {
    RoundsSample.Drafted drafted = sample.drafted();
    sample.slot(drafted.block(), sample.awaited());
    sample.propose(drafted.round());

    var answer = move(drafted.round(), "proposed", "agreed", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body())
        .contains("<code>round.ratio</code>", "<code>round.lists_differ</code>");
  }

  @Test
  void scenario20TheirTableBecomesAVersionAfterALook() {
    RoundsSample.Drafted drafted = sample.in("proposed");
    String table =
        "block;side;name;born\n1;awaited;Нікому Незнайомий;01.02.1970\n1;awaited;Вигаданець Тест;01.01.1990\n";

    var imported =
        desk.upload(
            OFFICER,
            path(drafted.round()) + "/import",
            Map.of(),
            "file",
            table.getBytes(StandardCharsets.UTF_8));

    String list = path(drafted.round()) + "/lists/2";
    assertThat(imported.location()).contains(list + "?done=rounds.imported");
    assertThat(sample.state("round", drafted.round())).isEqualTo("proposed");
    String page = desk.get(OFFICER, list).body();
    assertThat(page).contains("Нікому Незнайомий", list + "/rows/2");
    assertThat(desk.get(OFFICER, list + "/rows/2").body())
        .contains("1 січня 1990".replace(' ', '\u00a0'));
    assertThat(
            desk.post(
                    OFFICER,
                    list + "/rows/2",
                    Map.of("person", drafted.awaited().getFirst().toString()))
                .status())
        .isEqualTo(303);

    assertThat(desk.post(OFFICER, list + "/receive", Map.of()).status()).isEqualTo(303);
    assertThat(sample.state("round", drafted.round())).isEqualTo("counter-proposed");
    assertThat(desk.get(OFFICER, path(drafted.round()) + "/diff?from=1&to=2").body())
        .contains("−2", "+1");
    assertThat(desk.post(OFFICER, list + "/adopt", Map.of()).status()).isEqualTo(303);
  }

  @Test
  void aFileThatIsNoTableSaysSoAndNothingIsWritten() {
    RoundsSample.Drafted drafted = sample.in("proposed");

    var answer =
        desk.upload(
            OFFICER,
            path(drafted.round()) + "/import",
            Map.of(),
            "file",
            "так\n1".getBytes(StandardCharsets.UTF_8));
    var wrong =
        desk.upload(
            OFFICER,
            path(drafted.round()) + "/import",
            Map.of(),
            "file",
            "block,side,name\nперший,awaited,Хтось".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("file-columns-missing");
    assertThat(wrong.body()).contains("column-number", "перший");
  }

  @Test
  void scenario22AStaleSavingAnswers412AndShowsBoth() {
    UUID round = sample.round();
    String form = desk.get(OFFICER, path(round) + "/edit").body();
    String version = field(form, "version");
    desk.post(
        SECOND, path(round) + "/edit", Map.of("version", version, "framework", "Рамка другої"));

    var late =
        desk.post(
            OFFICER,
            path(round) + "/edit",
            Map.of("version", version, "framework", "Рамка першої"));

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body()).contains("Рамка другої", "Рамка першої");
  }

  @Test
  void whatIsWrongComesBackWithWhatWasTyped() {
    UUID round = sample.round();

    var answer =
        desk.post(
            OFFICER,
            path(round) + "/blocks",
            Map.of("kind", "asymmetric", "ground", "мало", "offered", "officer"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("мало", "aria-invalid=\"true\"", "value=\"officer\" selected");
  }

  @Test
  void scenario23TheRefusalListsTheSlotAndTheMissingRuling() {
    RoundsSample.Drafted drafted = sample.in("preparing");
    sample.run(
        "INSERT INTO exchange.instrument_event (instrument_id, state, recorded_by, agency)"
            + " SELECT id, 'reversed', ?, ? FROM exchange.legal_instrument WHERE offered_id = ?",
        OFFICER.id().value(),
        OFFICER.agency(),
        drafted.offered());

    var answer = move(drafted.round(), "preparing", "executing", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("<code>legal.instrument_missing</code>");
    String board = desk.get(OFFICER, path(drafted.round()) + "/slots?open=yes").body();
    assertThat(board)
        .contains("немає правового акта")
        .doesNotContain("slots/" + drafted.needs().getFirst());
    assertThat(desk.get(OFFICER, "/desk").body())
        .contains(path(drafted.round()) + "/slots?open=yes");
  }

  @Test
  void aSlotIsTakenOffWithAReasonAndTheRoundGoesBackToTheTable() {
    RoundsSample.Drafted drafted = sample.in("agreed");
    String slot = path(drafted.round()) + "/slots/" + drafted.offer();
    String board = desk.get(OFFICER, path(drafted.round()) + "/slots").body();
    String form = board.substring(board.indexOf(slot));

    assertThat(
            desk.post(
                    OFFICER,
                    slot,
                    Map.of("version", "99", "do", "taken-off", "in", drafted.block().toString()))
                .status())
        .isEqualTo(412);
    desk.post(OFFICER, slot, Map.of("version", field(form, "version"), "do", "taken-off"));

    assertThat(sample.state("slot", drafted.offer())).isEqualTo("dropped");
    assertThat(sample.state("round", drafted.round())).isEqualTo("counter-proposed");
    assertThat(desk.get(OFFICER, path(drafted.round())).body()).contains("знято нами");
  }

  @Test
  void scenario25And26ANoAndASubstitutionAreTypedInAndNobodyElseIsChosenByItself() {
    RoundsSample.Drafted drafted = sample.in("executing");
    UUID brought = sample.awaited();
    sample.run("UPDATE exchange.awaited SET family_uk = 'Замінченко' WHERE id = ?", brought);
    String page = path(drafted.round()) + "/handover";
    Map<String, String> no =
        Map.of(
            "slot", drafted.offer().toString(), "version-0", "0", "result-0", "refused-at-point");
    assertThat(desk.post(OFFICER, page, no).status()).isEqualTo(303);
    String slot = drafted.needs().getFirst().toString();
    Map<String, String> other =
        new LinkedHashMap<>(
            Map.of("slot", slot, "version-0", "0", "result-0", "substituted", "who-0", "Замін"));

    var asked = desk.post(OFFICER, page, other);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("Замінченко", brought.toString());
    other.put("instead-0", brought.toString());
    assertThat(desk.post(OFFICER, page, other).status()).isEqualTo(303);

    assertThat(desk.get(OFFICER, page).body()).contains("привезли: Замінченко");
    assertThat(
            desk.upload(
                    OFFICER,
                    path(drafted.round()) + "/handover/record",
                    protocol("01.01.2026"),
                    "scan",
                    SCAN)
                .body())
        .contains("round.undecided");
    assertThat(
            desk.upload(
                    OFFICER,
                    path(drafted.round()) + "/handover/record",
                    protocol("01.01.2026"),
                    "scan",
                    "MZ".getBytes(StandardCharsets.US_ASCII))
                .body())
        .contains("protocol.not_a_scan");
  }

  @Test
  void sheetsForTheLineNameNobody() throws IOException {
    RoundsSample.Drafted drafted = sample.in("agreed");

    byte[] sheets = desk.get(OFFICER, path(drafted.round()) + "/sheets.pdf").bytes();

    String text = new PDFTextStripper().getText(Loader.loadPDF(sheets));
    assertThat(text)
        .contains(svoi.exchange.ShortCode.of(drafted.offer()), "МКЧХ")
        .doesNotContain("Вигаданець", "Тест");
  }

  @Test
  void aListLeavesTheDeskWithAPurposeAMarkAndNoFormulas() throws IOException {
    RoundsSample.Drafted drafted = sample.in("proposed");
    String table = "block,side,name\n1,awaited,=HYPERLINK(1)\n1,awaited,-Мінус Плюсенко\n";
    desk.upload(
        OFFICER,
        path(drafted.round()) + "/import",
        Map.of(),
        "file",
        table.getBytes(StandardCharsets.UTF_8));
    String list = path(drafted.round()) + "/lists/2/export";

    assertThat(desk.post(OFFICER, list, Map.of("form", "csv")).status()).isEqualTo(422);
    String csv = desk.post(OFFICER, list, Map.of("form", "csv", "purpose", "court")).body();
    byte[] pdf =
        desk.post(
                OFFICER,
                path(drafted.round()) + "/lists/1/export",
                Map.of("form", "pdf", "purpose", "negotiation"))
            .bytes();
    byte[] xlsx = desk.post(OFFICER, list, Map.of("form", "xlsx", "purpose", "oversight")).bytes();

    assertThat(csv)
        .contains("\"'=HYPERLINK(1)\"", "\"'-Мінус Плюсенко\"", "звернення до суду")
        .contains(svoi.exchange.ShortCode.of(OFFICER.id().value()));
    assertThat(new PDFTextStripper().getText(Loader.loadPDF(pdf)))
        .contains("Вигаданець", "переговори з іншою стороною");
    assertThat(xlsx).startsWith('P', 'K');
    assertThat(
            sample.one(
                Integer.class,
                "SELECT count(*) FROM audit.v_entry WHERE action = 'exchange.export' AND subjects @> ARRAY[?]::uuid[]",
                drafted.round()))
        .isEqualTo(3);
  }

  @Test
  void scenario29OneSignatureIsNotEnoughForACorrection() {
    RoundsSample.Drafted drafted = sample.in("executed");
    String outcomes = path(drafted.round()) + "/outcomes";
    String outcome =
        sample.one(
            String.class,
            "SELECT id::text FROM exchange.outcome WHERE slot_id = ?",
            drafted.needs().getFirst());
    Map<String, String> wrong =
        Map.of(
            "ground", "Записано двічі одну особу",
            "uk", "−1: повтор",
            "ru", "−1: повтор",
            "en", "−1: duplicate");

    assertThat(desk.post(OFFICER, outcomes + "/" + outcome + "/correct", wrong).status())
        .isEqualTo(303);
    String hash = field(desk.get(SECOND, outcomes).body(), "hash");
    assertThat(
            desk.post(OFFICER, outcomes + "/" + outcome + "/sign", Map.of("hash", hash)).status())
        .isEqualTo(409);
    assertThat(desk.get(SECOND, "/desk").body()).contains(outcomes);
    assertThat(desk.post(SECOND, outcomes + "/" + outcome + "/sign", Map.of("hash", hash)).status())
        .isEqualTo(303);
    assertThat(desk.get(OFFICER, outcomes).body()).contains("діє від");
  }

  @Test
  void thePlaceIsOnAPageOfItsOwnAndLogged() {
    UUID round = sample.round();
    String place = path(round) + "/place";
    String version = field(desk.get(OFFICER, place).body(), "version");

    desk.post(OFFICER, place, Map.of("version", version, "place", "умовний міст"));

    assertThat(desk.get(OFFICER, place).body()).contains("умовний міст");
    assertThat(desk.get(OFFICER, path(round)).body()).doesNotContain("умовний міст");
  }

  @Test
  void theMonitorSeesEverythingAndChangesNothing() {
    RoundsSample.Drafted drafted = sample.in("proposed");
    Member monitor = PublishedPerson.OMBUDSMAN;

    for (String page : List.of("", "/slots", "/lists/1", "/lists/1/export", "/families")) {
      assertThat(desk.get(monitor, path(drafted.round()) + page).status()).as(page).isEqualTo(200);
    }
    assertThat(desk.get(monitor, path(drafted.round())).body()).doesNotContain("/move");
    assertThat(
            desk.post(
                    monitor,
                    path(drafted.round()) + "/move",
                    Map.of("seen", "proposed", "to", "aborted", "reason", "other"))
                .status())
        .isEqualTo(403);
    assertThat(desk.get(PublishedPerson.AUTHOR, path(drafted.round())).status()).isEqualTo(403);
  }

  @Test
  void aLongBoardAndLongListsStaySmall() {
    RoundsSample.Drafted drafted = sample.drafted();
    for (int i = 0; i < 110; i++) {
      sample.slot(drafted.block(), sample.awaited());
    }
    sample.propose(drafted.round());

    for (String page : List.of("", "/slots", "/slots?page=2", "/lists/1", "/lists/1?after=100")) {
      String body = Objects.requireNonNull(desk.get(OFFICER, path(drafted.round()) + page).body());
      assertThat(body.length()).as(page).isLessThan(BYTES);
    }
    assertThat(desk.get(OFFICER, path(drafted.round()) + "/slots").body()).contains("rel=\"next\"");
  }
}
