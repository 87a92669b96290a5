package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.Violation;
import svoi.register.ProfileId;
import svoi.register.PublicRegister;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;
import svoi.staff.Member;

/// What an officer enters: each rule said by the service, and kept by the database against the
/// desk's own role.
class FilesIT {
  private static final Member AUTHOR = Desk.AUTHOR;
  private static final Member SBU_AUTHOR = Desk.SBU_AUTHOR;
  private static Desk all;
  private static TestDatabase database;
  private static Database desk;
  private static Files files;

  @BeforeAll
  static void create() {
    all = new Desk();
    database = all.database;
    desk = all.desk;
    files = all.files;
  }

  @AfterAll
  static void drop() {
    all.close();
  }

  @Test
  void savesWhatWasEnteredForTheAgencyOfTheMember() {
    Entered entered = new Entered();

    StoredFile file = stored(entered);

    assertThat(file.agency()).isEqualTo("hur");
    assertThat(file.person()).isEqualTo(entered.person());
    assertThat(file.familyLatin()).isEqualTo("Maketenko");
    assertThat(file.imported()).isFalse();
    StoredFile.Proceeding proceeding = file.proceedings().getFirst();
    assertThat(proceeding.registerId()).isEqualTo("109876543");
    assertThat(proceeding.inForce()).isTrue();
    assertThat(proceeding.steps())
        .extracting(StoredFile.Step::kind)
        .containsExactly("detained", "verdict", "in-force");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("person.minor", "born", e -> e.bornOn = LocalDate.of(2004, 5, 2)),
        wrong("person.minor", "born", e -> e.bornOn = LocalDate.now(Kyiv.ZONE).minusYears(17)),
        wrong("person.born_impossible", "born", e -> e.bornOn = LocalDate.of(1880, 1, 1)),
        wrong("name.not_ukrainian", "familyUk", e -> e.family = "Вымышленный"),
        wrong("name.letters", "familyUk", e -> e.family = "Макет3"),
        wrong("charge.part_required", "p0.c0.part", e -> e.part = null),
        wrong(
            "charge.has_no_parts",
            "p0.c0.part",
            e -> {
              e.article = "111-2";
              e.articleFrom = LocalDate.of(2022, 4, 23);
            }),
        wrong("charge.article_unknown", "p0.c0.article", e -> e.article = "999"),
        wrong(
            "charge.article_later",
            "p0.c0.reason",
            e -> {
              e.article = "111-1";
              e.articleFrom = LocalDate.of(2022, 3, 15);
              e.committedFrom = LocalDate.of(2022, 3, 1);
              e.committedTo = LocalDate.of(2022, 3, 10);
            }),
        wrong("charge.treason_needs_citizen", "p0.c0.article", e -> e.citizen = false),
        wrong("charge.espionage_needs_foreigner", "p0.c0.article", e -> e.article = "114"),
        wrong("charge.dates_in_order", "p0.c0.to", e -> e.committedTo = LocalDate.of(2022, 4, 1)),
        wrong("charge.after_verdict", "p0.c0.to", e -> e.committedTo = LocalDate.of(2023, 4, 1)),
        wrong("proceeding.case_number_form", "p0.caseNumber", e -> e.caseNumber = "12-34"),
        wrong("proceeding.register_id_form", "p0.registerId", e -> e.registerId = "123456"),
        wrong(
            "proceeding.pretrial_number_form",
            "p0.pretrialNumber",
            e -> e.pretrialNumber = "2202200000000012"),
        wrong(
            "verdict.in_force_before_rendered",
            "p0.inForceFrom",
            e -> e.inForceFrom = LocalDate.of(2023, 3, 1)),
        wrong(
            "verdict.in_future",
            "p0.renderedOn",
            e -> {
              e.renderedOn = LocalDate.now(Kyiv.ZONE).plusDays(1);
              e.inForceFrom = null;
            }));
  }

  private static Arguments wrong(String code, String field, Consumer<Entered> change) {
    return Arguments.of(code, field, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void saysWhichRuleAnEntryBreaksAndSavesNothing(
      String code, String field, Consumer<Entered> change) {
    Entered entered = new Entered();
    change.accept(entered);
    PersonId id = new PersonId(UUID.randomUUID());

    Saving saving = files.create(id, entered.person(), entered.proceedings(), AUTHOR);

    assertThat(saving).isInstanceOf(Saving.Refused.class);
    assertThat(((Saving.Refused) saving).findings()).contains(new Finding(code, field));
    assertThat(files.find(id)).isEmpty();
  }

  @Test
  void takesAnArticleThatCameLaterWithAWrittenReason() {
    Entered entered = new Entered();
    entered.article = "111-1";
    entered.articleFrom = LocalDate.of(2022, 3, 15);
    entered.committedFrom = LocalDate.of(2022, 3, 1);
    entered.committedTo = LocalDate.of(2022, 3, 10);
    entered.reason = "Триваюче діяння, так записано у вироку.";

    assertThat(stored(entered).proceedings().getFirst().file().counts().getFirst().dateReason())
        .isEqualTo(entered.reason);
  }

  @Test
  void notesWhatKeepsARightFileFromBeingPublished() {
    Entered entered = new Entered();
    entered.inAbsentia = true;
    entered.inForceFrom = null;

    Saving saving =
        files.create(
            new PersonId(UUID.randomUUID()), entered.person(), entered.proceedings(), AUTHOR);

    assertThat(((Saving.Saved) saving).notes())
        .extracting(Finding::code)
        .containsExactly("note.not_in_force", "note.in_absentia");
  }

  /// Scenario 8 of the exchange research: also by SQL, as the desk's own role.
  @Test
  void theDatabaseRefusesOneWhoWasSeventeenAtTheActWhoeverWritesIt() {
    Entered entered = new Entered();
    entered.bornOn = LocalDate.of(1990, 5, 2);
    StoredFile file = stored(entered);
    UUID person = file.id().value();
    UUID proceeding = file.proceedings().getFirst().id();

    assertThat(
            rule(
                "UPDATE cases.charge SET committed_from = '2008-05-01' WHERE proceeding_id = ?",
                proceeding))
        .isEqualTo("r4-charge-committed-by-adult");
    assertThat(rule("UPDATE cases.person SET born_on = '2004-05-02' WHERE id = ?", person))
        .isEqualTo("r4-charge-committed-by-adult");
    assertThat(
            rule(
                """
                INSERT INTO cases.charge (proceeding_id, person_id, article, article_from, has_parts, part,
                  committed_from, committed_to)
                SELECT id, person_id, '110', '2001-09-01', true, 1, '2008-05-01', '2008-05-03'
                FROM cases.proceeding WHERE id = ?
                """,
                proceeding))
        .isEqualTo("r4-charge-committed-by-adult");
    assertThat(rule("UPDATE cases.person SET imported = true WHERE id = ?", person))
        .isEqualTo("person-of-the-desk-stays-so");
  }

  @Test
  void anImportKeepsAMinorAsAnInvisibleDraftUntilAnOfficerSavesThePerson() {
    PublishedPerson.Created minor =
        PublishedPerson.in(database).bornOn("2005-06-01").named("Зразкенко").create();
    StoredFile file = files.find(minor.person()).orElseThrow();
    assertThat(file.imported()).isTrue();
    assertThat(new PublicRegister(database.as(Role.SITE).jdbc()).profile(minor.profile()))
        .isEmpty();

    assertThat(
            rule("UPDATE cases.person SET imported = false WHERE id = ?", minor.person().value()))
        .isEqualTo("r4-charge-committed-by-adult");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE cases.person SET citizen = false WHERE id = ?",
        "UPDATE cases.charge SET part = NULL WHERE person_id = ?",
        "UPDATE cases.proceeding SET register_id = '12' WHERE person_id = ?",
        "UPDATE cases.proceeding SET pretrial_number = '12' WHERE person_id = ?",
        "UPDATE cases.proceeding SET case_number = '12' WHERE person_id = ?",
        "UPDATE cases.verdict SET in_force_from = rendered_on - 1 WHERE person_id = ?"
      })
  void theDatabaseKeepsTheOtherRulesToo(String sql) {
    assertThat(rule(sql, stored(new Entered()).id().value())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE cases.person SET agency = 'sbu' WHERE id = ?",
        "UPDATE cases.person SET status_changed_at = 'epoch' WHERE id = ?",
        "UPDATE cases.person SET merged_into = gen_random_uuid() WHERE id = ?",
        "UPDATE cases.person SET version = 0 WHERE id = ?",
        "DELETE FROM cases.person WHERE id = ?",
        "DELETE FROM cases.event WHERE person_id = ?"
      })
  void theDeskMayNotRewriteWhatTheDatabaseKeeps(String sql) {
    UUID person = stored(new Entered()).id().value();

    assertThatThrownBy(() -> desk.jdbc().sql(sql).param(person).update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aStaleSaveIsRecognisedAndShowsWhatStandsNow() {
    Entered entered = new Entered();
    StoredFile seen = stored(entered);
    entered.proceeding = seen.proceedings().getFirst().id();
    entered.given = "Зразок";
    save(seen, entered, AUTHOR);
    entered.given = "Інший";

    Saving saving = save(seen, entered, AUTHOR);

    assertThat(saving).isInstanceOf(Saving.Stale.class);
    assertThat(((Saving.Stale) saving).current().person().givenUk()).isEqualTo("Зразок");
  }

  @Test
  void birthDateAndDatesOfTheActAreCorrectedTogether() {
    Entered entered = new Entered();
    StoredFile seen = stored(entered);
    entered.proceeding = seen.proceedings().getFirst().id();
    entered.bornOn = LocalDate.of(2004, 5, 2);
    entered.committedFrom = LocalDate.of(2022, 5, 3);

    assertThat(save(seen, entered, AUTHOR)).isInstanceOf(Saving.Saved.class);
    assertThat(files.find(seen.id()).orElseThrow().person().bornOn()).isEqualTo(entered.bornOn);
  }

  @Test
  void theSameFormSentTwiceIsSavedOnce() {
    Entered entered = new Entered();
    PersonId id = new PersonId(UUID.randomUUID());

    files.create(id, entered.person(), entered.proceedings(), AUTHOR);
    Saving again = files.create(id, entered.person(), entered.proceedings(), AUTHOR);

    assertThat(again).isInstanceOf(Saving.Saved.class);
    assertThat(files.find(id).orElseThrow().proceedings()).hasSize(1);
  }

  @Test
  void anotherAgencyAndAnotherRoleMayNotEdit() {
    Entered entered = new Entered();
    StoredFile file = stored(entered);
    entered.proceeding = file.proceedings().getFirst().id();

    assertThatThrownBy(() -> save(file, entered, SBU_AUTHOR))
        .isInstanceOf(Forbidden.class)
        .hasMessage("file.other_agency");
    assertThatThrownBy(() -> save(file, entered, PublishedPerson.HUR_REVIEWER))
        .hasMessage("right.edit-cases");
    assertThatThrownBy(
            () -> files.create(file.id(), entered.person(), entered.proceedings(), SBU_AUTHOR))
        .hasMessage("file.other_agency");
  }

  @Test
  void aVerdictCorrectedAndCorrectedBackNeedsNewApprovals() {
    PublishedPerson.Created created = PublishedPerson.in(database).named("Показовий").create();
    PublicRegister site = new PublicRegister(database.as(Role.SITE).jdbc());
    ProfileId profile = created.profile();
    assertThat(site.profile(profile)).isPresent();

    for (String to : List.of("true", "false")) {
      desk.jdbc()
          .sql("UPDATE cases.verdict SET in_absentia = ?::boolean WHERE person_id = ?")
          .params(to, created.person().value())
          .update();
    }

    assertThat(site.profile(profile)).isEmpty();
  }

  private static StoredFile stored(Entered entered) {
    PersonId id = new PersonId(UUID.randomUUID());
    Saving saving = files.create(id, entered.person(), entered.proceedings(), AUTHOR);
    assertThat(saving).isInstanceOf(Saving.Saved.class);
    return files.find(id).orElseThrow();
  }

  private static Saving save(StoredFile seen, Entered entered, Member by) {
    return files.save(seen.id(), seen.version(), entered.person(), entered.proceedings(), by);
  }

  private static String rule(String sql, UUID id) {
    try {
      desk.jdbc().sql(sql).param(id).update();
      return "";
    } catch (DataIntegrityViolationException e) {
      return Violation.rule(e).orElse("other");
    }
  }
}
