package svoi.exchange.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import svoi.audit.AuditTrail;
import svoi.cases.Finding;
import svoi.cases.Persons;
import svoi.exchange.AwaitedId;
import svoi.exchange.Ledger;
import svoi.exchange.PeopleSample;
import svoi.exchange.RoundsSample;
import svoi.exchange.offers.Noted;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.TestVault;
import svoi.platform.Vault;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;
import svoi.staff.Member;

/// The ledger and the letters of the other side (scenario 36; nothing invented).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersIT {
  private static final Member OFFICER = PeopleSample.OFFICER;

  private TestDatabase database;
  private RoundsSample sample;
  private Answers answers;
  private AnswerLists lists;
  private Requests requests;

  @BeforeAll
  void create(@TempDir Path folder) {
    database = TestDatabase.create();
    sample = RoundsSample.in(database);
    Database desk = database.as(Role.DESK);
    AuditTrail audit = new AuditTrail(desk.jdbc(), TestVault.keys(desk));
    Vault vault = TestVault.in(folder.resolve("vault"), desk);
    answers = new Answers(desk, audit, vault);
    lists = new AnswerLists(desk, audit, vault);
    requests = new Requests(desk, audit, vault, new Persons(desk));
  }

  @AfterAll
  void drop() {
    database.close();
  }

  @AfterEach
  void resetClock() {
    database.moveClock(Duration.ZERO);
  }

  private LocalDate today() {
    return sample.today();
  }

  /// Somebody who is awaited, under a family name of their own.
  private AwaitedId awaited(String family) {
    UUID id = sample.awaited();
    sample.run(
        """
        UPDATE exchange.awaited SET family_uk = ?, given_uk = 'Степан', patronymic_uk = NULL, family_ru = ?,
          given_ru = 'Степан', patronymic_ru = NULL, born_on = '1990-05-06' WHERE id = ?
        """,
        family,
        family,
        id);
    return new AwaitedId(id);
  }

  private UUID asked(AwaitedId person) {
    return done(answers.ask(person, today(), today().plusDays(14), OFFICER));
  }

  private static UUID done(Noted noted) {
    assertThat(noted).isInstanceOf(Noted.Done.class);
    return ((Noted.Done) noted).id();
  }

  private static String refused(Noted noted) {
    return noted instanceof Noted.Refused no
        ? no.findings().stream().map(Finding::code).findFirst().orElseThrow()
        : noted.getClass().getSimpleName();
  }

  private Noted say(AwaitedId person, UUID asking, String kind, @Nullable String ground) {
    return answers.say(person, asking, new Answers.Said(kind, today(), ground), null, OFFICER);
  }

  private int silent() {
    return sample.one(
        Integer.class,
        "SELECT coalesce((SELECT entries FROM exchange.v_public_answers WHERE kind = 'no-answer'), 0)::integer");
  }

  /// Scenario 36.
  @Test
  void anAskingWhoseDeadlinePassesBecomesOneSilenceAndThePublicCountGrowsByOne() {
    AwaitedId person = awaited("Мовчанко");
    UUID asking = done(answers.ask(person, today(), today().plusDays(3), OFFICER));
    int before = silent();
    database.moveClock(Duration.ofDays(4));
    Ledger timer = new Ledger(database.as(Role.DESK).jdbc());

    timer.noteSilence();
    timer.noteSilence();

    assertThat(answers.of(person, OFFICER).orElseThrow().entries())
        .filteredOn(entry -> asking.equals(entry.asked()))
        .extracting(LedgerEntry::kind)
        .containsExactly("no-answer");
    assertThat(silent()).isEqualTo(before + 1);
  }

  @Test
  void aLateAnswerIsEnteredAfterTheSilence() {
    AwaitedId person = awaited("Запізненко");
    UUID asking = asked(person);
    database.moveClock(Duration.ofDays(20));
    new Ledger(database.as(Role.DESK).jdbc()).noteSilence();
    LedgerFigures before = answers.figures(OFFICER);

    assertThat(say(person, asking, "accepted", null)).isInstanceOf(Noted.Done.class);
    LedgerFigures after = answers.figures(OFFICER);
    assertThat(after.ignored()).isEqualTo(before.ignored() - 1);
    assertThat(after.late()).isEqualTo(before.late() + 1);
  }

  @Test
  void anAskingIsAnsweredOnce() {
    AwaitedId person = awaited("Одноразенко");
    UUID asking = asked(person);

    assertThat(say(person, asking, "reminded", null)).isInstanceOf(Noted.Done.class);
    assertThat(say(person, asking, "refused", "not-held")).isInstanceOf(Noted.Done.class);
    assertThat(say(person, asking, "accepted", null)).isInstanceOf(Noted.Stale.class);
  }

  @Test
  void aRefusalNamesItsGround() {
    AwaitedId person = awaited("Підставенко");

    assertThat(refused(say(person, asked(person), "refused", null)))
        .isEqualTo("response-refusal-has-a-ground");
  }

  @Test
  void nobodyOfTheUnconditionalTrackIsInTheLedger() {
    AwaitedId child = new AwaitedId(sample.reported("child", "ordinary"));

    assertThat(refused(answers.ask(child, today(), today().plusDays(14), OFFICER)))
        .isEqualTo("round.child_in_ratio");
    assertThat(answers.of(child, OFFICER)).isEmpty();
  }

  @Test
  void theEvidenceOfAnAnswerOpensAsItCame() {
    AwaitedId person = awaited("Листовненко");
    UUID asking = asked(person);
    UUID entry =
        done(
            answers.say(
                person,
                asking,
                new Answers.Said("countered", today(), null),
                new ByteArrayInputStream("%PDF-1.4 лист".getBytes(StandardCharsets.UTF_8)),
                OFFICER));

    assertThat(answers.open(entry, OFFICER).orElseThrow().mediaType()).isEqualTo("application/pdf");
  }

  @Test
  void aNameInRussianOrLatinLettersFindsThePerson() {
    AwaitedId person = awaited("Гречаненко");

    for (String written : List.of("Гречаненко Степан", "Hrechanenko Stepan")) {
      sample.run(
          "UPDATE exchange.awaited SET family_latin = 'Hrechanenko', given_latin = 'Stepan' WHERE id = ?",
          person.value());
      assertThat(answers.search(written, OFFICER))
          .as(written)
          .extracting(Answers.Person::id)
          .contains(person);
    }
  }

  @Test
  void theLedgerIsNarrowedAndPaged() {
    AwaitedId person = awaited("Сторінченко");
    for (int i = 0; i < Answers.PAGE + 1; i++) {
      UUID asking = asked(person);
      say(person, asking, "refused", "unit");
    }
    LedgerFilter units = new LedgerFilter("refused", "unit", Optional.empty());

    Answers.Page first = answers.list(units, OFFICER);
    assertThat(first.entries()).hasSize(Answers.PAGE).allMatch(e -> "unit".equals(e.ground()));
    Answers.Page next = answers.list(new LedgerFilter("refused", "unit", first.next()), OFFICER);
    assertThat(next.entries()).isNotEmpty().doesNotContainAnyElementsOf(first.entries());
    assertThat(answers.figures(OFFICER).grounds()).containsKey("unit");
  }

  private UUID answerList(String csv) {
    UUID id = UUID.randomUUID();
    Taken taken = take(id, csv);
    assertThat(taken).isEqualTo(new Taken.In(id));
    return id;
  }

  private Taken take(UUID id, String csv) {
    return lists.take(
        id,
        new AnswerLists.Entry("icrc", "17", today()),
        csv.getBytes(StandardCharsets.UTF_8),
        today(),
        OFFICER);
  }

  private AnswerList list(UUID id) {
    return lists.find(id, OFFICER).orElseThrow();
  }

  @Test
  void anAnswerListIsMatchedAndWritesOnlyWhatIsSureAndWasAsked() {
    AwaitedId asked = awaited("Спитаненко");
    asked(asked);
    awaited("Неспитаненко");
    UUID id =
        answerList(
            """
            name,born,answer,ground
            Спитаненко Степан,06.05.1990,refused,not-held
            Неспитаненко Степан,1990-05-06,accepted,
            Спитаненко Степан,1991-05-06,відмова,
            Нічийний Ніхто,1970-01-01,accepted,
            """);

    assertThat(list(id).rows())
        .extracting(AnswerList.Row::match)
        .containsExactly("linked", "linked", "ambiguous", "unknown");
    assertThat(list(id).enterable()).isEqualTo(1);
    done(lists.enter(id, list(id).version(), OFFICER));
    assertThat(list(id).rows())
        .extracting(AnswerList.Row::entered)
        .containsExactly(true, false, false, false);
    assertThat(answers.of(asked, OFFICER).orElseThrow().entries())
        .extracting(LedgerEntry::kind)
        .containsExactlyInAnyOrder("asked", "refused");
    assertThat(lists.enter(id, list(id).version(), OFFICER)).isInstanceOf(Noted.Refused.class);
  }

  @Test
  void anAmbiguousRowIsDecidedByAnOfficerWhoSeesTheCandidates() {
    AwaitedId person = awaited("Двозначенко");
    asked(person);
    UUID id = answerList("name;answer\nДвозначенко Степан;згода\n");
    AnswerList.Row row = list(id).rows().getFirst();

    assertThat(row.match()).isEqualTo("ambiguous");
    assertThat(lists.candidates(row)).extracting(Answers.Person::id).contains(person);
    int seen = list(id).version();
    done(lists.decide(id, seen, 1, person.value(), OFFICER));
    assertThat(lists.decide(id, seen, 1, null, OFFICER)).isInstanceOf(Noted.Stale.class);
    assertThat(list(id).enterable()).isEqualTo(1);
  }

  @Test
  void aListThatCannotBeReadWritesNothingAndNamesTheLines() {
    UUID id = UUID.randomUUID();

    assertThat(take(id, "name,answer,date\nХтось Умовний,перемога,\n,refused,31.02.2026\n"))
        .isInstanceOfSatisfying(
            Taken.Wrong.class,
            wrong ->
                assertThat(wrong.faults())
                    .extracting(f -> f.line() + " " + f.code())
                    .containsExactly("2 row.answer", "3 row.name", "3 row.date"));
    assertThat(take(id, "прізвище\nХтось\n"))
        .isInstanceOfSatisfying(
            Taken.NoTable.class, no -> assertThat(no.code()).isEqualTo("file-columns-missing"));
    assertThat(lists.find(id, OFFICER)).isEmpty();
  }

  private UUID request(String csv) {
    UUID id = UUID.randomUUID();
    Taken taken =
        requests.take(
            id,
            new Requests.Entry("list", "direct", "5/77", today()),
            csv.getBytes(StandardCharsets.UTF_8),
            today(),
            OFFICER);
    assertThat(taken).isEqualTo(new Taken.In(id));
    return id;
  }

  private Request asked(UUID id) {
    return requests.find(id, OFFICER).orElseThrow();
  }

  private UUID offered(String family) {
    return sample.registered(PublishedPerson.in(database).named(family).create().person());
  }

  @Test
  void aRequestIsMatchedAnsweredRowByRowAndClosedAndChangesNobody() {
    UUID one = offered("Проханенко");
    String before = state(one);
    UUID id =
        request("name,born\nПроханенко Тест,02.05.1980\nПроханенко Тест,\nНіхто Нічий,1.1.1970\n");

    assertThat(asked(id).rows())
        .extracting(Request.Row::match)
        .containsExactly("linked", "ambiguous", "unknown");
    assertThat(refused(requests.move(id, asked(id).version(), "answered", OFFICER)))
        .isEqualTo("request-moves-as-drawn");
    done(requests.move(id, asked(id).version(), "authenticated", OFFICER));
    assertThat(refused(requests.move(id, asked(id).version(), "answered", OFFICER)))
        .isEqualTo("request-answered-row-by-row");
    assertThat(refused(answer(id, new Requests.Answer(3, "accept", null))))
        .isEqualTo("request-row-accepts-a-known-person");
    done(requests.decide(id, asked(id).version(), 2, null, OFFICER));
    done(
        requests.answer(
            id,
            asked(id).version(),
            List.of(
                new Requests.Answer(1, "accept", null),
                new Requests.Answer(2, "refuse", "unknown-person"),
                new Requests.Answer(3, "counter", null)),
            OFFICER));
    done(requests.move(id, asked(id).version(), "answered", OFFICER));
    assertThat(refused(answer(id, new Requests.Answer(1, "refuse", "not-available"))))
        .isEqualTo("request-row-stays-once-answered");
    done(requests.move(id, asked(id).version(), "closed", OFFICER));
    assertThat(state(one)).isEqualTo(before);
  }

  private Noted answer(UUID id, Requests.Answer answer) {
    return requests.answer(id, asked(id).version(), List.of(answer), OFFICER);
  }

  private String state(UUID offered) {
    return sample.one(
        String.class, "SELECT to_jsonb(o)::text FROM exchange.offered o WHERE o.id = ?", offered);
  }

  @Test
  void rowsAreTypedFromAScanAndAnOfficerDecidesWhomOneMeans() {
    UUID person = offered("Скануйко");
    UUID id = UUID.randomUUID();
    requests.take(
        id,
        new Requests.Entry("letter", "relatives", null, today()),
        "%PDF-1.7 лист".getBytes(StandardCharsets.UTF_8),
        today(),
        OFFICER);
    done(
        requests.type(
            id, asked(id).version(), List.of(new Requests.Written("Скануйко", "1980")), OFFICER));
    Request.Row row = asked(id).rows().getFirst();

    assertThat(row.match()).isEqualTo("ambiguous");
    assertThat(requests.candidates(row)).extracting(Request.Person::id).contains(person);
    assertThat(requests.decide(id, 0, 1, person, OFFICER)).isInstanceOf(Noted.Stale.class);
    done(requests.decide(id, asked(id).version(), 1, person, OFFICER));
    assertThat(asked(id).rows().getFirst().match()).isEqualTo("linked");
    assertThat(requests.file(id, OFFICER)).isPresent();
  }

  @Test
  void aCaptiveIsFoundByNameToo() {
    UUID captive = sample.captive();
    UUID id = request("name,born\nУсловный Пример,03.02.1991\n");

    assertThat(asked(id).rows().getFirst().person())
        .isNotNull()
        .extracting(Request.Person::id)
        .isEqualTo(captive);
  }

  @Test
  void onlyRoundOfficersWriteWhatTheOtherSideSaid() {
    assertThatThrownBy(
            () ->
                answers.ask(
                    awaited("Заборонко"), today(), today().plusDays(3), PublishedPerson.OMBUDSMAN))
        .isInstanceOf(Forbidden.class);
    assertThat(answers.list(LedgerFilter.ALL, PublishedPerson.OMBUDSMAN)).isNotNull();
  }
}
