package svoi.exchange.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.cases.PersonId;
import svoi.exchange.InstrumentState;
import svoi.exchange.OfferedId;
import svoi.exchange.PeopleSample;
import svoi.platform.Kyiv;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;

/// What is recorded, checked and asked before somebody is offered (R27, R28).
class OfferServicesIT extends InventedOffers {
  private static final LocalDate BORN = LocalDate.of(1990, 1, 2);

  private Offers offers;
  private Examinations examinations;
  private Instruments instruments;
  private Fears fears;
  private Captives captives;

  @BeforeAll
  void open() {
    offers = new Offers(desk, audit, keys, vault);
    examinations = new Examinations(desk, audit, keys, vault);
    instruments = new Instruments(desk, audit, vault);
    fears = new Fears(desk, audit, vault);
    captives = new Captives(desk, audit, keys);
  }

  private OfferedId convicted() {
    return new OfferedId(sample.registered(PublishedPerson.in(database).create().person()));
  }

  private OfferFile file(OfferedId id) {
    return offers.find(id, today(), OFFICER).orElseThrow();
  }

  @Test
  void recordingTwiceRecordsOnce() {
    PersonId person = PublishedPerson.in(database).create().person();

    Noted first = offers.register(person, OFFICER);
    Noted second = offers.register(person, PeopleSample.SECOND);

    assertThat(second).isEqualTo(first);
    assertThat(offers.of(person)).isPresent();
  }

  @Test
  void aPersonsPageTellsTheReasonsAndThePastButNeverWhatWasSaidOfAFear() {
    OfferedId id = convicted();
    fears.ask(id, "yes", true, "uk", PublishedPerson.VERIFIER);

    OfferFile file = file(id);

    assertThat(file.fear()).isEqualTo(OfferFile.FearState.OPEN);
    assertThat(file.standing().obstacles()).contains(Reason.FEAR);
    assertThat(file.history()).extracting(OfferFile.Past::what).contains("entered", "fear-asked");
    assertThatThrownBy(() -> fears.interviews(id, OFFICER)).isInstanceOf(Forbidden.class);
  }

  @Test
  void identityIsOfTwoDocumentsAndStandsOnceWhateverTheSpellingOfTheNumber() {
    OfferedId one = convicted();
    OfferedId other = convicted();
    List<String> documents = List.of("passport", "fingerprints");

    assertThat(refused(examinations.identify(one, List.of("passport"), "passport", "АА1", OFFICER)))
        .isEqualTo("identity-check-of-two-documents");
    assertThat(examinations.identify(one, documents, "passport", "АА 123-456", OFFICER))
        .isInstanceOf(Noted.Done.class);
    assertThat(refused(examinations.identify(other, documents, "passport", "aa123456", OFFICER)))
        .isEqualTo("identity.known_already");
    assertThat(file(one).identity().orElseThrow().documents()).containsExactlyElementsOf(documents);
  }

  @Test
  void noColumnHoldsTheNumberOfADocument() {
    OfferedId id = convicted();
    examinations.identify(id, List.of("id-card", "dna"), "id-card", "987654321", OFFICER);

    assertThat(
            sample.one(
                String.class,
                "SELECT to_jsonb(i)::text FROM exchange.identity_check i WHERE participant_id = ?",
                id.value()))
        .doesNotContain("987654321");
  }

  @Test
  void fitnessCountsThirtyDaysAtMostAndIsNeverOfTheFuture() {
    OfferedId id = convicted();
    LocalDate today = today();

    assertThat(refused(examined(id, today, today.plusDays(31))))
        .isEqualTo("fitness-valid-at-most-30-days");
    assertThat(refused(examined(id, today.plusDays(1), today.plusDays(2))))
        .isEqualTo("fitness-is-not-in-the-future");
    assertThat(examined(id, today, today.plusDays(30))).isInstanceOf(Noted.Done.class);
    assertThat(file(id).fitness()).isPresent();
  }

  private Noted examined(OfferedId id, LocalDate on, LocalDate until) {
    return examinations.examine(
        id, new Examinations.Fitness("fit", on, until, "prison-doctor"), scan(), OFFICER);
  }

  @Test
  void aCaptiveIsAskedAloneAndTheLastWordCounts() {
    OfferedId id = new OfferedId(sample.captive());

    assertThat(refused(examinations.ask(id, true, false, "ru", OFFICER)))
        .isEqualTo("wish-is-asked-in-private");
    examinations.ask(id, true, true, "ru", OFFICER);
    assertThat(file(id).standing().obstacles()).doesNotContain(Reason.NO_CONSENT);
    examinations.ask(id, false, true, "ru", OFFICER);
    assertThat(file(id).standing().obstacles()).contains(Reason.NO_CONSENT);
  }

  @Test
  void aBarIsLiftedByTheBodyThatPlacedIt() {
    OfferedId id = convicted();
    examinations.bar(id, "investigation", OFFICER);
    UUID bar = file(id).bars().getFirst().id();

    assertThat(refused(examinations.lift(id, bar, PeopleSample.SECOND)))
        .isEqualTo("bar-lifted-by-the-body-that-placed-it");
    assertThat(examinations.lift(id, bar, PeopleSample.SAME_AGENCY)).isInstanceOf(Noted.Done.class);
    assertThat(file(id).bars()).isEmpty();
  }

  @Test
  void aFearStandsUntilCounselsNoteWhichNeedsItsPaper() {
    OfferedId id = convicted();
    fears.ask(id, "unknown", true, "uk", PublishedPerson.VERIFIER);
    UUID interview = fears.interviews(id, PublishedPerson.VERIFIER).getFirst().id();

    assertThat(fears.queue(PublishedPerson.VERIFIER)).anyMatch(asked -> asked.id().equals(id));
    assertThat(refused(note(id, interview, null))).isEqualTo("evidence.missing");
    assertThat(
            refused(
                note(
                    id,
                    interview,
                    new ByteArrayInputStream("GIF89a12".getBytes(StandardCharsets.US_ASCII)))))
        .isEqualTo("evidence.not_a_scan");
    assertThat(note(id, interview, scan())).isInstanceOf(Noted.Done.class);
    assertThat(file(id).fear()).isEqualTo(OfferFile.FearState.SETTLED);
    assertThat(fears.open(id, interview, PublishedPerson.VERIFIER)).isPresent();
    assertThat(fears.queue(PublishedPerson.VERIFIER)).noneMatch(asked -> asked.id().equals(id));
  }

  private Noted note(OfferedId id, UUID interview, @Nullable InputStream paper) {
    return fears.note(id, interview, "may-go", "ТЕСТ-1", paper, PublishedPerson.VERIFIER);
  }

  @Test
  void aFearIsAskedAloneAndByWhoIsEntitled() {
    OfferedId id = convicted();

    assertThat(refused(fears.ask(id, "no", false, "uk", PublishedPerson.VERIFIER)))
        .isEqualTo("r28-fear-is-asked-in-private");
    assertThatThrownBy(() -> fears.ask(id, "no", true, "uk", OFFICER))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void anInstrumentGoesItsWayWithCourtNumberDayAndFile() throws IOException {
    OfferedId id = convicted();
    UUID instrument = ((Noted.Done) instruments.request(id, "art-84-1", OFFICER)).id();

    assertThat(step(id, instrument, InstrumentState.REQUESTED, InstrumentState.FILED, null))
        .isInstanceOf(Noted.Done.class);
    assertThat(refused(step(id, instrument, InstrumentState.FILED, InstrumentState.GRANTED, null)))
        .isEqualTo("legal.incomplete");
    assertThat(step(id, instrument, InstrumentState.FILED, InstrumentState.GRANTED, scan()))
        .isInstanceOf(Noted.Done.class);
    assertThat(step(id, instrument, InstrumentState.FILED, InstrumentState.GRANTED, scan()))
        .isInstanceOf(Noted.Stale.class);
    assertThat(step(id, instrument, InstrumentState.GRANTED, InstrumentState.IN_FORCE, null))
        .isInstanceOf(Noted.Done.class);

    assertThat(file(id).standing().pending()).doesNotContain(Reason.INSTRUMENT);
    try (InputStream ruling = instruments.open(id, instrument, OFFICER).orElseThrow().content()) {
      assertThat(new String(ruling.readAllBytes(), StandardCharsets.UTF_8)).startsWith("%PDF-");
    }
  }

  private Noted step(
      OfferedId id,
      UUID instrument,
      InstrumentState seen,
      InstrumentState next,
      @Nullable InputStream ruling) {
    boolean granted = next == InstrumentState.GRANTED;
    return instruments.step(
        id,
        instrument,
        seen,
        new Instruments.Entry(
            next,
            granted ? "Умовний районний суд" : null,
            granted ? "1-1/26" : null,
            granted ? today() : null,
            next == InstrumentState.IN_FORCE ? today() : null),
        ruling,
        OFFICER);
  }

  @Test
  void anInstrumentThatDoesNotFitOrASecondOneIsRefused() {
    OfferedId id = convicted();

    assertThat(refused(instruments.request(id, "art-201-1", OFFICER))).isEqualTo("legal.kind");
    instruments.request(id, "pardon", OFFICER);
    assertThat(refused(instruments.request(id, "art-84-1", OFFICER)))
        .isEqualTo("legal.one_at_a_time");
    assertThat(file(id).allowed()).containsExactlyInAnyOrder("art-84-1", "pardon");
  }

  @Test
  void anInstrumentWaitsWithALastDayAndIsOverdueAfterIt() {
    OfferedId id = convicted();
    instruments.request(id, "art-84-1", OFFICER);
    LocalDate due = due(id);
    database.moveClock(Duration.ofDays(11));

    assertThat(due).isEqualTo(LocalDate.now(Kyiv.ZONE).plusDays(10));
    assertThat(due(id)).isBefore(today());
  }

  private LocalDate due(OfferedId id) {
    return instruments.waiting(OFFICER).stream()
        .filter(waiting -> waiting.offered().equals(id))
        .findFirst()
        .orElseThrow()
        .due();
  }

  @Test
  void thatAnInstrumentWasUsedIsSaidByAnOutcomeOnly() {
    OfferedId id = convicted();
    sample.instrument(id.value(), "art-84-1", "in-force");
    Instrument instrument = file(id).liveInstrument().orElseThrow();

    assertThat(instrument.next()).doesNotContain(InstrumentState.USED);
    assertThat(
            refused(
                step(id, instrument.id(), InstrumentState.IN_FORCE, InstrumentState.USED, null)))
        .isEqualTo("instrument-used-only-by-crossing");
  }

  @Test
  void aCaptiveIsEnteredOnceAndHisServiceIsSealed() {
    OfferedId id = new OfferedId(UUID.randomUUID());
    Captive captive = captive("Вигаданський", BORN);

    captives.enter(id, captive, today(), OFFICER);
    captives.enter(id, captive, today(), OFFICER);

    assertThat(captives.find(id, OFFICER).orElseThrow().captive()).isEqualTo(captive);
    assertThat(
            sample.one(
                String.class,
                "SELECT encode(service_sealed, 'escape') FROM exchange.offered_captive WHERE offered_id = ?",
                id.value()))
        .doesNotContain("рядовий");
  }

  @Test
  void theSecondOfTwoOfficersDoesNotOverwriteACaptive() {
    OfferedId id = new OfferedId(UUID.randomUUID());
    captives.enter(id, captive("Перший", BORN), today(), OFFICER);

    assertThat(captives.save(id, 0, captive("Другий", BORN), today(), OFFICER))
        .isInstanceOf(Noted.Done.class);
    assertThat(captives.save(id, 0, captive("Третій", BORN), today(), OFFICER))
        .isInstanceOf(Noted.Stale.class);
  }

  @Test
  void aCaptiveTakenAsAMinorIsRefusedAtTheField() {
    Noted noted =
        captives.enter(
            new OfferedId(UUID.randomUUID()),
            captive("Юненко", today().minusDays(200).minusYears(18).plusDays(1)),
            today(),
            OFFICER);

    assertThat(refused(noted)).isEqualTo("person.minor");
  }
}
