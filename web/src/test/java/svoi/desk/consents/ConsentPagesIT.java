package svoi.desk.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.audit.AuditTrail;
import svoi.desk.RunningDesk;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Consents as they are worked with in the browser, without JavaScript.
class ConsentPagesIT {
  private static final Member LIAISON =
      new Member(new StaffId(new UUID(7, 7)), "prison-service", Set.of(StaffRole.PRISON_LIAISON));
  private static final Member ADMINISTRATOR =
      new Member(new StaffId(new UUID(7, 8)), "coordination-hq", Set.of(StaffRole.ADMINISTRATOR));
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

  private static RunningDesk desk;

  @BeforeAll
  static void open() {
    desk = new RunningDesk();
    var database = desk.database.as(Role.DESK);
    Staff staff = new Staff(database.jdbc(), new AuditTrail(database.jdbc()));
    Set.of(LIAISON, ADMINISTRATOR).forEach(staff::add);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void aSessionGoesFromADraftToASignedSheetToAVerification() {
    String path = newPerson();
    Member leader = PublishedPerson.INTERVIEWER;
    desk.post(leader, path + "/session/start", Map.of("language", "ru"));
    var form = desk.get(leader, path + "/session");
    assertThat(form.body()).contains("Кто спрашивает и кто решает", "name=\"point-14\"");

    var saved = desk.post(leader, path + "/session", whole("0", "exchange", "text"));
    assertThat(saved.location()).contains(path + "/session/sign");
    var signed = desk.upload(leader, path + "/session/sign", "1", SCAN);
    assertThat(signed.location()).contains(path + "?done=consents.signed");

    Member verifier = PublishedPerson.VERIFIER;
    assertThat(desk.get(verifier, path).body()).doesNotContain("name=\"alone\"");
    desk.database.moveClock(Duration.ofHours(80));
    String page = desk.get(verifier, path).body();
    assertThat(page).contains("name=\"alone\"");
    Map<String, String> talk = new LinkedHashMap<>();
    page.lines()
        .flatMap(
            line ->
                java.util.regex.Pattern.compile("name=\"(act-[^\"]+)\"").matcher(line).results())
        .forEach(found -> talk.put(found.group(1), "yes"));
    Set.of("consequences", "refusal", "benefit", "family").forEach(k -> talk.put(k, "yes"));

    var notAlone = desk.post(verifier, path + "/verify", talk);
    assertThat(notAlone.status()).isEqualTo(422);
    assertThat(notAlone.body()).contains("consent.interview_incomplete");
    talk.put("alone", "yes");
    assertThat(desk.post(verifier, path + "/verify", talk).location())
        .contains(path + "?done=consents.verified");
    assertThat(desk.get(verifier, path).body()).contains("act in-force");
    desk.database.moveClock(Duration.ZERO);
  }

  @Test
  void whatIsWrongComesBackWithWhatWasTyped() {
    String path = newPerson();
    Member leader = PublishedPerson.INTERVIEWER;
    desk.post(leader, path + "/session/start", Map.of("language", "uk"));
    Map<String, String> typed = whole("0", "exchange");
    typed.put("end", "пів на третю");
    typed.put("licence", "ТЕСТ-55/\"лапки\"");

    var answer = desk.post(leader, path + "/session", typed);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("пів на третю", "ТЕСТ-55/&#34;лапки&#34;", "aria-invalid=\"true\"");
  }

  @Test
  void aStaleSavingAnswers412AndShowsBoth() {
    String path = newPerson();
    Member leader = PublishedPerson.INTERVIEWER;
    desk.post(leader, path + "/session/start", Map.of("language", "uk"));
    desk.post(leader, path + "/session", whole("0", "exchange"));
    Map<String, String> late = whole("0", "text");
    late.put("licence", "ТЕСТ-ПІЗНО");

    var answer = desk.post(leader, path + "/session", late);

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.body()).contains("ТЕСТ-ПІЗНО", "ТЕСТ-9");
  }

  @Test
  void aSheetWithoutCounselIsRefusedByItsCode() {
    String path = newPerson();
    Member leader = PublishedPerson.INTERVIEWER;
    desk.post(leader, path + "/session/start", Map.of("language", "uk"));
    Map<String, String> alone = whole("0", "exchange");
    alone.remove("present-counsel");
    desk.post(leader, path + "/session", alone);

    var answer = desk.upload(leader, path + "/session/sign", "1", SCAN);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("consent.counsel_required");
  }

  @Test
  void aProgramIsNoScanAndADoubleClickSignsOnce() {
    String path = newPerson();
    Member leader = PublishedPerson.INTERVIEWER;
    desk.post(leader, path + "/session/start", Map.of("language", "uk"));
    desk.post(leader, path + "/session", whole("0", "exchange"));

    byte[] program = "MZ\0\0".getBytes(StandardCharsets.US_ASCII);
    assertThat(desk.upload(leader, path + "/session/sign", "1", program).status()).isEqualTo(422);
    assertThat(desk.upload(leader, path + "/session/sign", "0", SCAN).status()).isEqualTo(412);
    assertThat(desk.upload(leader, path + "/session/sign", "1", SCAN).status()).isEqualTo(303);
    assertThat(desk.upload(leader, path + "/session/sign", "1", SCAN).status()).isEqualTo(303);
    assertThat(acts(path)).isEqualTo(1);
  }

  @Test
  void aWithdrawalIsOneClickAndOnePageAndShowsWhoWasTold() {
    UUID person = PublishedPerson.in(desk.database).create().person().value();
    String path = ConsentsController.path(person);

    var page = desk.get(LIAISON, path + "/withdraw");
    assertThat(page.body()).contains("name=\"scope-text\"", "name=\"scope-exchange\"");
    var done =
        desk.post(
            LIAISON,
            path + "/withdraw",
            Map.of("scope-text", "yes", "scope-exchange", "yes", "said", "person"));

    assertThat(done.status()).isEqualTo(303);
    String record = done.location().orElseThrow();
    assertThat(record).startsWith("/desk/withdrawals/");
    assertThat(desk.get(LIAISON, record).body()).containsPattern("<strong>[0-9]+ мс</strong>");
    var reviewer = desk.get(PublishedPerson.SBU_REVIEWER, record);
    assertThat(reviewer.status()).isEqualTo(200);
    assertThat(reviewer.body()).contains("/seen");
  }

  @Test
  void anAdministratorWithdrawsByTheAddressOfThePageAndSeesNoName() {
    var shown = PublishedPerson.in(desk.database).create();
    String address = "https://svoi.example/uk/profiles/" + shown.profile().value();

    assertThat(desk.post(ADMINISTRATOR, "/desk/withdraw", Map.of("address", "???")).status())
        .isEqualTo(422);
    var done = desk.post(ADMINISTRATOR, "/desk/withdraw", Map.of("address", address));

    String record = done.location().orElseThrow();
    assertThat(record).startsWith("/desk/withdrawals/");
    assertThat(desk.get(ADMINISTRATOR, record).body()).doesNotContain("Вигаданець");
    assertThat(
            desk.get(ADMINISTRATOR, ConsentsController.path(shown.person().value()) + "/withdraw")
                .status())
        .isEqualTo(404);
  }

  @Test
  void anAdministratorLinksAnAdvocatesAccountWithALicenceOnSheets() {
    Member counsel = new Member(new StaffId(new UUID(7, 9)), "bar", Set.of(StaffRole.COUNSEL));
    var database = desk.database.as(Role.DESK);
    new Staff(database.jdbc(), new AuditTrail(database.jdbc())).add(counsel);
    UUID person = PublishedPerson.in(desk.database).create().person().value();
    String path = "/desk/staff/" + counsel.id() + "/licence";

    var unknown = desk.post(ADMINISTRATOR, path, Map.of("licence", "ТЕСТ-НІЧИЯ"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("value=\"ТЕСТ-НІЧИЯ\"");
    assertThat(desk.get(counsel, ConsentsController.path(person)).status()).isEqualTo(404);
    assertThat(desk.post(ADMINISTRATOR, path, Map.of("licence", "ТЕСТ-1")).location())
        .contains(path + "?done=people.linked");

    assertThat(desk.get(counsel, ConsentsController.path(person)).status()).isEqualTo(200);
    assertThat(desk.get(ADMINISTRATOR, path).body()).contains("ТЕСТ-1");
    assertThat(desk.get(ADMINISTRATOR, "/desk/staff/" + LIAISON.id() + "/licence").status())
        .isEqualTo(404);
  }

  @Test
  void whoIsOutOfReachGets404AsForNobody() {
    UUID person = PublishedPerson.in(desk.database).notApproved().create().person().value();

    for (UUID id : Set.of(person, UUID.randomUUID())) {
      var answer = desk.get(PublishedPerson.SBU_REVIEWER, ConsentsController.path(id));
      assertThat(answer.status()).isEqualTo(404);
    }
    assertThat(
            desk.get(PublishedPerson.AUTHOR, ConsentsController.path(person) + "/session").status())
        .isEqualTo(403);
  }

  @Test
  void aLiaisonFindsACardByExactNameAndBirthDateOnly() {
    PublishedPerson.in(desk.database).named("Карткін").bornOn("1979-01-02").create();
    Map<String, String> exact = Map.of("name", "Карткін Тест Прикладович", "born", "02.01.1979");

    assertThat(desk.post(LIAISON, "/desk/cards", exact).status()).isEqualTo(303);
    var wrong = desk.post(LIAISON, "/desk/cards", Map.of("name", "Карткін", "born", "1979-01-02"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"Карткін\"");
  }

  @Test
  void theQueueAndTheTasksShowWhatWaits() {
    PublishedPerson.in(desk.database)
        .named("Чекайло")
        .consentOn(LocalDate.now(Kyiv.ZONE).minusDays(170))
        .create();

    assertThat(desk.get(PublishedPerson.VERIFIER, "/desk/consents").body()).contains("Чекайло");
    assertThat(desk.get(PublishedPerson.VERIFIER, "/desk").body())
        .contains("href=\"/desk/consents\"")
        .doesNotContain("Чекайло");
  }

  @Test
  void theFormOnPaperHasFourteenPointsTenConsentsAndItsVersion() throws IOException {
    for (String language : Set.of("uk", "ru", "en")) {
      var answer = desk.get(LIAISON, "/desk/consents/form/" + language + ".pdf");
      assertThat(answer.status()).isEqualTo(200);
      try (var pdf = Loader.loadPDF(answer.bytes())) {
        String text = new PDFTextStripper().getText(pdf);
        assertThat(text).contains("14. ", "svoi:2026-1:" + language);
        assertThat(pdf.getNumberOfPages()).isBetween(4, 8);
      }
      assertThat(answer.bytes().length).isLessThan(200_000);
    }
    assertThat(desk.get(LIAISON, "/desk/consents/form/fr.pdf").status()).isEqualTo(404);
  }

  private static String newPerson() {
    return ConsentsController.path(
        PublishedPerson.in(desk.database).consenting().notApproved().create().person().value());
  }

  private static int acts(String path) {
    return desk.database
        .superuser()
        .sql("SELECT count(*) FROM consent.act WHERE person_id = ?")
        .param(UUID.fromString(path.split("/", -1)[3]))
        .query(Integer.class)
        .single();
  }

  private static Map<String, String> whole(String version, String... scopes) {
    Map<String, String> form = new LinkedHashMap<>();
    LocalDate yesterday = LocalDate.now(Kyiv.ZONE).minusDays(1);
    form.put("version", version);
    form.put("language", "ru");
    form.put("place", "colony");
    form.put("day", yesterday.toString());
    form.put("start", "10:00");
    form.put("end", "11.30");
    form.put("until", yesterday.plusDays(180).toString());
    form.put("licence", "ТЕСТ-9");
    form.put("present-counsel", "yes");
    form.put("present-interviewer", "yes");
    form.put("aloud", "yes");
    for (int point = 1; point <= 14; point++) {
      form.put("point-" + point, "yes");
    }
    for (String scope : scopes) {
      form.put("scope-" + scope, "yes");
    }
    form.put("sign", "yes");
    return form;
  }
}
