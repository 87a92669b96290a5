package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.TestVault;

/// Scenario 42: the connection ends between any two statements, and everything is there or nothing.
class WholeOrNothingIT extends RoundDesk {
  /// Counts what must come and go together.
  private List<Long> state(UUID round) {
    return List.of(
        number("SELECT count(*) FROM exchange.outcome WHERE round_id = ?", round),
        number("SELECT count(*) FROM exchange.crossing WHERE round_id = ?", round),
        number("SELECT count(*) FROM exchange.protocol WHERE round_id = ?", round),
        number("SELECT count(*) FROM exchange.delivery WHERE round_id = ?", round),
        number("SELECT count(*) FROM exchange.response_entry WHERE round_id = ?", round),
        number("SELECT count(*) FROM exchange.sheet_line WHERE round_id = ?", round),
        number("SELECT count(*) FROM exchange.round_event WHERE round_id = ?", round),
        number("SELECT count(*) FROM exchange.list WHERE state <> 'draft' AND round_id = ?", round),
        number(
            "SELECT count(*) FROM exchange.slot WHERE state = 'delivered' AND round_id = ?", round),
        number("SELECT count(*) FROM exchange.announcement WHERE round_id = ?", round),
        number(
            "SELECT count(*) FROM exchange.v_departed d JOIN cases.v_person p ON p.id = d.person_id"
                + " WHERE p.left_on IS NOT NULL AND d.round_id = ?",
            round),
        number("SELECT count(*) FROM audit.v_entry WHERE subjects @> ARRAY[?]::uuid[]", round));
  }

  private long number(String sql, UUID round) {
    return sample.one(Long.class, sql, round);
  }

  /// Cuts `act` before each of its statements in turn until it comes through.
  ///
  /// @return how many times it was cut
  private int cutEverywhere(UUID round, Consumer<Database> act) {
    List<Long> before = state(round);
    for (int last = 0; last < 500; last++) {
      CutLine line = new CutLine(database.url(), database.superuser(), last);
      try {
        act.accept(Database.over(line));
      } catch (RuntimeException | AssertionError e) {
        assertThat(line.cut()).as("cut before statement %s: %s", last + 1, e).isTrue();
      }
      if (!line.cut()) {
        assertThat(state(round)).isNotEqualTo(before);
        return last;
      }
      assertThat(state(round)).as("cut before statement %s", last + 1).isEqualTo(before);
    }
    throw new AssertionError("it never came through");
  }

  @Test
  void agreeingWritesAllOrNothing() {
    RoundsSample.Drafted drafted = sample.drafted();
    send(drafted.round());
    sample.answerEqually(drafted.round());

    int cuts =
        cutEverywhere(
            drafted.round(),
            cut ->
                done(
                    new Rounds(cut, new AuditTrail(cut.jdbc()), TestVault.keys(cut))
                        .move(
                            RoundsSample.OFFICER,
                            id(drafted.round()),
                            RoundState.PROPOSED,
                            RoundState.AGREED,
                            null)));

    assertThat(cuts).isGreaterThan(5);
    assertThat(ledger(drafted.round())).contains("accepted");
  }

  @Test
  void executingWritesAllOrNothing() {
    RoundsSample.Drafted drafted = sample.in("preparing");

    cutEverywhere(
        drafted.round(),
        cut ->
            done(
                new Rounds(cut, new AuditTrail(cut.jdbc()), TestVault.keys(cut))
                    .move(
                        RoundsSample.OFFICER,
                        id(drafted.round()),
                        RoundState.PREPARING,
                        RoundState.EXECUTING,
                        null)));

    assertThat(sample.state("round", drafted.round())).isEqualTo("executing");
  }

  @Test
  void anOutcomeItsLedgerItsSlotsAndTheEndOfTheRoundAreWrittenTogether() {
    RoundsSample.Drafted drafted = sample.in("executing");
    done(
        handovers.save(
            RoundsSample.OFFICER, id(drafted.round()), sheets(drafted.round()), Map.of()));

    int cuts =
        cutEverywhere(
            drafted.round(),
            cut ->
                done(
                    new Handovers(cut, new AuditTrail(cut.jdbc()), vault)
                        .record(
                            RoundsSample.OFFICER,
                            id(drafted.round()),
                            protocol(),
                            new java.io.ByteArrayInputStream(SCAN))));

    assertThat(cuts).isGreaterThan(12);
    assertThat(sample.state("round", drafted.round())).isEqualTo("executed");
  }

  @Test
  void anAnnouncementMarksEverybodyWhoLeftOrNobody() {
    RoundsSample.Drafted drafted = sample.in("executed");

    cutEverywhere(
        drafted.round(),
        cut ->
            done(
                new Rounds(cut, new AuditTrail(cut.jdbc()), TestVault.keys(cut))
                    .announce(RoundsSample.OFFICER, id(drafted.round()), 80, null)));
  }

  @Test
  void aCorrectionTakesEffectWhollyOrNotAtAll() {
    RoundsSample.Drafted drafted = sample.in("executed");
    sample.announce(drafted.round());
    UUID outcome =
        sample.one(
            UUID.class, "SELECT id FROM exchange.outcome WHERE slot_id = ?", drafted.offer());
    done(
        new Corrections(desk, audit)
            .propose(
                RoundsSample.OFFICER,
                outcome,
                new Outcome.Wrong(
                    "Особа лишилася на місці", "−1 вибулий", "−1 выбывший", "−1 left")));
    Outcome.Correction open =
        java.util.Objects.requireNonNull(
            handovers.results(id(drafted.round()), 0, 1).getFirst().correction());

    cutEverywhere(
        drafted.round(),
        cut ->
            done(
                new Corrections(cut, new AuditTrail(cut.jdbc()))
                    .sign(RoundsSample.SECOND, open.id(), open.hash())));

    assertThat(count("delivery", "outcome_id", outcome)).isZero();
  }
}
