package svoi.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.cases.PersonId;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;
import svoi.staff.Member;

/// Withdrawal in one step, its record, and the waiting date after one that was not the person's.
class WithdrawalsIT {
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyRoleThatIsEntitledWithdrawsAndNoOther() {
    for (Member by :
        List.of(
            PublishedPerson.AUTHOR,
            PublishedPerson.SBU_REVIEWER,
            PublishedPerson.VERIFIER,
            PublishedPerson.INTERVIEWER,
            PublishedPerson.OMBUDSMAN,
            Desk.LIAISON,
            Desk.ADMINISTRATOR)) {
      PersonId person = desk.publicPerson().person();
      assertThat(withdraw(by, person, SaidBy.of(by)).ended()).isEqualTo(2);
    }
    PersonId person = desk.publicPerson().person();
    assertThatThrownBy(() -> withdraw(Desk.COUNSEL, person, SaidBy.COUNSEL))
        .isInstanceOf(Forbidden.class)
        .hasMessage("reach.person");
  }

  @Test
  void aSecondClickEndsNothingAndTellsNobodyAgain() {
    PersonId person = desk.publicPerson().person();
    withdraw(PublishedPerson.AUTHOR, person, SaidBy.PERSON);

    Consents.Withdrawn again = withdraw(PublishedPerson.AUTHOR, person, SaidBy.PERSON);

    assertThat(again.ended()).isZero();
    assertThat(again.statement()).isEmpty();
    assertThat(desk.withdrawals.unseen(PublishedPerson.HUR_REVIEWER)).hasSize(1);
  }

  @Test
  void measuresWhenEachLiveNodeWasDark() {
    PersonId person = desk.publicPerson().person();
    UUID node = UUID.randomUUID();
    report(node, "");
    Thread follower = Thread.ofVirtual().start(() -> follow(node));

    Consents.Withdrawn done = withdraw(PublishedPerson.AUTHOR, person, SaidBy.PERSON);
    follower.interrupt();

    Withdrawals.Darkness dark =
        desk.withdrawals
            .find(done.statement().orElseThrow())
            .flatMap(Withdrawals.Page::dark)
            .orElseThrow();
    assertThat(dark.everywhere()).isTrue();
    assertThat(dark.nodes()).extracting(Withdrawals.Node::id).containsExactly(node);
    assertThat(dark.nodes().getFirst().millis()).isBetween(0, 5000);
    assertThat(dark.millis()).isGreaterThanOrEqualTo(dark.nodes().getFirst().millis());
  }

  @Test
  void saysWhichNodeHadNotConfirmed() {
    PersonId person = desk.publicPerson().person();
    UUID stuck = UUID.randomUUID();
    report(stuck, "1:1:");

    Consents.Withdrawn done = withdraw(PublishedPerson.AUTHOR, person, SaidBy.PERSON);

    assertThat(done.goneEverywhere()).isFalse();
    Withdrawals.Page page = desk.withdrawals.find(done.statement().orElseThrow()).orElseThrow();
    assertThat(page.dark().orElseThrow().nodes())
        .containsExactly(new Withdrawals.Node(stuck, null));
    assertThat(page.darkNow()).isFalse();
  }

  private void follow(UUID node) {
    while (!Thread.currentThread().isInterrupted()) {
      report(node, "");
    }
  }

  private void report(UUID node, String seen) {
    desk.database
        .superuser()
        .sql("SELECT platform.report_node(?, coalesce(nullif(?, ''), pg_current_snapshot()::text))")
        .params(node, seen)
        .query((row, n) -> "")
        .list();
  }

  @Test
  void anAgencyThatOpensTheRecordHasSeenIt() {
    PersonId person = desk.publicPerson().person();
    UUID id = withdraw(PublishedPerson.AUTHOR, person, SaidBy.PERSON).statement().orElseThrow();

    desk.withdrawals.seen(PublishedPerson.SBU_REVIEWER, id, person);

    assertThat(desk.withdrawals.unseen(PublishedPerson.SBU_REVIEWER)).isEmpty();
    assertThat(desk.withdrawals.unseen(PublishedPerson.HUR_REVIEWER)).hasSize(1);
  }

  @Test
  void tenWithdrawalsOfOneAccountInAnHourAlarmTheMonitorAndBlockNothing() {
    for (int i = 0; i < 10; i++) {
      assertThat(desk.withdrawals.alarms(PublishedPerson.OMBUDSMAN)).isEmpty();
      PersonId person = desk.publicPerson().person();
      assertThat(withdraw(Desk.LIAISON, person, SaidBy.PERSON).ended()).isEqualTo(2);
    }

    assertThat(desk.withdrawals.alarms(PublishedPerson.OMBUDSMAN))
        .singleElement()
        .matches(a -> a.withinHour() == 10 && a.enteredBy().equals(Desk.LIAISON.actor()));
    assertThat(withdraw(Desk.LIAISON, desk.publicPerson().person(), SaidBy.PERSON).ended())
        .isEqualTo(2);
  }

  @Test
  void theMonitorKeepsTheWaitingDateAfterAWithdrawalThatWasNotThePersons() {
    PersonId person = renewedAfterWithdrawalBy(SaidBy.COUNSEL);
    Act renewed = desk.act(person, Scope.EXCHANGE);
    assertThat(renewed.mayKeepDate()).isTrue();
    LocalDate before = java.util.Objects.requireNonNull(first(person).waitingFrom());
    assertThat(renewed.waitingFrom()).isAfter(before);

    assertThatThrownBy(
            () -> desk.consents.keepWaitingDate(PublishedPerson.VERIFIER, person, renewed.id()))
        .isInstanceOf(Forbidden.class);
    assertThat(desk.consents.keepWaitingDate(PublishedPerson.OMBUDSMAN, person, renewed.id()))
        .isTrue();

    assertThat(desk.act(person, Scope.EXCHANGE).waitingFrom()).isEqualTo(before);
    assertThat(publicWaiting(person)).isEqualTo(Optional.of(before));
  }

  @Test
  void thePersonsOwnWithdrawalCostsTheWaitingDate() {
    PersonId person = renewedAfterWithdrawalBy(SaidBy.PERSON);
    Act renewed = desk.act(person, Scope.EXCHANGE);

    assertThat(renewed.mayKeepDate()).isFalse();
    assertThat(
            Desk.code(
                () ->
                    desk.consents.keepWaitingDate(PublishedPerson.OMBUDSMAN, person, renewed.id())))
        .isEqualTo("consent.waiting_date");
  }

  @Test
  void bySqlOnlyTheMonitorKeepsADateAndNotTheDateThatIsAskedFor() {
    PersonId person = renewedAfterWithdrawalBy(SaidBy.COUNSEL);
    UUID act = desk.act(person, Scope.EXCHANGE).id();
    String sql =
        """
        INSERT INTO consent.kept_waiting_date (act_id, person_id, kept_from, decided_by)
        VALUES (?, ?, DATE '2020-01-01', ?)
        """;

    assertThat(desk.refusal(sql, act, person.value(), PublishedPerson.AUTHOR.id().value()))
        .isEqualTo("waiting-date-kept-by-monitor");
    assertThat(desk.refusal(sql, act, person.value(), PublishedPerson.OMBUDSMAN.id().value()))
        .isEmpty();
    assertThat(desk.act(person, Scope.EXCHANGE).waitingFrom())
        .isEqualTo(first(person).waitingFrom());
    assertThat(desk.refusal(sql, act, person.value(), PublishedPerson.OMBUDSMAN.id().value()))
        .isEqualTo("kept-waiting-date-pkey");
  }

  @Test
  void bySqlNoRecordOfAWithdrawalIsRewritten() {
    PersonId person = desk.publicPerson().person();
    withdraw(PublishedPerson.AUTHOR, person, SaidBy.PERSON);

    for (String table : List.of("statement", "withdrawal", "darkness", "kept_waiting_date")) {
      assertThatThrownBy(() -> desk.desk.jdbc().sql("DELETE FROM consent." + table).update())
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () ->
                  desk.database
                      .as(svoi.platform.Role.OWNER)
                      .jdbc()
                      .sql("DELETE FROM consent." + table)
                      .update())
          .hasMessageContaining("append-only");
    }
  }

  private Consents.Withdrawn withdraw(Member by, PersonId person, SaidBy saidBy) {
    return desk.consents.withdraw(by, person, Set.of(Scope.EXCHANGE, Scope.TEXT), saidBy);
  }

  private PersonId renewedAfterWithdrawalBy(SaidBy saidBy) {
    PersonId person = desk.publicPerson().person();
    withdraw(PublishedPerson.AUTHOR, person, saidBy);
    desk.database.moveClock(Duration.ofDays(2));
    desk.consent(person, Scope.EXCHANGE, Duration.ofDays(2));
    return person;
  }

  private Act first(PersonId person) {
    return desk.states.of(person).stream()
        .filter(a -> a.scope() == Scope.EXCHANGE)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private Optional<LocalDate> publicWaiting(PersonId person) {
    return desk.desk
        .jdbc()
        .sql("SELECT chain_from FROM consent.v_in_force WHERE scope = 'exchange' AND person_id = ?")
        .param(person.value())
        .query(LocalDate.class)
        .optional();
  }
}
