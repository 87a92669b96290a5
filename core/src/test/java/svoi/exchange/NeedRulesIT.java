package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Those who are sought, the lists of them, and the ledger of answers (exchange invariants 2, 19,
/// 21; scenarios 18, 36).
class NeedRulesIT extends InventedRounds {
  private static final UUID BY = RoundsSample.OFFICER.id().value();

  private UUID needList() {
    UUID list = UUID.randomUUID();
    sample.one(
        Integer.class,
        "SELECT exchange.take_need_list(?, ?, ?)",
        list,
        BY,
        RoundsSample.OFFICER.agency());
    return list;
  }

  private UUID ask(UUID awaited) {
    UUID id = UUID.randomUUID();
    sample.run(
        """
        INSERT INTO exchange.response_entry (id, awaited_id, kind, occurred_on, due_on, recorded_by, agency)
        VALUES (?, ?, 'asked', platform.today(), platform.today() + 14, ?, ?)
        """,
        id,
        awaited,
        BY,
        RoundsSample.OFFICER.agency());
    return id;
  }

  private void answer(UUID asked, UUID awaited, String kind) {
    sample.run(
        """
        INSERT INTO exchange.response_entry (id, awaited_id, kind, asked_id, asked_on, occurred_on, ground, recorded_by,
          agency)
        SELECT gen_random_uuid(), ?, ?, id, occurred_on, platform.today(),
          CASE WHEN ? = 'refused' THEN 'none-given' END, ?, ? FROM exchange.response_entry WHERE id = ?
        """,
        awaited,
        kind,
        kind,
        BY,
        RoundsSample.OFFICER.agency(),
        asked);
  }

  @Test
  void areReturnedByAnOutcomeOnly() {
    assertThat(code(() -> sample.record(sample.awaited(), "returned", "")))
        .isEqualTo("awaited.outcome_missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"released-otherwise", "died-in-captivity", "not-captive"})
  void endOnlyWithEvidence(String state) {
    UUID person = sample.awaited();

    assertThat(
            code(
                () ->
                    sample.run(
                        "INSERT INTO exchange.awaited_event (awaited_id, state, recorded_by, agency) VALUES (?, ?, ?, ?)",
                        person,
                        state,
                        BY,
                        RoundsSample.OFFICER.agency())))
        .isEqualTo("awaited.evidence_missing");
    assertThat(code(() -> sample.record(person, state, ""))).isEmpty();
  }

  @Test
  void areConfirmedFromASource() {
    assertThat(code(() -> sample.record(sample.reported("pow", "ordinary"), "confirmed", "")))
        .isEqualTo("awaited-confirmation-names-its-source");
  }

  @Test
  void whoEndsElsewhereLeavesTheRound() {
    RoundsSample.Drafted round = sample.in("agreed");
    sample.record(round.awaited().getFirst(), "released-otherwise", "");

    assertThat(sample.state("slot", round.needs().getFirst())).isEqualTo("dropped");
    assertThat(sample.state("round", round.round())).isEqualTo("counter-proposed");
  }

  @Test
  void areMergedByTwoMembersAndTheOtherRecordPointsToTheKeptOne() {
    UUID kept = sample.awaited();
    UUID merged = sample.awaited();
    UUID merge = UUID.randomUUID();
    sample.run(
        """
        INSERT INTO exchange.awaited_merge (id, kept_id, merged_id, ground, proposed_by)
        VALUES (?, ?, ?, 'Та сама дата народження й імена', ?)
        """,
        merge,
        kept,
        merged,
        BY);
    String decide =
        "UPDATE exchange.awaited_merge SET outcome = 'confirmed', decided_by = ?, decided_at = platform.now() WHERE id = ?";

    assertThat(code(() -> sample.run(decide, BY, merge))).isEqualTo("merge.same_member");
    sample.run(decide, RoundsSample.SECOND.id().value(), merge);
    assertThat(sample.state("awaited", merged)).isEqualTo("duplicate");
    assertThat(sample.one(UUID.class, "SELECT kept_id FROM exchange.awaited WHERE id = ?", merged))
        .isEqualTo(kept);
  }

  @Test
  void oneWhoIsNotYetEighteenIsAChild() {
    UUID person = sample.reported("civilian-detained", "ordinary");

    assertThat(
            code(
                () ->
                    sample.run(
                        "UPDATE exchange.awaited SET born_on = platform.today() - interval '17 years' WHERE id = ?",
                        person)))
        .isEqualTo("awaited.minor");
  }

  /// Scenario 18.
  @Test
  void childrenAreOnNoNeedListAndInNoLedgerButComeHomeWithoutAnythingGiven() {
    UUID child = sample.reported("child", "ordinary");
    assertThat(count("need_row", "awaited_id", child)).isZero();
    UUID list = needList();
    assertThat(
            code(
                () ->
                    sample.run(
                        """
                        INSERT INTO exchange.need_row (need_list_id, position, awaited_id, row_hash)
                        VALUES (?, 1000000, ?, sha256('x'))
                        """,
                        list,
                        child)))
        .isEqualTo("round.child_in_ratio");
    assertThat(code(() -> ask(child))).isEqualTo("round.child_in_ratio");

    UUID back = UUID.randomUUID();
    sample.run(
        "INSERT INTO exchange.return_case (id, awaited_id, opened_by, agency) VALUES (?, ?, ?, ?)",
        back,
        child,
        RoundsSample.RETURNS.id().value(),
        RoundsSample.RETURNS.agency());
    for (String state : java.util.List.of("asked", "agreed", "returned")) {
      sample.run(
          """
          INSERT INTO exchange.return_step (return_id, state, through, evidence_sha256, recorded_by, agency)
          VALUES (?, ?, 'third-state', sha256('evidence'), ?, ?)
          """,
          back,
          state,
          RoundsSample.RETURNS.id().value(),
          RoundsSample.RETURNS.agency());
    }
    assertThat(sample.state("awaited", child)).isEqualTo("returned");
    assertThat(
            sample.one(
                Boolean.class,
                "SELECT returned_outside >= 1 AND returned_outside <> returned FROM exchange.v_public_total WHERE demo"))
        .isTrue();
  }

  @Test
  void theTrackOfUnconditionalReturnIsForNobodyElse() {
    UUID person = sample.awaited();

    assertThat(
            code(
                () ->
                    sample.run(
                        "INSERT INTO exchange.return_case (id, awaited_id, opened_by, agency) VALUES (gen_random_uuid(), ?, ?, ?)",
                        person,
                        RoundsSample.RETURNS.id().value(),
                        RoundsSample.RETURNS.agency())))
        .isEqualTo("return-is-of-the-unconditional-track");
  }

  @Test
  void aNeedListIsSignedByTwoAgenciesAndThenASnapshot() {
    sample.awaited();
    UUID list = needList();
    String send = "UPDATE exchange.need_list SET state = 'sent', sent_to = 'icrc' WHERE id = ?";
    sample.sign("need-list", list, RoundsSample.OFFICER);

    assertThat(code(() -> sample.run(send, list))).isEqualTo("list.two_signatures");
    sample.sign("need-list", list, RoundsSample.SECOND);
    sample.run(send, list);
    assertThat(
            code(
                () ->
                    sample.run(
                        "UPDATE exchange.need_list SET sent_to = 'mediator' WHERE id = ?", list)))
        .isEqualTo("list.immutable");
    assertThat(
            code(
                () ->
                    sample.run(
                        "UPDATE exchange.need_row SET content = '{}' WHERE need_list_id = ?",
                        list)))
        .isEqualTo("need-row-is-append-only");
  }

  /// Scenario 36.
  @Test
  void silenceIsEnteredOnceAndOnlyAfterTheDeadline() {
    UUID person = sample.awaited();
    UUID asked = ask(person);
    Ledger ledger = new Ledger(database.as(svoi.platform.Role.DESK).jdbc());
    database.moveClock(Duration.ofDays(14));
    ledger.noteSilence();
    assertThat(count("response_entry", "asked_id", asked)).isZero();
    assertThat(code(() -> answer(asked, person, "no-answer"))).isEqualTo("ledger.deadline");
    database.moveClock(Duration.ofDays(15));
    ledger.noteSilence();
    ledger.noteSilence();
    assertThat(count("response_entry", "asked_id", asked)).isOne();
  }

  @Test
  void thereIsNoSilenceAfterAnAnswer() {
    UUID person = sample.awaited();
    UUID asked = ask(person);
    answer(asked, person, "refused");
    database.moveClock(Duration.ofDays(20));
    new Ledger(database.as(svoi.platform.Role.DESK).jdbc()).noteSilence();

    assertThat(count("response_entry", "asked_id", asked)).isOne();
    assertThat(code(() -> answer(asked, person, "no-answer")))
        .isEqualTo("response-no-answer-only-while-none-came");
  }

  @Test
  void anAnswerIsOfTheSamePersonWhoWasAskedFor() {
    UUID asked = ask(sample.awaited());

    assertThat(code(() -> answer(asked, sample.awaited(), "accepted")))
        .isEqualTo("response-to-what-was-asked");
  }
}
