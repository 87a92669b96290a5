package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import svoi.exchange.needs.FamiliesToTell;

/// What happens at the line and after (scenarios 25, 26, 27, 29 of the research).
class HandoversIT extends RoundDesk {
  private FamiliesToTell families() {
    return new FamiliesToTell(desk.jdbc());
  }

  private RoundsSample.Drafted executing() {
    return sample.in("executing");
  }

  private void enter(UUID round, List<SheetLine> lines) {
    done(handovers.save(RoundsSample.OFFICER, id(round), lines, Map.of()));
  }

  private static void replace(List<SheetLine> lines, UUID slot, SheetLine by) {
    lines.replaceAll(line -> line.slot().value().equals(slot) ? by : line);
  }

  private static SheetLine line(
      UUID slot, SlotState result, SheetLine.@Nullable Word word, @Nullable UUID instead) {
    boolean came = result != SlotState.NOT_DELIVERED;
    return new SheetLine(
        new SlotId(slot),
        result,
        came ? new SheetLine.Checks("checked", "declined", "done") : null,
        word,
        instead == null ? null : new AwaitedId(instead),
        0);
  }

  private @Nullable LocalDate left(UUID offered) {
    return desk.jdbc()
        .sql(
            """
            SELECT p.left_on FROM cases.v_person p JOIN exchange.offered o ON o.person_id = p.id WHERE o.id = ?
            """)
        .param(offered)
        .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }

  @Test
  void everybodyCrossesAndTheRoundIsExecuted() throws Exception {
    RoundsSample.Drafted drafted = executing();
    enter(drafted.round(), sheets(drafted.round()));

    done(record(drafted.round()));

    assertThat(sample.state("round", drafted.round())).isEqualTo("executed");
    assertThat(sample.state("awaited", drafted.awaited().getFirst())).isEqualTo("returned");
    assertThat(count("sheet_line", "round_id", drafted.round())).isZero();
    assertThat(families().of(id(drafted.round()), RoundsSample.OFFICER, 10))
        .hasSize(2)
        .allSatisfy(family -> assertThat(family.home()).isTrue());
    try (InputStream scan =
        handovers.protocol(RoundsSample.OFFICER, id(drafted.round())).orElseThrow().content()) {
      assertThat(scan.readAllBytes()).isEqualTo(SCAN);
    }
  }

  @Test
  void nothingFollowsFromSheetsUntilAllAreTypedIn() {
    RoundsSample.Drafted drafted = executing();
    enter(drafted.round(), sheets(drafted.round()).subList(0, 2));

    assertThat(record(drafted.round())).isEqualTo(Moved.Refused.by("round.undecided", "1"));
    assertThat(count("outcome", "round_id", drafted.round())).isZero();
  }

  @Test
  void twoWhoTypeOneSheetDoNotOverwriteEachOther() {
    RoundsSample.Drafted drafted = executing();
    List<SheetLine> lines = sheets(drafted.round());
    enter(drafted.round(), lines);

    assertThat(handovers.save(RoundsSample.SECOND, id(drafted.round()), lines, Map.of()))
        .isEqualTo(new Moved.Stale());
  }

  @Test
  void aLineIsTakenBackAsLongAsNothingFollowed() {
    RoundsSample.Drafted drafted = executing();
    List<SheetLine> lines = sheets(drafted.round());
    enter(drafted.round(), lines);

    done(
        handovers.save(
            RoundsSample.OFFICER,
            id(drafted.round()),
            List.of(),
            Map.of(lines.getFirst().slot(), 1)));

    assertThat(handovers.progress(id(drafted.round())).typed()).isEqualTo(2);
  }

  @Test
  void scenario25ANoAtThePointHasNoPriceAndReversesTheInstrument() {
    RoundsSample.Drafted drafted = executing();
    List<SheetLine> lines = sheets(drafted.round());
    replace(
        lines,
        drafted.offer(),
        line(drafted.offer(), SlotState.REFUSED_AT_POINT, new SheetLine.Word(false, "icrc"), null));
    enter(drafted.round(), lines);

    done(record(drafted.round()));

    assertThat(sample.state("slot", drafted.offer())).isEqualTo("refused-at-point");
    assertThat(sample.state("round", drafted.round())).isEqualTo("partial");
    assertThat(
            sample.one(
                String.class,
                "SELECT state FROM exchange.legal_instrument WHERE offered_id = ?",
                drafted.offered()))
        .isEqualTo("reversed");
    assertThat(code(() -> sample.slot(sample.block(sample.round(), 1, 1), drafted.offered())))
        .isEmpty();
    done(rounds.announce(RoundsSample.OFFICER, id(drafted.round()), 77, null));
    assertThat(left(drafted.offered())).isNull();
  }

  @Test
  void aNoIsNoDelivery() {
    RoundsSample.Drafted drafted = executing();
    List<SheetLine> wrong =
        List.of(
            line(drafted.offer(), SlotState.DELIVERED, new SheetLine.Word(false, "icrc"), null));

    assertThat(codes(handovers.save(RoundsSample.OFFICER, id(drafted.round()), wrong, Map.of())))
        .containsExactly("r29-sheet-line-follows-the-word");
  }

  @Test
  void scenario26WhoWasBroughtInsteadIsHomeAndThePromiseIsBroken() {
    RoundsSample.Drafted drafted = executing();
    UUID agreed = drafted.awaited().getFirst();
    UUID brought = sample.awaited();
    UUID slot = drafted.needs().getFirst();
    List<SheetLine> lines = sheets(drafted.round());
    replace(lines, slot, line(slot, SlotState.SUBSTITUTED, null, brought));
    enter(drafted.round(), lines);

    done(record(drafted.round()));

    assertThat(sample.state("slot", slot)).isEqualTo("substituted");
    assertThat(sample.state("awaited", brought)).isEqualTo("returned");
    assertThat(sample.state("awaited", agreed)).isEqualTo("confirmed");
    assertThat(ledger(drafted.round())).contains("broken", "substituted", "delivered");
    assertThat(families().of(id(drafted.round()), RoundsSample.OFFICER, 10))
        .anySatisfy(
            family -> {
              assertThat(family.person().value()).isEqualTo(agreed);
              assertThat(family.home()).isFalse();
            });
  }

  @Test
  void scenario27APartialRoundFreesWhoDidNotComeAndTheirFamiliesWaitBeforeAnythingIsPublic() {
    RoundsSample.Drafted drafted = executing();
    UUID slot = drafted.needs().getFirst();
    List<SheetLine> lines = sheets(drafted.round());
    replace(lines, slot, line(slot, SlotState.NOT_DELIVERED, null, null));
    enter(drafted.round(), lines);

    done(record(drafted.round()));

    assertThat(sample.state("round", drafted.round())).isEqualTo("partial");
    assertThat(rounds.find(id(drafted.round())).orElseThrow().returned()).isEqualTo(1);
    UUID again = drafted.awaited().getFirst();
    assertThat(sample.state("awaited", again)).isEqualTo("confirmed");
    assertThat(code(() -> sample.slot(sample.block(sample.round(), 1, 1), again))).isEmpty();
    assertThat(rounds.find(id(drafted.round())).orElseThrow().announced()).isNull();
    assertThat(families().of(id(drafted.round()), RoundsSample.OFFICER, 10))
        .extracting(family -> family.person().value())
        .contains(again);
    assertThat(families().count(id(drafted.round()), 10)).isEqualTo(2);
  }

  @Test
  void aHandoverAtWhichNobodyCrossedEndsTheRoundWithAReason() {
    RoundsSample.Drafted drafted = executing();
    List<SheetLine> lines = sheets(drafted.round());
    lines.replaceAll(line -> line(line.slot().value(), SlotState.NOT_DELIVERED, null, null));
    enter(drafted.round(), lines);

    assertThat(codes(record(drafted.round()))).containsExactly("handover.reason_missing");
    Protocol none =
        new Protocol(
            "8", sample.today(), protocol().from(), protocol().until(), "withdrawn-by-them");
    done(
        handovers.record(
            RoundsSample.OFFICER, id(drafted.round()), none, new ByteArrayInputStream(SCAN)));

    assertThat(sample.state("round", drafted.round())).isEqualTo("aborted");
    assertThat(ledger(drafted.round())).containsOnly("broken");
  }

  @Test
  void whoLeftIsMarkedForAllAtOnceByTheAnnouncementAndNotBefore() {
    RoundsSample.Drafted drafted = executing();
    enter(drafted.round(), sheets(drafted.round()));
    done(record(drafted.round()));
    assertThat(left(drafted.offered())).isNull();

    done(rounds.announce(RoundsSample.OFFICER, id(drafted.round()), 78, "Умовна держава"));

    assertThat(left(drafted.offered())).isEqualTo(sample.today());
    Round.Announced announced =
        Objects.requireNonNull(rounds.find(id(drafted.round())).orElseThrow().announced());
    assertThat(announced.exchangeNo()).isEqualTo(78);
    assertThat(announced.mediator()).isEqualTo("Умовна держава");
  }

  @Test
  void aRoundThatHasNotEndedIsNotAnnounced() {
    assertThat(codes(rounds.announce(RoundsSample.OFFICER, id(executing().round()), null, null)))
        .containsExactly("round.not_ended");
  }

  @Test
  void scenario29AnOutcomeIsCorrectedByTwoAgenciesAndYesterdayStaysAsItWas() {
    RoundsSample.Drafted drafted = executing();
    enter(drafted.round(), sheets(drafted.round()));
    done(record(drafted.round()));
    done(rounds.announce(RoundsSample.OFFICER, id(drafted.round()), 79, null));
    long before = returned("platform.now()");
    database.moveClock(Duration.ofDays(1));
    Corrections corrections = new Corrections(desk, audit);
    Outcome wrong =
        handovers.results(id(drafted.round()), 0, 10).stream()
            .filter(outcome -> outcome.side() == Side.AWAITED)
            .findFirst()
            .orElseThrow();

    done(
        corrections.propose(
            RoundsSample.OFFICER,
            wrong.id(),
            new Outcome.Wrong(
                "Одну особу записано двічі", "−1: повтор", "−1: повтор", "−1: duplicate")));
    Outcome.Correction open = correctionOf(drafted.round());
    assertThat(open.inEffect()).isNull();
    assertThat(returned("platform.now()")).isEqualTo(before);
    assertThat(codes(corrections.sign(RoundsSample.SAME_AGENCY, open.id(), open.hash())))
        .containsExactly("signature.same_agency");
    done(corrections.sign(RoundsSample.SECOND, open.id(), open.hash()));

    assertThat(correctionOf(drafted.round()).inEffect()).isNotNull();
    assertThat(returned("platform.now()")).isEqualTo(before - 1);
    assertThat(returned("platform.now() - interval '1 day'")).isEqualTo(before);
    assertThat(
            sample.one(
                Integer.class,
                "SELECT count(*) FROM exchange.v_public_correction WHERE public_en = '−1: duplicate' AND round_id = ?",
                drafted.round()))
        .isEqualTo(1);
  }

  @Test
  void aCorrectedDepartureIsTakenBackInTheFile() {
    RoundsSample.Drafted drafted = executing();
    enter(drafted.round(), sheets(drafted.round()));
    done(record(drafted.round()));
    done(rounds.announce(RoundsSample.OFFICER, id(drafted.round()), null, null));
    Corrections corrections = new Corrections(desk, audit);
    UUID outcome =
        sample.one(
            UUID.class, "SELECT id FROM exchange.outcome WHERE slot_id = ?", drafted.offer());
    done(
        corrections.propose(
            RoundsSample.OFFICER,
            outcome,
            new Outcome.Wrong(
                "Особа залишилася на місці", "−1 вибулий", "−1 выбывший", "−1 departed")));
    Outcome.Correction open = correctionOf(drafted.round());

    done(corrections.sign(RoundsSample.SECOND, open.id(), open.hash()));

    assertThat(left(drafted.offered())).isNull();
  }

  private Outcome.Correction correctionOf(UUID round) {
    return Objects.requireNonNull(handovers.results(id(round), 0, 1).getFirst().correction());
  }

  private long returned(String moment) {
    return sample.one(
        Long.class, "SELECT returned FROM exchange.public_totals(" + moment + ") WHERE demo");
  }
}
