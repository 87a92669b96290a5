package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.consent.SessionRequests;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.register.PublishedPerson;

/// Where a person is held: sealed, appended only, read by who needs to know.
class DetentionsIT {
  private static Held held;

  @BeforeAll
  static void create() {
    held = new Held();
  }

  @AfterAll
  static void drop() {
    held.desk.close();
  }

  @Test
  void transfersAreAHistoryTheLatestFirst() {
    PersonId person = held.someone();
    LocalDate moved = Held.DAY.plusYears(1);

    assertThat(held.detentions.record(person, held.prison, moved, Held.OTHER_LIAISON)).isEmpty();

    assertThat(places(person)).containsExactly(held.prison, held.colony);
  }

  @Test
  void theSamePlaceTwiceIsOneAndTheAnswerDoesNotTell() {
    PersonId person = held.someone();

    assertThat(held.detentions.record(person, held.colony, Held.DAY, Desk.AUTHOR)).isEmpty();

    assertThat(places(person)).containsExactly(held.colony);
  }

  @Test
  void refusesDaysThatCannotBeAndPlacesOfOthers() {
    PersonId person = held.someone();
    LocalDate today = LocalDate.now(Kyiv.ZONE);

    assertThat(held.detentions.record(person, held.prison, today.plusDays(1), Desk.AUTHOR))
        .contains(new Finding("detention.in_future", "since"));
    assertThat(held.detentions.record(person, held.prison, LocalDate.of(1999, 1, 1), Desk.AUTHOR))
        .contains(new Finding("detention.before_custody", "since"));
    assertThat(held.detentions.record(person, held.prison, today, Held.LIAISON))
        .contains(new Finding("detention.institution_unknown", "institution"));
    assertThat(held.detentions.record(person, UUID.randomUUID(), today, Desk.AUTHOR))
        .contains(new Finding("detention.institution_unknown", "institution"));
    assertThatThrownBy(() -> held.detentions.record(person, held.prison, today, Desk.SBU_AUTHOR))
        .hasMessage("file.other_agency");
    assertThatThrownBy(
            () -> held.detentions.record(person, held.prison, today, PublishedPerson.VERIFIER))
        .hasMessage("right.record-detention");
  }

  @Test
  void theLiaisonOfThePlaceNeedsToKnowAndTheOneOfAnotherDoesNot() {
    PersonId person = held.someone();

    assertThat(held.errands.of(Held.LIAISON, person)).contains(NeedToKnow.LIAISON);
    assertThat(held.errands.of(Held.OTHER_LIAISON, person)).isEmpty();

    held.detentions.record(person, held.prison, Held.DAY.plusYears(1), Held.OTHER_LIAISON);
    assertThat(held.errands.of(Held.LIAISON, person)).isEmpty();
    assertThat(held.detentions.read(person, NeedToKnow.LIAISON, Held.OTHER_LIAISON))
        .as("a liaison sees nothing of other institutions")
        .extracting(Detention::institution)
        .containsExactly(held.prison);
  }

  @Test
  void aPostingThatEndedIsNoNeedAnyMore() {
    PersonId person = held.someone();
    held.institutions.end(held.colony, Held.LIAISON.id(), Held.ADMINISTRATOR);

    assertThat(held.errands.of(Held.LIAISON, person)).isEmpty();

    held.institutions.post(held.colony, Held.LIAISON.id(), Held.ADMINISTRATOR);
    assertThat(held.errands.of(Held.LIAISON, person)).contains(NeedToKnow.LIAISON);
  }

  @Test
  void interviewerAndVerifierNeedToKnowOnlyWhileSomethingWaits() {
    PersonId person = held.someone();
    assertThat(held.errands.of(PublishedPerson.INTERVIEWER, person)).isEmpty();
    assertThat(held.errands.of(PublishedPerson.VERIFIER, person)).isEmpty();

    new SessionRequests(held.desk.desk, held.audit).ask(Desk.AUTHOR, person);

    assertThat(held.errands.of(PublishedPerson.INTERVIEWER, person)).contains(NeedToKnow.SESSION);
    assertThat(held.errands.of(PublishedPerson.VERIFIER, person)).isEmpty();
    assertThat(held.errands.of(PublishedPerson.OMBUDSMAN, person)).contains(NeedToKnow.MONITOR);
    assertThat(held.errands.of(Desk.AUTHOR, person)).isEmpty();
  }

  @Test
  void aConsentThatEndsSoonIsATaskOfTheVerifier() {
    PersonId person =
        PublishedPerson.in(held.desk.database)
            .consentOn(LocalDate.now(Kyiv.ZONE).minusDays(160))
            .create()
            .person();

    assertThat(held.errands.of(PublishedPerson.VERIFIER, person)).contains(NeedToKnow.VERIFICATION);
  }

  @Test
  void whatIsStoredTellsNothingAndGoesWithTheKey() {
    PersonId person = held.someone();
    byte[] stored =
        held.desk
            .desk
            .jdbc()
            .sql("SELECT sealed FROM cases.detention WHERE person_id = ?")
            .param(person.value())
            .query((row, n) -> row.getBytes(1))
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(held.colony.toString());

    held.keys.erase(person.value());

    assertThat(places(person)).isEmpty();
    assertThat(held.errands.of(Held.LIAISON, person)).isEmpty();
    assertThat(held.detentions.record(person, held.prison, Held.DAY, Desk.AUTHOR))
        .isEqualTo(Optional.of(new Finding("detention.erased", "")));
  }

  @Test
  void theDatabaseRefusesToChangeAPlaceOrToTakeOneInPlain() {
    PersonId person = held.someone();
    String of = " WHERE person_id = '" + person.value() + "'";

    assertThat(Refusals.of(held, "UPDATE cases.detention SET recorded_at = now()" + of))
        .isEqualTo("denied");
    assertThat(Refusals.of(held, "DELETE FROM cases.detention" + of)).isEqualTo("denied");
    assertThat(Refusals.ofOwner(held, "DELETE FROM cases.detention" + of))
        .isEqualTo("detention-is-append-only");
    assertThat(add(person, "'Вигадана колонія'::text::bytea", Desk.AUTHOR.id().value()))
        .isEqualTo("detention-is-sealed");
    assertThat(add(person, "NULL", Desk.AUTHOR.id().value())).isEqualTo("missing-sealed");
    assertThat(
            add(person, "decode(repeat('00', 48), 'hex')", PublishedPerson.VERIFIER.id().value()))
        .isEqualTo("detention-recorded-by-author-or-liaison");
  }

  @Test
  void thePublicSiteReadsNothingOfIt() {
    for (String table : List.of("cases.detention", "cases.break_glass", "staff.posting")) {
      assertThat(Refusals.of(held.desk.database.as(Role.SITE), "SELECT * FROM " + table))
          .isEqualTo("denied");
    }
  }

  private static String add(PersonId person, String sealed, UUID by) {
    String row = "gen_random_uuid(), '" + person.value() + "', " + sealed + ", '" + by + "'";
    return Refusals.of(
        held,
        "INSERT INTO cases.detention (id, person_id, sealed, recorded_by) VALUES (" + row + ")");
  }

  private static List<UUID> places(PersonId person) {
    return held.detentions.read(person, NeedToKnow.MONITOR, PublishedPerson.OMBUDSMAN).stream()
        .map(Detention::institution)
        .toList();
  }
}
