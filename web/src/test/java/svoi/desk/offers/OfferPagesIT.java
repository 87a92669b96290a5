package svoi.desk.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.desk.RunningDesk;
import svoi.desk.Sent;
import svoi.exchange.RoundsSample;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Those who may be offered, as they are worked with in the browser, without JavaScript.
class OfferPagesIT {
  private static final Member OFFICER = RoundsSample.OFFICER;
  private static final Member SECOND = RoundsSample.SECOND;
  /// A round officer of the agency whose author filed the persons of these tests.
  private static final Member NEIGHBOUR =
      new Member(
          new StaffId(UUID.nameUUIDFromBytes(new byte[] {7})),
          PublishedPerson.AUTHOR.agency(),
          Set.of(StaffRole.ROUND_OFFICER));

  private static final Member ASKS = PublishedPerson.VERIFIER;
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);
  private static final int BYTES = 60_000;

  private static RunningDesk desk;
  private static RoundsSample sample;

  @BeforeAll
  static void open() {
    desk = new RunningDesk();
    sample = RoundsSample.in(desk.database);
    Database staff = desk.database.as(Role.DESK);
    new Staff(staff.jdbc(), new AuditTrail(staff.jdbc())).add(NEIGHBOUR);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void resetClock() {
    desk.moveClock(Duration.ZERO);
  }

  private static PersonId convicted(String family) {
    return PublishedPerson.in(desk.database).named(family).create().person();
  }

  private static String offered(String family) {
    return "/desk/offers/" + sample.registered(convicted(family));
  }

  private static String page(String path) {
    var answer = desk.get(OFFICER, path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static void done(RunningDesk.Answer answer, String path) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(answer.location().orElseThrow()).startsWith(path);
  }

  private static String found(String page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  @Test
  void aConvictedPersonIsRecordedAsOfferedFromTheCaseFileAndOnlyOnce() {
    PersonId person = convicted("Записаненко");
    String file = "/desk/persons/" + person.value();
    assertThat(desk.get(OFFICER, file).status()).isEqualTo(404);
    assertThat(desk.get(NEIGHBOUR, file).body())
        .contains("action=\"/desk/offers\"", "value=\"" + person.value() + "\"");
    assertThat(page("/desk/offers?show=not-registered"))
        .contains("Записаненко Тест", "Внести до пропонованих");

    var first = desk.post(NEIGHBOUR, "/desk/offers", Map.of("person", person.value().toString()));
    var again = desk.post(OFFICER, "/desk/offers", Map.of("person", person.value().toString()));

    done(first, "/desk/offers/");
    assertThat(again.location()).isEqualTo(first.location());
    assertThat(page("/desk/offers?show=not-registered")).doesNotContain("Записаненко");
    assertThat(
            desk.post(OFFICER, "/desk/offers", Map.of("person", UUID.randomUUID().toString()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whoWasAMinorAtTheActIsRefusedInWords() {
    PersonId person = convicted("Малолітченко");
    for (String sql :
        List.of(
            "ALTER TABLE cases.person DISABLE TRIGGER person_of_the_desk_stays_so",
            "UPDATE cases.person SET imported = true WHERE id = '%s'",
            "ALTER TABLE cases.person ENABLE TRIGGER person_of_the_desk_stays_so",
            "UPDATE cases.charge SET committed_from = '1997-01-01' WHERE person_id = '%s'")) {
      desk.database.superuser().sql(sql.formatted(person.value())).update();
    }

    var refused = desk.post(OFFICER, "/desk/offers", Map.of("person", person.value().toString()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("<code>person.minor</code>");
  }

  @Test
  void everyReasonSaysWhatWouldMendItAndWhoCanDoIt() {
    String person = offered("Причиненко");

    assertThat(page(person))
        .contains(
            "<code>fear-not-asked</code>",
            "Запитати наодинці, чи боїться особа повернення.",
            "Хто може: хто веде розмови про згоду, або перевіряючий",
            "<code>identity</code>",
            "href=\"#identity\"",
            "<code>fitness</code>",
            "<code>reconfirmation-72-hours</code>");
    assertThat(page("/desk/offers?show=identity&kind=convicted")).contains("Причиненко");
    assertThat(page("/desk/offers?show=ready")).doesNotContain("Причиненко");
  }

  /// Scenario 24 as far as availability goes: a later day asks for more.
  @Test
  void whoIsReadyTodayIsNotOnADayForWhichTheWordIsTooOld() {
    String person = "/desk/offers/" + sample.offered();

    assertThat(page(person)).contains("усе готово");
    assertThat(page(person + "?day=" + sample.today().plusDays(5)))
        .contains("ще має дещо статися", "<code>reconfirmation-72-hours</code>");
    assertThat(page(person + "?day=" + sample.today().plusDays(170)))
        .contains("пропонувати не можна", "<code>consent-ends-before</code>");
  }

  @Test
  void whatIsMissingIsEnteredUntilOnlyTheWordInPrivateIsLeft() {
    String person = offered("Готовченко");
    done(identified(person, "АА 100200"), person);
    done(desk.post(ASKS, person + "/fear", Map.of("answer", "no", "alone", "yes")), person);
    String today = sample.today().toString();
    done(
        desk.upload(
            OFFICER,
            person + "/fitness",
            Map.of("result", "fit", "doctor", "icrc-doctor", "examined", today),
            "fitness-paper",
            SCAN),
        person);
    done(desk.post(OFFICER, person + "/instruments", Map.of("kind", "art-84-1")), person);
    String step = found(page(person), "action=\"(" + person + "/instruments/[0-9a-f-]{36})\"");
    done(step(step, "requested", Map.of("state", "filed")), person);
    done(step(step, "filed", granted(today)), person);
    done(step(step, "granted", Map.of("state", "in-force", "inForce", today)), person);

    assertThat(page(person))
        .contains("може їхати", "Умовний суд № 7/26", "паспорт", "reconfirmation-72-hours")
        .doesNotContain("<code>identity</code>", "<code>instrument</code>", "100200");
    assertThat(desk.get(OFFICER, step + "/file").bytes()).isEqualTo(SCAN);
  }

  @Test
  void aScanThatTurnsOutTooLargeIsRefusedAndNothingOfItIsKept() {
    String person = offered("Великоскановенко");
    byte[] large = Arrays.copyOf(SCAN, (int) Sent.SCAN_BYTES + 4_096);

    var refused =
        desk.uploadOfUntoldLength(
            OFFICER,
            person + "/fitness",
            Map.of("result", "fit", "doctor", "icrc-doctor", "examined", sample.today().toString()),
            "fitness-paper",
            large);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("<code>too-large</code>");
    assertThat(page(person)).contains("<code>fitness</code>");
  }

  private static RunningDesk.Answer identified(String person, String number) {
    return desk.post(
        OFFICER,
        person + "/identity?documents=passport",
        Map.of("documents", "dna", "main", "passport", "number", number));
  }

  private static Map<String, String> granted(String day) {
    return Map.of("state", "granted", "body", "Умовний суд", "ruling", "7/26", "decided", day);
  }

  private static RunningDesk.Answer step(String path, String seen, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("seen", seen);
    return fields.containsKey("ruling")
        ? desk.upload(OFFICER, path, all, "step-paper", SCAN)
        : desk.post(OFFICER, path, all);
  }

  @Test
  void aRulingIsGrantedWithItsFileOnlyAndAStaleStepAnswers412() {
    String person = offered("Ухваленко");
    desk.post(OFFICER, person + "/instruments", Map.of("kind", "pardon"));
    String path = found(page(person), "action=\"(" + person + "/instruments/[0-9a-f-]{36})\"");
    done(step(path, "requested", Map.of("state", "filed")), person);
    Map<String, String> fields = new LinkedHashMap<>(granted("31.02.2026"));
    fields.put("seen", "filed");

    var bare = desk.post(OFFICER, path, fields);
    var late = step(path, "requested", Map.of("state", "refused"));

    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.body()).contains("id=\"e-decided\"", "id=\"e-step-paper\"", "Умовний суд");
    assertThat(late.status()).isEqualTo(412);
    assertThat(desk.post(OFFICER, person + "/instruments", Map.of("kind", "art-84-1")).body())
        .contains("<code>legal.one_at_a_time</code>");
  }

  @Test
  void aStepThatIsOverdueIsATask() {
    String person = offered("Строченко");
    desk.post(OFFICER, person + "/instruments", Map.of("kind", "art-84-1"));

    desk.moveClock(Duration.ofDays(11));

    assertThat(page("/desk")).contains("/desk/offers/instruments", "прострочено");
    assertThat(page("/desk/offers/instruments")).contains(person + "#instrument", "прострочено");
  }

  @Test
  void theSamePersonIsNotIdentifiedTwiceAndTheNumberComesBackOnlyIntoTheForm() {
    done(identified(offered("Перченко"), "ВВ 700800"), "/desk/offers/");

    var twice = identified(offered("Друженко"), "вв-700800");

    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.body()).contains("<code>identity.known_already</code>", "value=\"вв-700800\"");
  }

  /// R28: what was said is for who asks; round officers learn whether it stands between.
  @Test
  void aFearIsReadByWhoAsksAndStopsTheOfferUntilCounselSpoke() {
    String person = offered("Острашенко");
    assertThat(desk.get(OFFICER, person + "/fear").status()).isEqualTo(403);
    assertThat(desk.get(ASKS, person).status()).isEqualTo(403);
    assertThat(desk.get(ASKS, "/desk/offers/fear").body()).contains("Острашенко Тест");
    assertThat(desk.get(ASKS, "/desk").body()).contains("/desk/offers/fear");

    var overheard = desk.post(ASKS, person + "/fear", Map.of("answer", "yes"));
    assertThat(overheard.status()).isEqualTo(422);
    assertThat(overheard.body()).contains("<code>r28-fear-is-asked-in-private</code>");
    done(desk.post(ASKS, person + "/fear", Map.of("answer", "yes", "alone", "yes")), person);
    assertThat(page(person)).contains("<code>fear</code>", "стоїть на заваді");

    String note =
        found(
            desk.get(ASKS, person + "/fear").body(), "action=\"(" + person + "/fear/[0-9a-f-]+)\"");
    Map<String, String> may = Map.of("note", "may-go", "licence", "2026-9");
    var bare = desk.post(ASKS, note, may);
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.body()).contains("<code>evidence.missing</code>", "value=\"2026-9\"");
    done(desk.upload(ASKS, note, may, "paper", SCAN), person);
    assertThat(desk.get(ASKS, note + "/file").bytes()).isEqualTo(SCAN);
    assertThat(page(person))
        .contains("висновок захисника записано")
        .doesNotContain("<code>fear</code>", "2026-9");
  }

  @Test
  void aBarIsLiftedByTheBodyThatPlacedItAndByNobodyElse() {
    String person = offered("Перепоненко");
    done(desk.post(OFFICER, person + "/bars", Map.of("ground", "court-order")), person);
    String lift = found(page(person), "action=\"(" + person + "/bars/[0-9a-f-]+/lift)\"");

    var other = desk.post(SECOND, lift, Map.of());

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("<code>bar-lifted-by-the-body-that-placed-it</code>");
    assertThat(page("/desk/offers?show=barred")).contains("Перепоненко");
    done(desk.post(OFFICER, lift, Map.of()), person);
    assertThat(page("/desk/offers?show=barred")).doesNotContain("Перепоненко");
  }

  private static Map<String, String> captive(String family) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("id", UUID.randomUUID().toString());
    form.put("kind", "russian-pow");
    form.put("legalStatus", "prisoner-of-war");
    form.put("sex", "m");
    form.put("familyUk", family);
    form.put("givenUk", "Приклад");
    form.put("familyRu", "Условный");
    form.put("givenRu", "Пример");
    form.put("familyLatin", "Umovnyi");
    form.put("givenLatin", "Pryklad");
    form.put("born", "03.02.1991");
    form.put("heldSince", sample.today().minusDays(100).toString());
    form.put("service", "рядовий, вигадана частина");
    return form;
  }

  private static String entered(Map<String, String> form) {
    done(desk.post(OFFICER, "/desk/offers/captives", form), "/desk/offers/" + form.get("id"));
    return "/desk/offers/" + form.get("id");
  }

  @Test
  void aCaptiveIsEnteredWithProposedNamesAndSeenByTheWishAlone() {
    Map<String, String> form = captive("Бранченко");
    form.put("familyLatin", "");
    var proposed = desk.post(OFFICER, "/desk/offers/captives", form);
    assertThat(proposed.status()).isEqualTo(200);
    assertThat(proposed.body()).contains("value=\"Branchenko\"");
    form.put("familyLatin", "Branchenko");
    String person = entered(form);
    assertThat(page(person))
        .contains("<code>no-consent</code>", "Запитати наодинці, чи хоче особа повернутися")
        .doesNotContain("вигадана частина");

    var overheard = desk.post(OFFICER, person + "/wish", Map.of("says", "yes"));
    assertThat(overheard.body()).contains("<code>wish-is-asked-in-private</code>");
    done(desk.post(OFFICER, person + "/wish", Map.of("says", "yes", "alone", "yes")), person);

    assertThat(page(person)).doesNotContain("<code>no-consent</code>");
    assertThat(page(person + "/captive")).contains("вигадана частина");
  }

  @Test
  void aSecondCaptiveOfTheSameNameAndBirthDateIsLookedAtFirst() {
    entered(captive("Близнюченко"));
    Map<String, String> again = captive("Близнюченко");

    assertThat(desk.post(OFFICER, "/desk/offers/captives", again).body()).contains("name=\"seen\"");
    again.put("seen", "yes");
    entered(again);
  }

  @Test
  void aCaptiveWasHeldAsAnAdultAndAStaleSavingShowsBoth() {
    Map<String, String> young = captive("Юначенко");
    young.put("born", sample.today().minusYears(17).toString());
    var minor = desk.post(OFFICER, "/desk/offers/captives", young);
    assertThat(minor.status()).isEqualTo(422);
    assertThat(minor.body()).contains("<code>person.minor</code>", "Юначенко");

    Map<String, String> form = captive("Застаренко");
    String person = entered(form);
    String version = found(page(person + "/captive"), "name=\"version\" value=\"(\\d+)\"");
    form.put("version", version);
    form.put("familyUk", "Другоменко");
    done(desk.post(SECOND, person + "/captive", form), person);
    form.put("familyUk", "Третяченко");
    var late = desk.post(OFFICER, person + "/captive", form);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body()).contains("Другоменко", "Третяченко");
  }

  @Test
  void theListIsSortedBothWaysNarrowedAndPagedAndStaysSmall() {
    for (int i = 0; i < 55; i++) {
      sample.captive();
    }
    String first = page("/desk/offers?kind=russian-pow");

    assertThat(first.length()).isLessThan(BYTES);
    String next = found(first, "rel=\"next\" href=\"([^\"]+)\"").replace("&amp;", "&");
    assertThat(page(next))
        .contains("Умовний Приклад")
        .doesNotContain("засуджений, який погодився ·");
    offered("Ґарненко");
    offered("Єдиненко");
    String sorted = page("/desk/offers?sort=name&kind=convicted&show=fear-not-asked");
    assertThat(sorted.indexOf("Ґарненко")).isBetween(0, sorted.indexOf("Єдиненко"));
    assertThat(page("/desk/offers?region=UA-05")).doesNotContain("Ґарненко");
    assertThat(page("/desk/offers?region=UA-63&kind=convicted")).contains("Ґарненко");
  }

  /// R17: nobody can be told from the report, on the page or in the file.
  @Test
  void equalTreatmentIsShownWithoutTellingAnybody() {
    convicted("Рівненко");

    String page = page("/desk/offers/equality");
    var file = desk.get(OFFICER, "/desk/offers/equality.csv");

    assertThat(page).contains("Жодне число не говорить про менш ніж п’ятьох");
    assertThat(page + file.body()).doesNotContain("Рівненко");
    assertThat(file.body()).startsWith("\ufeff\"Поділ\",\"Група\"");
  }

  @Test
  void theReportCanBeReadAsOftenAsOneLikes() {
    for (int i = 0; i < 12; i++) {
      assertThat(desk.get(PublishedPerson.OMBUDSMAN, "/desk").status()).isEqualTo(200);
      assertThat(page("/desk/offers/equality")).contains("Станом на");
    }
  }

  @Test
  void theMonitorSeesEverythingAndChangesNothing() {
    String person = offered("Моніторенко");
    Member monitor = PublishedPerson.OMBUDSMAN;

    for (String page :
        List.of("/desk/offers", "/desk/offers/instruments", "/desk/offers/equality", person)) {
      assertThat(desk.get(monitor, page).status()).as(page).isEqualTo(200);
    }
    assertThat(desk.get(monitor, person).body()).doesNotContain("<details");
    assertThat(desk.post(monitor, person + "/bars", Map.of("ground", "health")).status())
        .isEqualTo(403);
    assertThat(desk.get(PublishedPerson.AUTHOR, "/desk/offers").status()).isEqualTo(403);
  }
}
