package svoi.desk.detention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.audit.AuditTrail;
import svoi.desk.RunningDesk;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// The place of detention in the browser, without JavaScript.
class DetentionPagesIT {
  private static final Member AUTHOR = PublishedPerson.AUTHOR;
  private static final Member MONITOR = PublishedPerson.OMBUDSMAN;
  private static final Member LIAISON = member(1, "prison-service", StaffRole.PRISON_LIAISON);
  private static final Member ELSEWHERE = member(2, "prison-service", StaffRole.PRISON_LIAISON);
  private static final Member ADMINISTRATOR = member(3, "coordination-hq", StaffRole.ADMINISTRATOR);
  private static final String COLONY = "Вигадана колонія № 1";
  private static final String REASON = "Лікарня просить сказати, куди везти ліки.";

  private static RunningDesk desk;
  private static String colony;

  @BeforeAll
  static void open() {
    desk = new RunningDesk();
    Database database = desk.database.as(Role.DESK);
    Staff staff = new Staff(database.jdbc(), new AuditTrail(database.jdbc()));
    List.of(LIAISON, ELSEWHERE, ADMINISTRATOR).forEach(staff::add);
    PublishedPerson.in(desk.database).create();
    desk.post(ADMINISTRATOR, "/desk/institutions", Map.of("uk", COLONY, "en", "Invented colony 1"));
    String page = desk.get(ADMINISTRATOR, "/desk/institutions").body();
    colony = found(page, "/desk/institutions/([0-9a-f-]{36})/liaisons");
    desk.post(
        ADMINISTRATOR,
        "/desk/institutions/" + colony + "/liaisons",
        Map.of("member", LIAISON.actor()));
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void scenario41BreakGlassIsRefusedThenOpensWithAReasonAndTheMonitorIsTold() {
    String path = someone();

    var refused = desk.get(AUTHOR, path);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body())
        .contains("detention.no_need_to_know", "name=\"reason\"")
        .doesNotContain(COLONY);

    var opened = desk.post(AUTHOR, path + "/open", form(refused, REASON));
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.body()).contains(COLONY);
    assertThat(desk.get(AUTHOR, path).status()).as("it opened once").isEqualTo(403);
    assertThat(logged(path))
        .containsSubsequence(
            "cases.detention-record", "cases.detention-refused", "cases.break-glass");

    var tasks = desk.get(MONITOR, "/desk");
    assertThat(tasks.body()).contains(REASON);
    String opening = found(tasks.body(), "href=\"(/desk/openings/[0-9a-f-]{36})\">[^<]*ліки");
    assertThat(desk.get(AUTHOR, opening).status()).isEqualTo(403);
    assertThat(desk.post(AUTHOR, opening + "/seen", Map.of()).status()).isEqualTo(403);
    assertThat(desk.get(MONITOR, opening).body()).contains(REASON, opening + "/seen");
    assertThat(desk.post(MONITOR, opening + "/seen", Map.of()).status()).isEqualTo(303);
    assertThat(desk.get(MONITOR, "/desk").body()).doesNotContain(opening);
  }

  @Test
  void aReasonThatIsMissingOrShortIsRefusedAndComesBackAsTyped() {
    String path = someone();
    var asked = desk.get(AUTHOR, path);

    var empty = desk.post(AUTHOR, path + "/open", form(asked, "  "));
    var scant = desk.post(AUTHOR, path + "/open", form(asked, "треба <b>"));

    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("break_glass.reason_required").doesNotContain(COLONY);
    assertThat(scant.status()).isEqualTo(422);
    assertThat(scant.body())
        .contains("break_glass.reason_too_short", "треба &lt;b&gt;</textarea>")
        .doesNotContain(COLONY);
  }

  @Test
  void oneFormOpensOnceAlsoByTheBackButton() {
    String path = someone();
    Map<String, String> form = form(desk.get(AUTHOR, path), REASON);
    desk.post(AUTHOR, path + "/open", form);

    var again = desk.post(AUTHOR, path + "/open", form);

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("break_glass.used_up", REASON).doesNotContain(COLONY);
  }

  @Test
  void whoNeedsToKnowOpensItWithoutAReason() {
    String path = someone();

    for (Member knowing : List.of(MONITOR, LIAISON)) {
      assertThat(desk.get(knowing, path).body()).as(knowing.actor()).contains(COLONY);
    }
    assertThat(desk.post(LIAISON, path + "/open", Map.of("reason", REASON)).location())
        .contains(path);
    for (Member other : List.of(ELSEWHERE, PublishedPerson.VERIFIER, PublishedPerson.INTERVIEWER)) {
      assertThat(desk.get(other, path).status()).as(other.actor()).isEqualTo(403);
    }
    assertThat(desk.get(ADMINISTRATOR, path).status()).isEqualTo(403);
    assertThat(desk.post(ADMINISTRATOR, path + "/open", Map.of("reason", REASON)).status())
        .as("an administrator has no glass to break")
        .isEqualTo(403);
  }

  @Test
  void aDraftOfTheOtherAgencyIsNotThere() {
    UUID draft = PublishedPerson.in(desk.database).notApproved().create().person().value();
    String path = DetentionController.path(draft);

    assertThat(desk.get(PublishedPerson.SBU_REVIEWER, path).status()).isEqualTo(404);
    assertThat(desk.post(PublishedPerson.SBU_REVIEWER, path + "/open", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void aRecordThatIsWrongComesBackAsTypedAndTellsNothing() {
    String path = someone();

    var wrong = desk.post(AUTHOR, path, Map.of("institution", colony, "since", "31.02.2024"));
    var early = desk.post(AUTHOR, path, Map.of("institution", colony, "since", "01.01.1999"));
    var other = desk.post(ELSEWHERE, path, Map.of("institution", colony, "since", "01.07.2024"));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"31.02.2024\"", "value=\"" + colony + "\" selected");
    assertThat(early.body()).contains("detention.before_custody");
    assertThat(other.body()).contains("detention.institution_unknown");
    assertThat(desk.get(ELSEWHERE, path + "/new").body()).doesNotContain(COLONY);
  }

  @Test
  void noOtherPageOfTheFileNamesThePlace() {
    String path = someone();
    String file = path.replace("/detention", "");

    for (String page : Set.of("", "/consents", "/profile", "/why", "/preview/uk", "/looks")) {
      assertThat(desk.get(MONITOR, file + page).body()).as(page).doesNotContain(COLONY, colony);
    }
    assertThat(desk.get(MONITOR, "/desk/persons").body()).doesNotContain(COLONY, colony);
  }

  @Test
  void anInstitutionIsAddedOnceAndALiaisonIsTakenOff() {
    var twice =
        desk.post(ADMINISTRATOR, "/desk/institutions", Map.of("uk", COLONY, "en", "Another"));
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.body()).contains("value=\"Another\"");
    String path = someone();
    String liaisons = "/desk/institutions/" + colony + "/liaisons";

    desk.post(ADMINISTRATOR, liaisons + "/end", Map.of("member", LIAISON.actor()));
    assertThat(desk.get(LIAISON, path).status()).isEqualTo(403);
    desk.post(ADMINISTRATOR, liaisons, Map.of("member", LIAISON.actor()));
    assertThat(desk.get(LIAISON, path).status()).isEqualTo(200);
    assertThat(
            desk.post(ADMINISTRATOR, liaisons, Map.of("member", PublishedPerson.VERIFIER.actor()))
                .status())
        .isEqualTo(404);
  }

  /// A person of HUR's who is held in the colony; the address of that.
  private static String someone() {
    UUID person = PublishedPerson.in(desk.database).create().person().value();
    String path = DetentionController.path(person);
    var recorded = desk.post(AUTHOR, path, Map.of("institution", colony, "since", "01.07.2023"));
    assertThat(recorded.status()).isEqualTo(303);
    return path;
  }

  private static Map<String, String> form(RunningDesk.Answer page, String reason) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("opening", found(page.body(), "name=\"opening\" value=\"([0-9a-f-]{36})\""));
    form.put("reason", reason);
    return form;
  }

  private static List<String> logged(String path) {
    UUID person = UUID.fromString(found(path, "/desk/persons/([0-9a-f-]{36})/"));
    return desk.database
        .as(Role.DESK)
        .jdbc()
        .sql("SELECT action FROM audit.v_entry WHERE ? = ANY (subjects) ORDER BY seq")
        .param(person)
        .query(String.class)
        .list();
  }

  private static String found(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static Member member(int number, String agency, StaffRole role) {
    return new Member(new StaffId(new UUID(9, number)), agency, Set.of(role));
  }
}
