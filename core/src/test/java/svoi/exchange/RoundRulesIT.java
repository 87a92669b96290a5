package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.register.HoldListener;
import svoi.register.Publication;
import svoi.register.PublishedPerson;

/// How a round moves, kept by the database (exchange invariants 1, 7-9, 14-17; scenarios 6, 7,
/// 16-19, 21, 23, 24).
class RoundRulesIT extends InventedRounds {
  private PersonId personOf(UUID offered) {
    return new PersonId(
        sample.one(UUID.class, "SELECT person_id FROM exchange.offered WHERE id = ?", offered));
  }

  private void withdraw(UUID offered) {
    Database desk = database.as(Role.DESK);
    new Consents(desk, new AuditTrail(desk.jdbc()), List.of(new LostSlots(desk.jdbc())))
        .withdraw(personOf(offered), Set.of(Scope.EXCHANGE), "counsel", "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "proposed", "agreed", "preparing", "executing", "executed"})
  void goesItsWay(String state) {
    assertThat(sample.state("round", sample.in(state).round())).isEqualTo(state);
  }

  @Test
  void leavesNoStageOut() {
    UUID round = sample.drafted().round();

    assertThat(code(() -> sample.move(round, "agreed"))).isEqualTo("round-moves-as-drawn");
    assertThat(code(() -> sample.move(round, "executing"))).isEqualTo("round-moves-as-drawn");
  }

  @Test
  void takesNobodyWhoIsInAnotherLiveRound() {
    RoundsSample.Drafted first = sample.drafted();
    UUID block = sample.block(sample.round(), 1, 1);

    assertThat(code(() -> sample.slot(block, first.offered()))).isEqualTo("slot.person_reserved");
    assertThat(code(() -> sample.slot(block, first.awaited().getFirst())))
        .isEqualTo("slot.person_reserved");
  }

  @Test
  void isFreeAgainWhenTheOtherRoundIsAborted() {
    RoundsSample.Drafted first = sample.drafted();
    sample.move(first.round(), "aborted");

    assertThat(code(() -> sample.slot(sample.block(sample.round(), 1, 1), first.offered())))
        .isEmpty();
    assertThat(sample.state("slot", first.offer())).isEqualTo("dropped");
  }

  @Test
  void ofTwoWhoAddOnePersonAtOnceExactlyOneSucceeds() throws Exception {
    UUID here = sample.block(sample.round(), 1, 1);
    UUID there = sample.block(sample.round(), 1, 1);
    try (ExecutorService officers = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 100; i++) {
        UUID person = sample.awaited();
        Callable<String> first = () -> code(() -> sample.slot(here, person));
        Callable<String> second = () -> code(() -> sample.slot(there, person));
        List<Future<String>> answers = officers.invokeAll(List.of(first, second));

        assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
            .containsExactlyInAnyOrder("", "slot.person_reserved");
      }
    }
  }

  @Test
  void keepsChildrenAndTheGravelyWoundedOutOfEveryBlock() {
    UUID block = sample.block(sample.round(), 1, 1);
    UUID child = sample.reported("child", "ordinary");
    UUID wounded = sample.reported("pow", "gravely-wounded");
    sample.record(child, "confirmed", "letter");
    sample.record(wounded, "confirmed", "icrc");

    assertThat(code(() -> sample.slot(block, child))).isEqualTo("round.child_in_ratio");
    assertThat(code(() -> sample.slot(block, wounded))).isEqualTo("round.child_in_ratio");
    assertThat(
            code(
                () ->
                    sample.run(
                        "UPDATE exchange.block SET awaited_category = 'child' WHERE id = ?",
                        block)))
        .isEqualTo("round.child_in_ratio");
  }

  @Test
  void letsOneWhoBecomesGravelyWoundedOutOfTheBlock() {
    RoundsSample.Drafted round = sample.in("agreed");
    sample.run(
        "UPDATE exchange.awaited SET condition = 'gravely-wounded' WHERE id = ?",
        round.awaited().getFirst());

    assertThat(sample.state("slot", round.needs().getFirst())).isEqualTo("dropped");
    assertThat(sample.state("round", round.round())).isEqualTo("counter-proposed");
  }

  @Test
  void takesNobodyWhoseCaptivityIsNotConfirmed() {
    assertThat(
            code(
                () ->
                    sample.slot(
                        sample.block(sample.round(), 1, 1), sample.reported("pow", "ordinary"))))
        .isEqualTo("slot.captivity_not_confirmed");
  }

  @Test
  void agreesOnlyWhenEachBlockKeepsItsRatio() {
    RoundsSample.Drafted round = sample.drafted();
    sample.run("UPDATE exchange.block SET needs_part = 5 WHERE id = ?", round.block());
    sample.propose(round.round());
    sample.answerEqually(round.round());

    assertThat(code(() -> sample.move(round.round(), "agreed"))).isEqualTo("round.ratio");
  }

  @Test
  void agreesOnAnAsymmetricBlockOnlyWithTwoSignatures() {
    RoundsSample.Drafted round = sample.drafted();
    sample.run(
        """
        UPDATE exchange.block SET kind = 'asymmetric', offers_part = NULL, needs_part = NULL,
          ground = 'Так домовлено через посередника' WHERE id = ?
        """,
        round.block());
    sample.propose(round.round());
    sample.answerEqually(round.round());

    sample.sign("block", round.block(), RoundsSample.OFFICER);
    assertThat(code(() -> sample.move(round.round(), "agreed")))
        .isEqualTo("round.asymmetry_unsigned");
    sample.sign("block", round.block(), RoundsSample.SECOND);
    assertThat(code(() -> sample.move(round.round(), "agreed"))).isEmpty();
  }

  @Test
  void splitsNoInseparableFamily() {
    RoundsSample.Drafted round = sample.drafted();
    UUID brother = sample.awaited();
    UUID family = UUID.randomUUID();
    sample.run(
        "INSERT INTO exchange.family_group (id, inseparable, entered_by) VALUES (?, true, ?)",
        family,
        RoundsSample.OFFICER.id().value());
    for (UUID sibling : List.of(brother, round.awaited().getFirst())) {
      sample.run("UPDATE exchange.awaited SET family_group_id = ? WHERE id = ?", family, sibling);
    }
    sample.propose(round.round());
    sample.answerEqually(round.round());

    assertThat(code(() -> sample.move(round.round(), "agreed"))).isEqualTo("round.family_split");
  }

  @Test
  void agreesOnlyWhileTheLatestListsAndTheSlotsAreEqual() {
    RoundsSample.Drafted round = sample.in("proposed");
    assertThat(code(() -> sample.move(round.round(), "agreed"))).isEqualTo("round.lists_differ");
    sample.answerEqually(round.round());
    sample.move(round.round(), "counter-proposed");
    sample.slot(round.block(), sample.awaited());

    assertThat(code(() -> sample.move(round.round(), "agreed"))).isEqualTo("round.lists_differ");
  }

  @Test
  void changesItsSlotsOnlyWhileItIsNegotiated() {
    RoundsSample.Drafted round = sample.in("proposed");

    assertThat(code(() -> sample.slot(round.block(), sample.awaited())))
        .isEqualTo("round.not_negotiating");
    assertThat(
            code(
                () ->
                    sample.run(
                        "UPDATE exchange.block SET needs_part = 1 WHERE id = ?", round.block())))
        .isEqualTo("round.not_negotiating");
  }

  /// Scenario 23.
  @Test
  void executesOnlyWhenEverySlotIsReady() {
    RoundsSample.Drafted round = sample.in("preparing");
    UUID instrument =
        sample.one(
            UUID.class,
            "SELECT id FROM exchange.legal_instrument WHERE offered_id = ?",
            round.offered());
    sample.run(
        "INSERT INTO exchange.instrument_event (instrument_id, state, recorded_by, agency) VALUES (?, 'reversed', ?, ?)",
        instrument,
        RoundsSample.OFFICER.id().value(),
        RoundsSample.OFFICER.agency());

    assertThat(code(() -> sample.move(round.round(), "executing"))).isEqualTo("round.not_ready");
    assertThat(
            sample.one(
                Boolean.class,
                "SELECT instrument FROM exchange.v_readiness WHERE slot_id = ?",
                round.offer()))
        .isFalse();
  }

  /// Scenario 24.
  @Test
  void aSlotIsNotReadyTheMomentTheDayMovesBeyondTheConsent() {
    RoundsSample.Drafted round = sample.in("preparing");
    assertThat(ready(round.offer())).isTrue();
    sample.run(
        "UPDATE exchange.round SET planned_on = platform.today() + 200 WHERE id = ?",
        round.round());

    assertThat(ready(round.offer())).isFalse();
    assertThat(code(() -> sample.move(round.round(), "executing"))).isEqualTo("round.not_ready");
  }

  @Test
  void aWordInPrivateCountsForThreeDays() {
    RoundsSample.Drafted round = sample.in("preparing");
    sample.run(
        "UPDATE exchange.round SET planned_on = platform.today() + 2 WHERE id = ?", round.round());
    assertThat(ready(round.offer())).isTrue();
    sample.run(
        "UPDATE exchange.round SET planned_on = platform.today() + 3 WHERE id = ?", round.round());
    assertThat(ready(round.offer())).isFalse();
  }

  private boolean ready(UUID slot) {
    return sample.one(
        Boolean.class, "SELECT ready FROM exchange.v_readiness WHERE slot_id = ?", slot);
  }

  /// Scenario 6, the slot's part.
  @ParameterizedTest
  @ValueSource(strings = {"agreed", "preparing"})
  void aWithdrawalDropsTheSlotAndBringsTheRoundBackInOneTransaction(String state) {
    RoundsSample.Drafted round = sample.in(state);
    withdraw(round.offered());

    assertThat(sample.state("slot", round.offer())).isEqualTo("dropped");
    assertThat(sample.state("round", round.round())).isEqualTo("counter-proposed");
    assertThat(code(() -> sample.slot(round.block(), round.offered())))
        .isEqualTo("slot.not_available");
  }

  /// Scenario 7.
  @Test
  void aConsentThatEndsByItselfDoesTheSame() {
    RoundsSample.Drafted round = sample.in("agreed");
    database.moveClock(Duration.ofDays(181));
    new LostSlots(database.as(Role.DESK).jdbc()).dropAll();

    assertThat(sample.state("slot", round.offer())).isEqualTo("dropped");
    assertThat(sample.state("round", round.round())).isEqualTo("counter-proposed");
  }

  private void hold(PersonId person) {
    Database desk = database.as(Role.DESK);
    new Publication(desk, new AuditTrail(desk.jdbc()), List.of(new LostSlots(desk.jdbc())))
        .hold(person, PublishedPerson.OMBUDSMAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agreed", "preparing"})
  void aHoldTakesOffEveryListInOneTransaction(String state) {
    RoundsSample.Drafted round = sample.in(state);
    hold(personOf(round.offered()));

    assertThat(sample.state("slot", round.offer())).isEqualTo("dropped");
    assertThat(sample.state("round", round.round())).isEqualTo("counter-proposed");
    assertThat(code(() -> sample.slot(round.block(), round.offered())))
        .isEqualTo("slot.not_available");
  }

  /// At the line the person's own word decides.
  @Test
  void aHoldStopsNobodyWhoStandsAtTheLine() {
    RoundsSample.Drafted round = sample.in("executing");
    hold(personOf(round.offered()));

    assertThat(sample.state("slot", round.offer())).isEqualTo("confirmed");
    assertThat(sample.state("round", round.round())).isEqualTo("executing");
  }

  @Test
  void aHoldAndWhatFollowsFromItAreBothOrNeither() {
    RoundsSample.Drafted round = sample.in("agreed");
    PersonId person = personOf(round.offered());
    Database desk = database.as(Role.DESK);
    LostSlots lost = new LostSlots(desk.jdbc());
    HoldListener cut =
        held -> {
          lost.held(held);
          throw new IllegalStateException("cut");
        };
    Publication publication = new Publication(desk, new AuditTrail(desk.jdbc()), List.of(cut));

    assertThatThrownBy(() -> publication.hold(person, PublishedPerson.OMBUDSMAN)).hasMessage("cut");
    assertThat(publication.holds(PublishedPerson.OMBUDSMAN))
        .noneMatch(hold -> hold.person().equals(person));
    assertThat(sample.state("slot", round.offer())).isEqualTo("confirmed");
    assertThat(sample.state("round", round.round())).isEqualTo("agreed");
  }

  @Test
  void nobodyCanSayThatARoundIsElsewhereThanItsEventsSay() {
    RoundsSample.Drafted round = sample.drafted();

    assertThatThrownBy(
            () ->
                sample.run(
                    "UPDATE exchange.round SET state = 'executing' WHERE id = ?", round.round()))
        .hasStackTraceContaining("permission denied");
  }
}
