package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.Violation;
import svoi.register.PublicRegister;
import svoi.register.PublishedPerson;
import svoi.register.Register;

/// R2, R5, R7: what happens to a case is in effect when the call returns (scenario 10).
class TurnsIT {
  private static Desk desk;
  private static PublicRegister site;
  private final LocalDate today = LocalDate.now(Kyiv.ZONE);

  @BeforeAll
  static void create() {
    desk = new Desk();
    site = new PublicRegister(desk.database.as(Role.SITE).jdbc());
  }

  @AfterAll
  static void drop() {
    desk.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIRMED")
  void aPublicProfileIsDarkWhenTheCallReturns(Turn turn) {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();
    assertThat(site.profile(created.profile())).isPresent();

    Turns.Outcome outcome = record(created, turn, today);

    assertThat(outcome).isInstanceOf(Turns.Outcome.Recorded.class);
    assertThat(((Turns.Outcome.Recorded) outcome).fell()).isTrue();
    assertThat(((Turns.Outcome.Recorded) outcome).goneEverywhere()).isTrue();
    assertThat(site.profile(created.profile())).isEmpty();
    assertThat(site.oncePublic(created.profile())).isTrue();
  }

  @Test
  void aQuashedVerdictThatIsConfirmedComesBackOnlyByNewApprovals() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();
    record(created, Turn.QUASHED, today);

    assertThat(record(created, Turn.CONFIRMED, today)).isInstanceOf(Turns.Outcome.Recorded.class);
    assertThat(site.profile(created.profile())).isEmpty();
    PublishedPerson.approve(new Register(desk.desk, desk.audit), created.profile());
    assertThat(site.profile(created.profile())).isPresent();
  }

  @Test
  void whatEndedForGoodIsNotConfirmed() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();
    record(created, Turn.PARDONED, today);

    assertThat(record(created, Turn.CONFIRMED, today)).isEqualTo(refused("event.for_good", "turn"));
  }

  @Test
  void aVerdictThatStandsIsNotConfirmed() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();

    assertThat(record(created, Turn.CONFIRMED, today))
        .isEqualTo(refused("event.nothing_fell", "turn"));
  }

  @Test
  void refusesDaysThatCannotBe() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();

    assertThat(record(created, Turn.QUASHED, today.plusDays(1)))
        .isEqualTo(refused("event.in_future", "on"));
    assertThat(record(created, Turn.QUASHED, LocalDate.of(2023, 3, 1)))
        .isEqualTo(refused("event.before_verdict", "on"));
    assertThat(site.profile(created.profile())).isPresent();
  }

  @Test
  void theDatabaseRefusesATurnInTheFutureToo() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();

    try {
      desk.desk
          .jdbc()
          .sql(
              """
              INSERT INTO cases.event (id, proceeding_id, person_id, kind, occurred_on)
              VALUES (gen_random_uuid(), ?, ?, 'quashed', platform.today() + 1)
              """)
          .params(created.proceeding(), created.person().value())
          .update();
      assertThat("").as("refused").isEqualTo("event");
    } catch (DataIntegrityViolationException e) {
      assertThat(Violation.rule(e)).contains("event-is-not-in-the-future");
    }
  }

  @Test
  void aSecondClickRecordsNothingNew() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();
    record(created, Turn.QUASHED, today);
    record(created, Turn.QUASHED, today);

    StoredFile file = desk.files.find(created.person()).orElseThrow();
    assertThat(file.proceedings().getFirst().steps())
        .filteredOn(step -> step.kind().equals("quashed"))
        .hasSize(1);
  }

  @Test
  void onlyTheAgencyOfTheFileSaysThatAVerdictStandsAgain() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();
    String own = desk.files.find(created.person()).orElseThrow().agency();
    record(created, Turn.QUASHED, today);

    assertThatThrownBy(
            () ->
                desk.turns.record(
                    created.person(),
                    created.proceeding(),
                    Turn.CONFIRMED,
                    today,
                    own.equals("hur") ? Desk.SBU_AUTHOR : Desk.REVIEWER))
        .hasMessage("file.other_agency");
  }

  @Test
  void whoHasNotTheRightRecordsNothing() {
    PublishedPerson.Created created = PublishedPerson.in(desk.database).create();

    assertThatThrownBy(
            () ->
                desk.turns.record(
                    created.person(),
                    created.proceeding(),
                    Turn.QUASHED,
                    today,
                    PublishedPerson.VERIFIER))
        .hasMessage("right.record-events");
    assertThatThrownBy(
            () ->
                desk.turns.record(
                    created.person(), UUID.randomUUID(), Turn.QUASHED, today, Desk.AUTHOR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Turns.Outcome refused(String code, String field) {
    return new Turns.Outcome.Refused(new Finding(code, field));
  }

  private static Turns.Outcome record(PublishedPerson.Created of, Turn turn, LocalDate on) {
    String agency = desk.files.find(of.person()).orElseThrow().agency();
    return desk.turns.record(
        of.person(),
        of.proceeding(),
        turn,
        on,
        agency.equals("hur") ? Desk.AUTHOR : Desk.SBU_AUTHOR);
  }
}
