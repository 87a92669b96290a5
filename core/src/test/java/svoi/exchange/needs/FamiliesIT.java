package svoi.exchange.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import svoi.exchange.AwaitedId;
import svoi.exchange.Category;
import svoi.exchange.ReturnState;
import svoi.platform.Role;
import svoi.platform.TestVault;
import svoi.staff.Forbidden;
import svoi.staff.Member;

/// Relatives are reached safely, know first, and nothing is kept of them longer than needed.
class FamiliesIT extends InventedNeeds {
  private static final LocalDate BORN = LocalDate.of(1985, 4, 4);

  private static FamilyContact contact() {
    return new FamilyContact(
        "Пані Вигадана",
        "дружина",
        "+380 00 000 00 00",
        "соняшник",
        FamilyContact.Means.CALL,
        "uk",
        LocalTime.of(9, 0),
        LocalTime.of(18, 0));
  }

  private Returns returns() {
    var desk = database.as(Role.DESK);
    return new Returns(desk, audit, TestVault.in(folder, desk));
  }

  private AwaitedFile home() {
    AwaitedFile child =
        entered(
            person("Поверненко", sample.today().minusYears(9), Category.CHILD, Health.ORDINARY),
            RETURNS);
    Returns returns = returns();
    returns.open(child, RETURNS);
    for (ReturnState state : List.of(ReturnState.ASKED, ReturnState.AGREED, ReturnState.RETURNED)) {
      AwaitedFile now = files.find(child.id(), RETURNS).orElseThrow();
      NeedSaving step =
          returns.step(
              now,
              now.back().orElseThrow().state(),
              new Returns.Entry(state, "third-state", sample.today()),
              scan(),
              RETURNS);
      assertThat(step).as(state.code()).isInstanceOf(NeedSaving.Saved.class);
    }
    return files.find(child.id(), RETURNS).orElseThrow();
  }

  @Test
  void aContactIsSealedUnderItsOwnKeyAndGoneWhenItsPurposeEnds() {
    AwaitedFile file = entered(person("Родичко", BORN), OFFICER);
    UUID id = UUID.randomUUID();
    families.add(file, id, contact(), OFFICER);

    assertThat(families.contacts(file, OFFICER).getFirst().contact()).isEqualTo(contact());
    assertThat(
            count(
                "SELECT count(*) FROM exchange.family_contact WHERE position('соняшник'::bytea IN sealed) > 0"))
        .isZero();
    families.delete(file, id, OFFICER);
    assertThat(families.contacts(file, OFFICER)).isEmpty();
    assertThat(
            count(
                "SELECT count(*) FROM platform.person_key WHERE person_id = ? AND erased_at IS NOT NULL",
                id))
        .isOne();
  }

  @Test
  void aStaleContactIsShownAgainAndHoursStandInOrder() {
    AwaitedFile file = entered(person("Годинко", BORN), OFFICER);
    UUID id = UUID.randomUUID();
    families.add(file, id, contact(), OFFICER);
    int version = families.contacts(file, OFFICER).getFirst().version();
    families.save(file, id, version, contact(), OFFICER);

    assertThat(families.save(file, id, version, contact(), SECOND))
        .isInstanceOf(Families.Outcome.Stale.class);
    FamilyContact night =
        new FamilyContact(
            "",
            "",
            "",
            "",
            FamilyContact.Means.CALL,
            "uk",
            LocalTime.of(23, 0),
            LocalTime.of(5, 0));
    assertThat(families.save(file, id, version + 1, night, OFFICER))
        .isInstanceOfSatisfying(
            Families.Outcome.Refused.class,
            refused ->
                assertThat(refused.finding().code()).isEqualTo("family-contact-hours-in-order"));
  }

  @Test
  void whoWorksOnTheOtherTrackReachesNoRelatives() {
    AwaitedFile file = entered(person("Чужинко", BORN), OFFICER);

    assertThatThrownBy(() -> families.contacts(file, RETURNS)).isInstanceOf(Forbidden.class);
  }

  private List<AwaitedId> waiting(Member by) {
    return new FamiliesToTell(database.as(Role.DESK).jdbc())
        .all(by, 50).stream().map(FamiliesToTell.Family::person).toList();
  }

  /// Scenario 40.
  @Test
  void nobodyHearsANameBeforeTheFamilyTheHoldAndThePersonsOwnWord() {
    AwaitedFile file = home();
    assertThat(gate.of(file).orElseThrow().obstacles())
        .containsExactly("family-not-told", "within-48-hours", "no-word-of-the-person");
    assertThat(waiting(RETURNS)).contains(file.id());
    assertThat(waiting(OFFICER)).doesNotContain(file.id());

    UUID contact = UUID.randomUUID();
    families.add(file, contact, contact(), RETURNS);
    assertThat(families.talk(file, contact, "return", false, RETURNS)).isEmpty();
    assertThat(gate.of(file).orElseThrow().obstacles()).contains("family-not-told");
    assertThat(families.talk(file, contact, "return", true, RETURNS)).isEmpty();
    assertThat(waiting(RETURNS)).doesNotContain(file.id());
    gate.note(file, true, RETURNS);
    assertThat(gate.of(file).orElseThrow().obstacles()).containsExactly("within-48-hours");

    database.moveClock(Duration.ofHours(49));
    assertThat(gate.of(file).orElseThrow().obstacles()).isEmpty();
    gate.note(file, false, RETURNS);
    assertThat(gate.of(file).orElseThrow().obstacles()).containsExactly("no-word-of-the-person");
  }

  /// Scenario 18: nothing is given for a child; the return is counted apart.
  @Test
  void aChildComesHomeStepByStepOutsideOfAnyRound() {
    AwaitedFile file = home();

    assertThat(file.state().code()).isEqualTo("returned");
    assertThat(returns().steps(file, RETURNS))
        .extracting(step -> step.state().code())
        .containsExactly("returned", "agreed", "asked", "opened");
    assertThat(
            count("SELECT count(*) FROM exchange.slot WHERE participant_id = ?", file.id().value()))
        .isZero();
    assertThatThrownBy(() -> returns().steps(file, OFFICER)).isInstanceOf(Forbidden.class);
  }

  @Test
  void aReturnIsHomeOnlyWithEvidenceAndMovesAsDrawn() {
    AwaitedFile child =
        entered(
            person("Доказенко", sample.today().minusYears(9), Category.CHILD, Health.ORDINARY),
            RETURNS);
    Returns returns = returns();
    returns.open(child, RETURNS);
    assertThat(code(returns.open(child, RETURNS))).isEqualTo("return-case-one-open");
    AwaitedFile opened = files.find(new AwaitedId(child.id().value()), RETURNS).orElseThrow();
    Returns.Entry jump = new Returns.Entry(ReturnState.RETURNED, null, sample.today());

    assertThat(code(returns.step(opened, ReturnState.OPENED, jump, scan(), RETURNS)))
        .isEqualTo("return-moves-as-drawn");
    assertThat(returns.step(opened, ReturnState.ASKED, jump, scan(), RETURNS))
        .isInstanceOf(NeedSaving.Stale.class);
  }
}
