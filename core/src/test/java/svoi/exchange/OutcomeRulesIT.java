package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.platform.Role;

/// Handover, outcome, correction (exchange invariants 18-20, 22, 23; scenarios 25-29, 40, 42).
class OutcomeRulesIT extends InventedRounds {
  private RoundsSample.Drafted round;
  private UUID handover;

  @BeforeEach
  void everybodyIsAtTheLine() {
    round = sample.in("executing");
    handover = sample.atTheLine(round.round());
  }

  private void crossAll() {
    sample.cross(round.offer(), handover, "yes", true);
    round.needs().forEach(slot -> sample.cross(slot, handover, "", true));
  }

  private List<UUID> deliverAll() {
    crossAll();
    sample.sign(handover);
    return sample.slots(round.round()).stream()
        .map(slot -> sample.outcome(slot, handover, "delivered", null))
        .toList();
  }

  private String response(UUID awaited) {
    return sample.one(
        String.class,
        "SELECT string_agg(kind, ',' ORDER BY kind) FROM exchange.response_entry WHERE awaited_id = ?",
        awaited);
  }

  /// What the public sees of invented rounds.
  private record Figures(long returned, long departed, long exchanges) {
    Figures less(Figures before) {
      return new Figures(
          returned - before.returned, departed - before.departed, exchanges - before.exchanges);
    }
  }

  private Figures invented() {
    return database
        .as(Role.DESK)
        .jdbc()
        .sql("SELECT returned, departed, exchanges FROM exchange.v_public_total WHERE demo")
        .query(
            (row, n) ->
                new Figures(
                    row.getLong("returned"), row.getLong("departed"), row.getLong("exchanges")))
        .single();
  }

  @Test
  void isDeliveredOnlyWithASignedProtocol() {
    crossAll();

    assertThat(code(() -> sample.outcome(round.offer(), handover, "delivered", null)))
        .isEqualTo("outcome.protocol_missing");
    assertThat(code(() -> sample.outcome(round.offer(), null, "delivered", null)))
        .isEqualTo("outcome.incomplete");
  }

  @Test
  void isDeliveredOnlyAfterTheChecksAtTheLine() {
    sample.sign(handover);

    assertThat(code(() -> sample.outcome(round.offer(), handover, "delivered", null)))
        .isEqualTo("outcome.incomplete");
  }

  @Test
  void nobodyCrossesUncheckedByBothSidesOrAgainstTheirWord() {
    assertThat(code(() -> sample.cross(round.offer(), handover, "no", true)))
        .isEqualTo("outcome.person_refused");
    assertThat(
            code(
                () ->
                    sample.run(
                        """
                        INSERT INTO exchange.crossing (slot_id, round_id, participant_id, side, handover_id,
                          identity_ours, identity_theirs, medical, crossed, recorded_by, agency)
                        SELECT id, round_id, participant_id, side, ?, 'declined', 'declined', 'done', true, ?, ?
                        FROM exchange.slot WHERE id = ?
                        """,
                        handover,
                        RoundsSample.OFFICER.id().value(),
                        RoundsSample.OFFICER.agency(),
                        round.needs().getFirst())))
        .isEqualTo("outcome.identity_unchecked");
  }

  @Test
  void isNeverInTheFuture() {
    assertThat(
            code(
                () ->
                    sample.run(
                        """
                        INSERT INTO exchange.outcome (id, round_id, slot_id, side, participant_id, result, occurred_on,
                          recorded_by, agency)
                        SELECT gen_random_uuid(), round_id, id, side, participant_id, 'not-delivered',
                          platform.today() + 1, ?, ? FROM exchange.slot WHERE id = ?
                        """,
                        RoundsSample.OFFICER.id().value(),
                        RoundsSample.OFFICER.agency(),
                        round.offer())))
        .isEqualTo("outcome.future");
  }

  @Test
  void bringsPersonLedgerInstrumentAndSlotAlongInOneStatement() {
    deliverAll();
    UUID home = round.awaited().getFirst();

    assertThat(sample.state("awaited", home)).isEqualTo("returned");
    assertThat(response(home)).isEqualTo("delivered");
    assertThat(sample.state("slot", round.offer())).isEqualTo("delivered");
    assertThat(
            sample.one(
                String.class,
                "SELECT state FROM exchange.legal_instrument WHERE offered_id = ?",
                round.offered()))
        .isEqualTo("used");
  }

  @Test
  void isRecordedOncePerSlotAndOncePerPerson() {
    deliverAll();

    assertThat(code(() -> sample.outcome(round.offer(), handover, "delivered", null)))
        .isIn("outcome.recorded_already", "outcome.not_ready");
    assertThat(
            code(() -> sample.slot(sample.block(sample.round(), 1, 1), round.awaited().getFirst())))
        .isIn("slot.captivity_not_confirmed", "slot.person_crossed");
  }

  /// Scenario 25.
  @Test
  void aRefusalAtThePointReturnsThePersonToTheEarlierLegalState() {
    sample.cross(round.offer(), handover, "no", false);
    round.needs().forEach(slot -> sample.cross(slot, handover, "", true));
    sample.sign(handover);
    sample.outcome(round.offer(), handover, "refused-at-point", null);
    round.needs().forEach(slot -> sample.outcome(slot, handover, "delivered", null));
    sample.move(round.round(), "partial");

    assertThat(sample.state("slot", round.offer())).isEqualTo("refused-at-point");
    assertThat(
            sample.one(
                String.class,
                "SELECT state FROM exchange.legal_instrument WHERE offered_id = ?",
                round.offered()))
        .isEqualTo("reversed");
    assertThat(
            sample.one(
                Boolean.class,
                "SELECT available FROM exchange.available_on(platform.today()) WHERE id = ?",
                round.offered()))
        .as("no penalty: the person may be offered again")
        .isTrue();
  }

  private String despite(UUID offered) {
    return sample.one(
        String.class,
        "SELECT result || coalesce(' ' || despite, '') FROM exchange.outcome WHERE participant_id = ?",
        offered);
  }

  @Test
  void aWithdrawalEnteredSinceTheRoundBeganStopsNoRecordAndStandsBesideTheOutcome() {
    sample.run(
        """
        INSERT INTO consent.withdrawal (act_id, person_id, said_by)
        SELECT act_id, person_id, 'counsel' FROM exchange.v_offer WHERE id = ?
        """,
        round.offered());
    deliverAll();
    sample.move(round.round(), "executed");

    assertThat(despite(round.offered())).isEqualTo("delivered consent-ended");
    assertThat(despite(round.awaited().getFirst())).isEqualTo("delivered");
  }

  @Test
  void aBarPlacedSinceTheRoundBeganStopsNoRecord() {
    sample.run(
        """
        INSERT INTO exchange.bar (id, offered_id, ground, placed_by, agency)
        VALUES (gen_random_uuid(), ?, 'court-order', ?, ?)
        """,
        round.offered(),
        RoundsSample.OFFICER.id().value(),
        RoundsSample.OFFICER.agency());
    deliverAll();

    assertThat(despite(round.offered())).isEqualTo("delivered held");
  }

  @Test
  void neitherAWishTakenBackNorTheEndOfCaptivityStopsTheRecordOfACaptiveWhoSaidYesAtTheLine() {
    UUID captive = sample.captive();
    sample.examine(captive);
    RoundsSample.Drafted other = sample.drafted(captive);
    sample.advance(other.round(), "executing");
    UUID meeting = sample.atTheLine(other.round());
    sample.run(
        """
        INSERT INTO exchange.wish (id, offered_id, kind, says, in_private, language, asked_by)
        SELECT gen_random_uuid(), id, kind, false, true, 'ru', ? FROM exchange.offered WHERE id = ?
        """,
        RoundsSample.OFFICER.id().value(),
        captive);
    sample.run(
        "UPDATE exchange.offered_captive SET held_until = platform.today() WHERE offered_id = ?",
        captive);
    sample.cross(other.offer(), meeting, "yes", true);
    sample.sign(meeting);
    sample.outcome(other.offer(), meeting, "delivered", null);

    assertThat(despite(captive)).isEqualTo("delivered consent-ended");
  }

  @Test
  void aReserveIsDeliveredOnlyIfNothingWasMissingAtTheStartOrSince() {
    RoundsSample.Drafted other = sample.drafted();
    UUID reserve = sample.captive();
    sample.examine(reserve);
    sample.fitness(reserve, "not-fit");
    UUID slot = sample.slot(other.block(), reserve, 1);
    sample.advance(other.round(), "executing");
    UUID meeting = sample.atTheLine(other.round());
    sample.cross(slot, meeting, "yes", true);
    sample.sign(meeting);

    assertThat(code(() -> sample.outcome(slot, meeting, "delivered", null)))
        .isEqualTo("outcome.not_ready");
    sample.fitness(reserve, "fit");
    assertThat(code(() -> sample.outcome(slot, meeting, "delivered", null))).isEmpty();
  }

  @Test
  void nobodyIsInTheRecordAsDeliveredWhoSaidNoWordInPrivateInTime() {
    RoundsSample.Drafted late = sample.in("executing");
    database.moveClock(Duration.ofDays(4));
    UUID meeting = sample.atTheLine(late.round());
    sample.cross(late.offer(), meeting, "yes", true);
    sample.sign(meeting);

    assertThat(code(() -> sample.outcome(late.offer(), meeting, "delivered", null)))
        .isEqualTo("outcome.not_reconfirmed");
  }

  /// Scenario 26.
  @Test
  void aSubstitutionCountsWhoCameAndKeepsWhoDidNot() {
    UUID agreed = round.awaited().getFirst();
    UUID came = sample.awaited();
    crossAll();
    sample.sign(handover);
    sample.outcome(round.offer(), handover, "delivered", null);
    sample.outcome(round.needs().getFirst(), handover, "substituted", came);
    sample.outcome(round.needs().getLast(), handover, "delivered", null);
    sample.move(round.round(), "executed");

    assertThat(sample.state("awaited", came)).isEqualTo("returned");
    assertThat(sample.state("awaited", agreed)).isEqualTo("confirmed");
    assertThat(response(agreed)).isEqualTo("broken,substituted");
  }

  @Test
  void aSubstitutionHasBothPersonsAndTheyDiffer() {
    crossAll();
    sample.sign(handover);
    UUID slot = round.needs().getFirst();

    assertThat(code(() -> sample.outcome(slot, handover, "substituted", null)))
        .isEqualTo("outcome.substitution");
    assertThat(
            code(() -> sample.outcome(slot, handover, "substituted", round.awaited().getFirst())))
        .isEqualTo("outcome.substitution");
  }

  /// Scenario 27.
  @Test
  void aRoundEndsAsItsOutcomesSay() {
    crossAll();
    sample.sign(handover);
    sample.outcome(round.offer(), handover, "delivered", null);
    assertThat(code(() -> sample.move(round.round(), "executed"))).isEqualTo("round.undecided");
    assertThat(code(() -> sample.move(round.round(), "aborted")))
        .isEqualTo("round.somebody_crossed");
    sample.outcome(round.needs().getFirst(), handover, "delivered", null);
    sample.outcome(round.needs().getLast(), null, "not-delivered", null);
    assertThat(code(() -> sample.move(round.round(), "executed"))).isEqualTo("round.ending");
    sample.move(round.round(), "partial");

    assertThat(sample.state("awaited", round.awaited().getLast())).isEqualTo("confirmed");
    assertThat(response(round.awaited().getLast())).isEqualTo("broken");
  }

  /// Scenarios 28 and 29.
  @Test
  void countsOnceAnnouncedAndLessItsCorrectionsFromTheSecondSignatureOn() {
    List<UUID> outcomes = deliverAll();
    sample.move(round.round(), "executed");
    Figures before = invented();
    sample.announce(round.round());
    assertThat(invented().less(before)).isEqualTo(new Figures(2, 1, 1));

    String counted = sample.one(String.class, "SELECT platform.now()::text");
    database.moveClock(Duration.ofHours(1));
    UUID wrong =
        outcomes.stream()
            .filter(
                o ->
                    sample
                        .one(String.class, "SELECT side FROM exchange.outcome WHERE id = ?", o)
                        .equals("awaited"))
            .findFirst()
            .orElseThrow();
    UUID correction = sample.correction(wrong);
    sample.sign("correction", correction, RoundsSample.OFFICER);
    assertThat(invented().less(before).returned()).as("one signature").isEqualTo(2);
    sample.sign("correction", correction, RoundsSample.SECOND);
    assertThat(invented().less(before).returned()).isEqualTo(1);
    assertThat(
            sample.one(
                Long.class,
                "SELECT returned FROM exchange.public_totals(?::timestamptz) WHERE demo",
                counted))
        .as("as of then")
        .isEqualTo(before.returned() + 2);
    assertThat(
            sample.one(
                Integer.class,
                "SELECT count(*) FROM exchange.v_public_correction WHERE round_id = ?",
                round.round()))
        .isEqualTo(1);
  }

  @Test
  void inventedRoundsNeverStandOnTheOpeningBalance() {
    deliverAll();
    sample.move(round.round(), "executed");
    sample.announce(round.round());

    assertThat(
            sample.one(
                String.class,
                "SELECT total_exchanges || '/' || total_returned FROM exchange.v_public_total WHERE NOT demo"))
        .isEqualTo("54/3405");
  }

  @Test
  void isAnnouncedOnlyAfterTheRound() {
    assertThat(code(() -> sample.announce(round.round()))).isEqualTo("round.not_ended");
  }

  @Test
  void whoLeftIsToldToTheRegisterOnlyOnceAnnounced() {
    deliverAll();
    sample.move(round.round(), "executed");
    assertThat(count("v_departed", "offered_id", round.offered())).isZero();
    sample.announce(round.round());
    assertThat(count("v_departed", "offered_id", round.offered())).isOne();
  }

  /// Scenario 40.
  @Test
  void relativesAreFirst() {
    deliverAll();
    UUID home = round.awaited().getFirst();
    String gate =
        "SELECT array_to_string(obstacles, ',') FROM exchange.v_name_gate WHERE awaited_id = ?";
    assertThat(sample.one(String.class, gate, home))
        .isEqualTo("family-not-told,within-48-hours,no-word-of-the-person");
    UUID officer = RoundsSample.OFFICER.id().value();
    sample.run(
        "INSERT INTO exchange.family_talk (id, awaited_id, contact_id, about, result, talked_by) "
            + "VALUES (gen_random_uuid(), ?, gen_random_uuid(), 'return', 'reached', ?)",
        home,
        officer);
    sample.run(
        "INSERT INTO exchange.name_word (id, awaited_id, may_show, noted_by) VALUES (gen_random_uuid(), ?, true, ?)",
        home,
        officer);
    assertThat(sample.one(String.class, gate, home)).isEqualTo("within-48-hours");
    database.moveClock(Duration.ofHours(49));
    assertThat(sample.one(String.class, gate, home)).isEmpty();
  }

  @Test
  void aReleaseOfFiguresNamesExactlyItsOutcomes() {
    String release =
        """
        INSERT INTO exchange.statistic_release (id, method_version, as_of, demo, outcome_root, figures)
        SELECT gen_random_uuid(), '1', platform.now(), true, %s, jsonb_build_object('exchanges', exchanges, 'returned', returned,
          'departed', departed, 'totalExchanges', total_exchanges, 'totalReturned', total_returned)
        FROM exchange.public_totals(platform.now()) WHERE demo
        """;

    assertThat(code(() -> sample.run(release.formatted("sha256('others')"))))
        .isEqualTo("release-sums-its-outcomes");
    assertThat(
            code(
                () -> sample.run(release.formatted("exchange.outcome_root(platform.now(), true)"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"outcome", "crossing", "protocol", "announcement", "round_event"})
  void isNotRewritten(String table) {
    deliverAll();

    assertThatThrownBy(
            () -> database.as(Role.OWNER).jdbc().sql("DELETE FROM exchange." + table).update())
        .hasMessageContaining("append-only");
  }
}
