package svoi.exchange.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import svoi.cases.CaseFile;
import svoi.cases.Cases;
import svoi.cases.PersonId;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;
import svoi.exchange.PeopleSample;
import svoi.exchange.RoundsSample;
import svoi.register.Publication;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;

/// Who is available on a day, and the reason for each who is not (R17, R27; scenario 24).
class AvailabilityIT extends InventedOffers {
  private UUID ready() {
    return sample.offered();
  }

  private UUID registered() {
    return sample.registered(PublishedPerson.in(database).create().person());
  }

  private List<Reason> obstacles(UUID offered) {
    return standing(offered, today()).obstacles();
  }

  @Test
  void nothingStandsBetweenOneWhoIsReady() {
    assertThat(standing(ready(), today()))
        .isEqualTo(new Availability.Standing(true, true, List.of(), List.of()));
  }

  /// Scenario 24, as far as availability goes.
  @Test
  void aHandoverThatMovesBehindTheLastDayOfAConsentFindsThePersonNotAvailable() {
    UUID offered = ready();
    LocalDate last =
        sample.one(
            LocalDate.class, "SELECT willing_until FROM exchange.v_offer WHERE id = ?", offered);

    assertThat(standing(offered, last).available()).isTrue();
    assertThat(standing(offered, last.plusDays(2)).obstacles())
        .containsExactly(Reason.CONSENT_ENDS_BEFORE);
  }

  @Test
  void allAtOnceAreJudgedAsEachAlone() {
    ready();
    registered();
    sample.captive();
    PersonId freed = PublishedPerson.in(database).create().person();
    sample.instrument(sample.registered(freed), "art-84-1", "in-force");
    new Cases(desk, audit).record(freed, new CaseFile.Event("quashed", today()), "test");

    assertThat(
            count(
                "exchange.available_on(platform.today()) a JOIN exchange.v_offer o ON o.id = a.id",
                ""))
        .isGreaterThan(3);
    assertThat(
            count(
                "exchange.available_on(platform.today()) a JOIN exchange.v_offer o ON o.id = a.id",
                """
                WHERE ('instrument' = ANY (a.pending)) = (o.instrument_fits
                    AND coalesce(o.in_force_from <= platform.today(), o.instrument_kind IS NULL))
                  OR ('reconfirmation-72-hours' = ANY (a.pending))
                   = coalesce(o.reconfirmed_at >= exchange.latest_private_word(platform.today()), false)
                """))
        .isZero();
    assertThat(
            count(
                """
                (SELECT person_id FROM cases.v_proceeding WHERE in_force) one
                FULL JOIN (SELECT person_id FROM cases.v_convicted) other USING (person_id)
                """,
                "WHERE one.person_id IS NULL OR other.person_id IS NULL"))
        .isZero();
  }

  private int count(String from, String where) {
    return sample.one(Integer.class, "SELECT count(*) FROM " + from + " " + where);
  }

  @Test
  void aConsentThatEndsByItselfWithTheClock() {
    UUID offered = ready();
    database.moveClock(Duration.ofDays(181));

    assertThat(obstacles(offered)).contains(Reason.CONSENT_ENDS_BEFORE);
  }

  @Test
  void notRegistered() {
    UUID person = PublishedPerson.in(database).create().person().value();

    assertThat(rows(OfferFilter.on(today()).showing("not-registered")))
        .anySatisfy(
            row -> {
              assertThat(row.person()).isEqualTo(person);
              assertThat(row.id()).isNull();
            });
  }

  @Test
  void fileClosedByADeath() {
    UUID captive = sample.captive();
    sample.run(
        "UPDATE exchange.offered_captive SET died_on = platform.today() WHERE offered_id = ?",
        captive);

    assertThat(obstacles(captive)).contains(Reason.FILE_CLOSED);
  }

  @Test
  void notInCustodyOnADayAfterTheRelease() {
    UUID captive = sample.captive();
    sample.run(
        "UPDATE exchange.offered_captive SET held_until = platform.today() + 3 WHERE offered_id = ?",
        captive);

    assertThat(obstacles(captive)).doesNotContain(Reason.NOT_IN_CUSTODY);
    assertThat(standing(captive, today().plusDays(3)).obstacles()).contains(Reason.NOT_IN_CUSTODY);
  }

  @Test
  void noConsentWithoutAWord() {
    assertThat(obstacles(sample.captive())).contains(Reason.NO_CONSENT);
  }

  @Test
  void heldByTheMonitor() {
    PersonId person = PublishedPerson.in(database).create().person();
    UUID offered = sample.registered(person);
    new Publication(desk, audit).hold(person, PublishedPerson.OMBUDSMAN);

    assertThat(obstacles(offered)).contains(Reason.HELD);
  }

  @Test
  void barred() {
    UUID offered = ready();
    new Examinations(desk, audit, keys, vault).bar(new OfferedId(offered), "court-order", OFFICER);

    assertThat(obstacles(offered)).containsExactly(Reason.BARRED);
  }

  @Test
  void fearNotAskedAndIdentityNotChecked() {
    assertThat(obstacles(registered())).containsExactly(Reason.FEAR_NOT_ASKED, Reason.IDENTITY);
  }

  @Test
  void fear() {
    UUID offered = ready();
    sample.fear(offered, "unknown");

    assertThat(obstacles(offered)).containsExactly(Reason.FEAR);
  }

  @Test
  void notFitUntilTheExaminationIsOld() {
    UUID offered = ready();
    sample.fitness(offered, "not-fit");

    assertThat(obstacles(offered)).containsExactly(Reason.NOT_FIT);
    assertThat(standing(offered, today().plusDays(31)).obstacles()).isEmpty();
    assertThat(standing(offered, today().plusDays(31)).pending()).contains(Reason.FITNESS);
  }

  @Test
  void inARoundAndThenCrossed() {
    RoundsSample.Drafted drafted = sample.in("executed");

    assertThat(obstacles(sample.drafted().offered())).containsExactly(Reason.IN_A_ROUND);
    assertThat(obstacles(drafted.offered())).contains(Reason.CROSSED);
    assertThat(rows(OfferFilter.on(today()))).noneMatch(row -> drafted.offered().equals(row.id()));
    assertThat(rows(OfferFilter.on(today()).showing("crossed")))
        .anyMatch(row -> drafted.offered().equals(row.id()));
  }

  @Test
  void aWordInPrivateGrowsOldWithTheClock() {
    UUID offered = ready();

    assertThat(standing(offered, today().plusDays(5)).pending())
        .containsExactly(Reason.RECONFIRMATION_72_HOURS);
    assertThat(standing(offered, today().plusDays(16)).pending())
        .containsExactly(Reason.RECONFIRMATION_14_DAYS, Reason.RECONFIRMATION_72_HOURS);
  }

  @Test
  void theInstrumentIsPending() {
    UUID offered = registered();
    sample.examine(offered);
    sample.instrument(offered, "art-84-1", "granted");

    assertThat(standing(offered, today()).pending()).contains(Reason.INSTRUMENT);
  }

  @Test
  void publishedAndUnpublishedStandInOneOrder() {
    UUID earlier =
        sample.registered(
            PublishedPerson.in(database)
                .notApproved()
                .consentOn(today().minusDays(90))
                .create()
                .person());
    UUID later =
        sample.registered(
            PublishedPerson.in(database).consentOn(today().minusDays(80)).create().person());

    assertThat(rows(only(OfferedKind.CONVICTED)).stream().map(OfferList.Row::id))
        .containsSubsequence(earlier, later);
  }

  @Test
  void byNameTheUkrainianAlphabetCounts() {
    for (String family : List.of("Їжаченко", "Ґудзенко", "Єнотенко", "Гілленко", "Аркушенко")) {
      sample.registered(PublishedPerson.in(database).named(family).create().person());
    }

    assertThat(
            rows(only(OfferedKind.CONVICTED).sorted(OfferFilter.Sort.NAME)).stream()
                .map(OfferList.Row::name))
        .extracting(name -> name.substring(0, name.indexOf(' ')))
        .containsSubsequence("Аркушенко", "Гілленко", "Ґудзенко", "Єнотенко", "Їжаченко");
  }

  @Test
  void convictedCaptivesAndWhoeverNobodyRecordedStandInOneAlphabet() {
    sample.registered(PublishedPerson.in(database).named("В’юненко").create().person());
    PublishedPerson.in(database).named("В’южненко").create();
    rename(sample.captive(), "Вікненко-Ґава");
    rename(sample.captive(), "В’юшненко");

    assertThat(families(OfferFilter.on(today()).sorted(OfferFilter.Sort.NAME)))
        .containsSubsequence("Вікненко-Ґава", "В’южненко", "В’юненко", "В’юшненко");
  }

  @Test
  void aNameThatWasCorrectedStandsAtItsNewPlace() {
    UUID moved = sample.captive();
    rename(moved, "Аґрусенко");
    rename(sample.captive(), "Ящуренко");
    assertThat(families(byName())).containsSubsequence("Аґрусенко", "Ящуренко");

    rename(moved, "Ящуренюк");
    assertThat(families(byName())).containsSubsequence("Ящуренко", "Ящуренюк");
  }

  private OfferFilter byName() {
    return only(OfferedKind.RUSSIAN_POW).sorted(OfferFilter.Sort.NAME);
  }

  private void rename(UUID captive, String family) {
    sample.run(
        "UPDATE exchange.offered_captive SET family_uk = ? WHERE offered_id = ?", family, captive);
  }

  /// Of everybody, page by page.
  private List<String> families(OfferFilter filter) {
    List<String> families = new ArrayList<>();
    Optional<UUID> next = Optional.empty();
    do {
      OfferList page = availability.on(next.map(filter::after).orElse(filter), OFFICER);
      page.rows().forEach(row -> families.add(row.name().substring(0, row.name().indexOf(' '))));
      next = page.next();
    } while (next.isPresent());
    return families;
  }

  @Test
  void theListIsNarrowedByKindAndRegion() {
    UUID captive = sample.captive();
    UUID offered = sample.registered(PublishedPerson.in(database).in("UA-05").create().person());
    OfferFilter all = OfferFilter.on(today());

    assertThat(rows(only(OfferedKind.RUSSIAN_POW)))
        .anyMatch(row -> captive.equals(row.id()))
        .allMatch(row -> row.kind() == OfferedKind.RUSSIAN_POW);
    assertThat(
            rows(
                new OfferFilter(
                    today(), Optional.empty(), "", "UA-05", all.sort(), Optional.empty())))
        .extracting(OfferList.Row::id)
        .containsExactly(offered);
  }

  @Test
  void pagesFollowEachOtherAndNobodyIsLost() {
    for (int i = 0; i < Availability.PAGE + 1; i++) {
      sample.captive();
    }
    OfferFilter filter = only(OfferedKind.RUSSIAN_POW).sorted(OfferFilter.Sort.NAME);
    OfferList first = availability.on(filter, OFFICER);

    assertThat(first.rows()).hasSize(Availability.PAGE);
    List<OfferList.Row> next = rows(filter.after(first.next().orElseThrow()));
    assertThat(next).isNotEmpty().doesNotContainAnyElementsOf(first.rows());
  }

  @Test
  void theDayIsCountedWhateverIsShown() {
    UUID offered = ready();
    OfferList list = availability.on(OfferFilter.on(today()).showing("crossed"), OFFICER);

    assertThat(list.ready()).isPositive();
    assertThat(list.everybody()).isGreaterThanOrEqualTo(list.available());
    assertThat(list.available()).isGreaterThanOrEqualTo(list.ready());
    assertThat(
            sample.one(
                Integer.class,
                "SELECT count(*) FROM audit.v_entry WHERE action = 'exchange.offers-read'"))
        .isPositive();
    assertThat(offered).isNotNull();
  }

  @Test
  void onlyWhoWorksWithOffersReadsTheList() {
    assertThatThrownBy(() -> availability.on(OfferFilter.on(today()), PeopleSample.RETURNS))
        .isInstanceOf(Forbidden.class);
  }

  private OfferFilter only(OfferedKind kind) {
    return new OfferFilter(
        today(), Optional.of(kind), "", "", OfferFilter.Sort.WAITING, Optional.empty());
  }

  private List<OfferList.Row> rows(OfferFilter filter) {
    return availability.on(filter, OFFICER).rows();
  }
}
