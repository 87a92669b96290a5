package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.cases.PersonId;
import svoi.consent.Scope;
import svoi.register.PublishedPerson;

/// Who may be offered, and why others may not (exchange invariants 2, 3, 7, 8; R17, R27, R28).
class OfferRulesIT extends InventedRounds {
  private String obstacles(UUID offered) {
    return sample.one(
        String.class,
        "SELECT array_to_string(obstacles, ',') FROM exchange.available_on(platform.today()) WHERE id = ?",
        offered);
  }

  private String pending(UUID offered) {
    return sample.one(
        String.class,
        "SELECT array_to_string(pending, ',') FROM exchange.available_on(platform.today()) WHERE id = ?",
        offered);
  }

  @Test
  void isAvailableAndReadyWhenNothingIsMissing() {
    UUID offered = sample.offered();

    assertThat(obstacles(offered)).isEmpty();
    assertThat(pending(offered)).isEmpty();
  }

  @Test
  void aConsentingPersonWhomNobodyRegisteredIsInTheListWithTheReason() {
    PersonId person = PublishedPerson.in(database).create().person();

    assertThat(
            sample.one(
                String.class,
                "SELECT array_to_string(obstacles, ',') FROM exchange.available_on(platform.today()) WHERE person_id = ?",
                person.value()))
        .isEqualTo("not-registered");
  }

  @Test
  void aNonPublicPersonIsTreatedAlike() {
    UUID hidden =
        sample.registered(
            PublishedPerson.in(database)
                .consenting(Scope.EXCHANGE)
                .notApproved()
                .create()
                .person());
    sample.examine(hidden);

    assertThat(obstacles(hidden)).isEmpty();
  }

  @Test
  void saysAllThatIsMissing() {
    UUID offered = sample.registered(PublishedPerson.in(database).create().person());

    assertThat(obstacles(offered)).isEqualTo("fear-not-asked,identity");
    assertThat(pending(offered))
        .isEqualTo("reconfirmation-14-days,reconfirmation-72-hours,instrument,fitness");
  }

  @Test
  void whoIsPublishedWithoutAConsentToExchangeIsNotAvailable() {
    UUID offered =
        sample.registered(
            PublishedPerson.in(database).consenting(Scope.TEXT).notApproved().create().person());

    assertThat(obstacles(offered)).contains("no-consent");
    assertThat(code(() -> sample.slot(sample.block(sample.round(), 1, 1), offered)))
        .isEqualTo("slot.not_available");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "unknown"})
  void aFearStopsUntilCounselsNote(String answer) {
    UUID offered = sample.offered();
    sample.fear(offered, answer);
    assertThat(obstacles(offered)).isEqualTo("fear");
    sample.run(
        """
        INSERT INTO exchange.fear_note (interview_id, offered_id, result, counsel_licence, evidence_sha256, noted_by)
        SELECT id, offered_id, 'may-go', 'ТЕСТ-1', sha256('note'), ? FROM exchange.fear_interview
        WHERE offered_id = ? AND answer = ?
        """,
        PublishedPerson.VERIFIER.id().value(),
        offered,
        answer);
    assertThat(obstacles(offered)).isEmpty();
  }

  @Test
  void aPersonNobodyAskedAboutAFearIsInNoSlot() {
    UUID offered = sample.registered(PublishedPerson.in(database).create().person());

    assertThat(code(() -> sample.slot(sample.block(sample.round(), 1, 1), offered)))
        .isEqualTo("slot.fear_not_asked");
  }

  @Test
  void aBarIsLiftedByTheBodyThatPlacedIt() {
    UUID offered = sample.offered();
    UUID bar = UUID.randomUUID();
    sample.run(
        "INSERT INTO exchange.bar (id, offered_id, ground, placed_by, agency) VALUES (?, ?, 'court-order', ?, ?)",
        bar,
        offered,
        RoundsSample.OFFICER.id().value(),
        RoundsSample.OFFICER.agency());
    String lift =
        "UPDATE exchange.bar SET lifted_by = ?, lifted_agency = ?, lifted_at = platform.now() WHERE id = ?";

    assertThat(obstacles(offered)).isEqualTo("barred");
    assertThat(
            code(
                () ->
                    sample.run(
                        lift, RoundsSample.SECOND.id().value(), RoundsSample.SECOND.agency(), bar)))
        .isEqualTo("bar-lifted-by-the-body-that-placed-it");
    sample.run(lift, RoundsSample.OFFICER.id().value(), RoundsSample.OFFICER.agency(), bar);
    assertThat(obstacles(offered)).isEmpty();
  }

  @Test
  void oneWhoIsNotFitToTravelWaits() {
    UUID offered = sample.offered();
    sample.fitness(offered, "not-fit");

    assertThat(obstacles(offered)).isEqualTo("not-fit");
  }

  @Test
  void aPrisonerOfWarIsAskedAndNeedsNoCourt() {
    UUID captive = sample.captive();
    assertThat(obstacles(captive)).startsWith("no-consent");
    sample.examine(captive);

    assertThat(obstacles(captive)).isEmpty();
    assertThat(pending(captive)).isEmpty();
  }

  @Test
  void aWishNeverStandsForAConsent() {
    UUID offered = sample.registered(PublishedPerson.in(database).create().person());

    assertThat(
            code(
                () ->
                    sample.run(
                        """
                        INSERT INTO exchange.wish (id, offered_id, kind, says, in_private, language, asked_by)
                        VALUES (gen_random_uuid(), ?, 'convicted', true, true, 'uk', ?)
                        """,
                        offered,
                        RoundsSample.OFFICER.id().value())))
        .isEqualTo("wish-never-stands-for-a-consent");
  }

  @Test
  void oneIdentityIsOnOneSideOnly() {
    sample.identify(sample.awaited(), "АА000001");

    assertThat(
            code(
                () ->
                    sample.identify(
                        sample.registered(PublishedPerson.in(database).create().person()),
                        "АА000001")))
        .isEqualTo("identity.known_already");
  }

  @Test
  void aMinorAtTheActIsNeverOffered() {
    PersonId minor = PublishedPerson.in(database).create().person();
    for (String sql :
        List.of(
            "ALTER TABLE cases.person DISABLE TRIGGER person_of_the_desk_stays_so",
            "UPDATE cases.person SET imported = true WHERE id = '%s'",
            "ALTER TABLE cases.person ENABLE TRIGGER person_of_the_desk_stays_so",
            "UPDATE cases.charge SET committed_from = '1997-01-01' WHERE person_id = '%s'")) {
      database.superuser().sql(sql.formatted(minor.value())).update();
    }

    assertThat(code(() -> sample.registered(minor))).isEqualTo("person.minor");
  }

  @ParameterizedTest
  @CsvSource({"art-84-1,''", "pardon,''", "art-201-1,legal.kind"})
  void anInstrumentFitsTheLegalStatus(String kind, String refused) {
    UUID convicted = sample.registered(PublishedPerson.in(database).create().person());

    assertThat(code(() -> sample.instrument(convicted, kind, "requested"))).isEqualTo(refused);
  }

  @Test
  void anInstrumentIsGrantedWithCourtNumberDayAndFile() {
    UUID offered = sample.registered(PublishedPerson.in(database).create().person());
    UUID instrument = sample.instrument(offered, "art-84-1", "filed");

    assertThat(
            code(
                () ->
                    sample.run(
                        "INSERT INTO exchange.instrument_event (instrument_id, state, recorded_by, agency) VALUES (?, 'granted', ?, ?)",
                        instrument,
                        RoundsSample.OFFICER.id().value(),
                        RoundsSample.OFFICER.agency())))
        .isEqualTo("legal.incomplete");
    assertThat(code(() -> sample.instrument(offered, "pardon", "requested")))
        .isEqualTo("legal.one_at_a_time");
  }

  @Test
  void thereIsNoColumnThatOverridesAConsentOrPutsAPriceOnAPerson() {
    assertThat(
            database
                .superuser()
                .sql(
                    "SELECT column_name FROM information_schema.columns WHERE table_schema = 'exchange'")
                .query(String.class)
                .list())
        .noneMatch(c -> c.matches(".*(overrid|price|worth|score|weight|priority|value).*"));
  }
}
