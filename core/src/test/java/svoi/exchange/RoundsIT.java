package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;

/// Rounds through the desk's services (scenarios 6, 7, 16, 17, 19, 21-24, 27 of the research).
class RoundsIT extends RoundDesk {
  private static final RoundTerms TERMS =
      new RoundTerms("Умовна рамка", null, null, "Умовний посередник", null);

  private RoundId opened() {
    RoundId id = new RoundId(UUID.randomUUID());
    rounds.open(RoundsSample.OFFICER, id, TERMS);
    return id;
  }

  private UUID blockOf(RoundId round) {
    done(blocks.add(RoundsSample.OFFICER, round, new Block.Terms(1, 2, null, null, null)));
    return blocks.of(round).getFirst().id();
  }

  private PersonId personOf(UUID offered) {
    return new PersonId(
        sample.one(UUID.class, "SELECT person_id FROM exchange.offered WHERE id = ?", offered));
  }

  @Test
  void aRoundIsOpenedOnceHoweverOftenTheFormIsSent() {
    RoundId id = opened();
    rounds.open(RoundsSample.OFFICER, id, TERMS);

    Round round = rounds.find(id).orElseThrow();
    assertThat(round.state()).isEqualTo(RoundState.DRAFT);
    assertThat(round.mediator()).isEqualTo("Умовний посередник");
    assertThat(rounds.list(RoundState.DRAFT, Integer.MAX_VALUE, 1)).contains(round);
    assertThat(rounds.steps(id)).extracting(Rounds.Step::what).containsExactly("round.draft");
  }

  @Test
  void scenario6AWithdrawalDropsTheSlotAndSendsTheRoundBackWithATask() {
    RoundsSample.Drafted drafted = sample.in("agreed");

    new Consents(desk, audit, List.of(new LostSlots(desk.jdbc())))
        .withdraw(personOf(drafted.offered()), Set.of(Scope.EXCHANGE), "counsel", "test");

    assertThat(sample.state("slot", drafted.offer())).isEqualTo("dropped");
    assertThat(rounds.find(id(drafted.round())).orElseThrow().state())
        .isEqualTo(RoundState.COUNTER_PROPOSED);
    assertThat(new RoundQueue(desk.jdbc()).dropped())
        .extracting(w -> w.round().value())
        .contains(drafted.round());
  }

  @Test
  void scenario7AConsentThatEndsByItselfDoesTheSame() {
    RoundsSample.Drafted drafted = sample.in("agreed");
    database.moveClock(Duration.ofDays(200));

    new LostSlots(desk.jdbc()).dropAll();

    assertThat(sample.state("slot", drafted.offer())).isEqualTo("dropped");
    assertThat(sample.state("round", drafted.round())).isEqualTo("counter-proposed");
  }

  @Test
  void scenario16OfTwoOfficersWhoAddOnePersonAtOnceExactlyOneSucceeds() throws Exception {
    RoundId here = opened();
    RoundId there = opened();
    UUID first = blockOf(here);
    UUID second = blockOf(there);
    try (ExecutorService officers = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 50; i++) {
        UUID person = sample.awaited();
        Callable<Moved> one =
            () -> slots.add(RoundsSample.OFFICER, here, first, List.of(person), false);
        Callable<Moved> other =
            () -> slots.add(RoundsSample.SECOND, there, second, List.of(person), false);
        List<Future<Moved>> both = officers.invokeAll(List.of(one, other));
        List<Moved> came = List.of(both.get(0).get(), both.get(1).get());

        assertThat(came)
            .containsExactlyInAnyOrder(
                new Moved.Done(), Moved.Refused.by("slot.person_reserved", ShortCode.of(person)));
      }
    }
  }

  @Test
  void scenario17AnAgreementKeepsTheRatioAndNamesTheBlock() {
    RoundsSample.Drafted drafted = sample.drafted();
    sample.slot(drafted.block(), sample.awaited());
    sample.propose(drafted.round());
    sample.answerEqually(drafted.round());

    assertThat(move(drafted.round(), RoundState.AGREED))
        .isEqualTo(Moved.Refused.by("round.ratio", "1"));
  }

  @Test
  void scenario19AnInseparableFamilyIsWholeOrTheRefusalNamesACodeAndNoName() {
    RoundsSample.Drafted drafted = sample.drafted();
    UUID brother = sample.awaited();
    UUID group = UUID.randomUUID();
    sample.run(
        "INSERT INTO exchange.family_group (id, inseparable, entered_by) VALUES (?, true, ?)",
        group,
        RoundsSample.OFFICER.id().value());
    sample.run(
        "UPDATE exchange.awaited SET family_group_id = ? WHERE id IN (?, ?)",
        group,
        brother,
        drafted.awaited().getFirst());
    Block block = blocks.of(id(drafted.round())).getFirst();
    assertThat(
            slots.candidates(
                rounds.find(id(drafted.round())).orElseThrow(),
                block,
                new Candidate.Wanted(Side.AWAITED, "Вигад", false, null),
                500))
        .filteredOn(c -> c.id().equals(brother))
        .singleElement()
        .satisfies(c -> assertThat(c.family()).isZero());
    sample.propose(drafted.round());
    sample.answerEqually(drafted.round());

    assertThat(move(drafted.round(), RoundState.AGREED))
        .isEqualTo(Moved.Refused.by("round.family_split", ShortCode.of(brother)));
  }

  @Test
  void scenario21AgreesOnlyOnEqualLists() {
    RoundsSample.Drafted drafted = sample.in("proposed");
    UUID other = sample.theirs(drafted.round());
    sample.run("UPDATE exchange.list SET state = 'received' WHERE id = ?", other);

    assertThat(codes(move(drafted.round(), RoundState.AGREED)))
        .containsExactly("round.lists_differ");
    sample.answerEqually(drafted.round());
    done(move(drafted.round(), RoundState.AGREED));
  }

  @Test
  void scenario22AStaleSavingChangesNothing() {
    RoundId id = opened();
    int version = rounds.find(id).orElseThrow().version();
    RoundTerms other = new RoundTerms("Інша рамка", "Угода", 1, null, sample.today());
    done(rounds.save(RoundsSample.OFFICER, id, version, other));

    assertThat(rounds.save(RoundsSample.SECOND, id, version, TERMS)).isEqualTo(new Moved.Stale());
    assertThat(rounds.find(id).orElseThrow().framework()).isEqualTo("Інша рамка");
    assertThat(rounds.find(id).orElseThrow().agreement()).isEqualTo("Угода");
  }

  @Test
  void scenario23NobodyIsMovedWhileOneRulingIsMissing() {
    RoundsSample.Drafted drafted = sample.in("preparing");
    UUID instrument =
        sample.one(
            UUID.class,
            "SELECT id FROM exchange.legal_instrument WHERE offered_id = ?",
            drafted.offered());
    sample.run(
        "INSERT INTO exchange.instrument_event (instrument_id, state, recorded_by, agency) VALUES (?, 'reversed', ?, ?)",
        instrument,
        RoundsSample.OFFICER.id().value(),
        RoundsSample.OFFICER.agency());

    assertThat(move(drafted.round(), RoundState.EXECUTING))
        .isEqualTo(Moved.Refused.by("legal.instrument_missing", ShortCode.of(drafted.offer())));
    assertThat(sample.state("round", drafted.round())).isEqualTo("preparing");
  }

  @Test
  void scenario24ADayAfterTheConsentEndsTakesTheSlotOutOfReadyAtOnceWithATask() {
    RoundsSample.Drafted drafted = sample.in("preparing");
    Readiness readiness = new Readiness(desk.jdbc());
    assertThat(readiness.tally(id(drafted.round())).open()).isZero();
    Round round = rounds.find(id(drafted.round())).orElseThrow();
    RoundTerms later =
        new RoundTerms(round.framework(), null, null, null, sample.today().plusDays(200));

    done(rounds.save(RoundsSample.OFFICER, round.id(), round.version(), later));

    BoardSlot slot =
        readiness
            .board(round.id(), new BoardSlot.Wanted(null, null, Condition.IN_FORCE, true), 0, 10)
            .getFirst();
    assertThat(slot.id().value()).isEqualTo(drafted.offer());
    assertThat(slot.missing()).contains(Condition.IN_FORCE, Condition.WORD_72);
    database.moveClock(Duration.ofDays(195));
    assertThat(new RoundQueue(desk.jdbc()).notReady())
        .extracting(w -> w.round().value())
        .contains(drafted.round());
  }

  @Test
  void takesAsManyAsAreFreeLongestWaitingFirst() {
    RoundId id = opened();
    UUID block = blockOf(id);
    sample.awaited();
    Round round = rounds.find(id).orElseThrow();

    Slots.First first =
        slots.addFirst(RoundsSample.OFFICER, round, blocks.of(id).getFirst(), Side.AWAITED, 1);

    done(first.moved());
    UUID oldest =
        sample.one(
            UUID.class, "SELECT participant_id FROM exchange.slot WHERE block_id = ?", block);
    assertThat(
            sample.one(
                Integer.class,
                """
                SELECT count(*) FROM exchange.v_need n, exchange.awaited a
                WHERE a.id = ? AND n.round_id IS NULL AND n.state = 'confirmed' AND n.held_since < a.held_since
                """,
                oldest))
        .isZero();
  }

  @Test
  void whereARoundWillCrossIsSealedAndItsReadingLogged() {
    RoundId id = opened();
    int version = rounds.find(id).orElseThrow().version();

    done(rounds.setPlace(RoundsSample.OFFICER, id, version, "умовне місце"));

    assertThat(rounds.place(RoundsSample.OFFICER, id)).contains("умовне місце");
    assertThat(
            sample.one(
                String.class,
                "SELECT encode(place_sealed, 'escape') FROM exchange.round WHERE id = ?",
                id.value()))
        .doesNotContain("умовне");
    assertThat(
            sample.one(
                Integer.class,
                "SELECT count(*) FROM audit.v_entry WHERE action = 'exchange.place-read' AND subjects @> ARRAY[?]::uuid[]",
                id.value()))
        .isEqualTo(1);
  }

  @Test
  void anAbortedRoundFreesItsPeople() {
    RoundsSample.Drafted drafted = sample.in("agreed");

    assertThat(
            codes(
                rounds.move(
                    RoundsSample.OFFICER,
                    id(drafted.round()),
                    RoundState.AGREED,
                    RoundState.ABORTED,
                    null)))
        .containsExactly("round-abort-has-a-reason");
    done(move(drafted.round(), RoundState.ABORTED));

    assertThat(sample.state("slot", drafted.offer())).isEqualTo("dropped");
  }
}
