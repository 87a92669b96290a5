package svoi.exchange.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;

/// Versions of the need list: who is in them, who signs, what stays.
class NeedListsIT extends InventedNeeds {
  private static final LocalDate BORN = LocalDate.of(1988, 8, 8);

  private List<UUID> people(UUID list) {
    return lists.rows(list, 0, 1_000, OFFICER).stream().map(NeedRow::person).toList();
  }

  private String hash(UUID list) {
    return lists.find(list, OFFICER).orElseThrow().hash();
  }

  @Test
  void theConfirmedAreInItAndChildrenAndTheGravelyWoundedNever() {
    AwaitedFile confirmed = confirmed("Списковий", BORN);
    AwaitedFile reported = entered(person("Чутковий", BORN), OFFICER);
    AwaitedFile child =
        entered(
            person("Малечко", sample.today().minusYears(8), Category.CHILD, Health.ORDINARY),
            RETURNS);

    List<UUID> listed = people(lists.take(OFFICER));

    assertThat(listed)
        .contains(confirmed.id().value())
        .doesNotContain(reported.id().value(), child.id().value());
  }

  @Test
  void isSentAfterTwoAgenciesSignedExactlyWhatTheySaw() {
    confirmed("Підписаний", BORN);
    UUID list = lists.take(OFFICER);
    assertThat(lists.send(list, "icrc", OFFICER).orElseThrow().code())
        .isEqualTo("list.two_signatures");
    assertThat(lists.sign(list, "00".repeat(32), OFFICER).orElseThrow().code())
        .isEqualTo("signature.stale_content");
    assertThat(lists.sign(list, hash(list), OFFICER)).isEmpty();
    assertThat(lists.sign(list, hash(list), OFFICER).orElseThrow().code())
        .isEqualTo("signature.same_agency");
    assertThat(lists.sign(list, hash(list), SECOND)).isEmpty();
    String signed = hash(list);

    assertThat(lists.send(list, "icrc", OFFICER)).isEmpty();
    assertThat(hash(list)).isEqualTo(signed);
    assertThat(lists.send(list, "mediator", OFFICER).orElseThrow().code())
        .isEqualTo("list.immutable");
  }

  @Test
  void isNotSentOnceSomebodyInItStandsOnTheOtherTrackOrIsNotSought() {
    AwaitedFile file = confirmed("Запізненко", BORN);
    UUID list = lists.take(OFFICER);
    lists.sign(list, hash(list), OFFICER);
    lists.sign(list, hash(list), SECOND);
    Awaited wounded = person("Запізненко", BORN, Category.POW, Health.GRAVELY_WOUNDED);
    files.save(file.id(), file.version(), wounded, Restricted.UNCHANGED, OFFICER);

    assertThat(lists.send(list, "icrc", OFFICER).orElseThrow().code())
        .isEqualTo("round.child_in_ratio");
    assertThat(people(list)).doesNotContain(file.id().value());
    assertThat(
            lists.export(lists.find(list, OFFICER).orElseThrow(), "csv", "check", OFFICER).stream()
                .map(NeedRow::person))
        .doesNotContain(file.id().value());

    AwaitedFile other = confirmed("Знайденко", BORN);
    UUID next = lists.take(OFFICER);
    lists.sign(next, hash(next), OFFICER);
    lists.sign(next, hash(next), SECOND);
    states.record(
        other,
        other.version(),
        new AwaitedStates.Entry(AwaitedState.NOT_CAPTIVE, null, sample.today()),
        scan(),
        OFFICER);
    assertThat(lists.send(next, "icrc", OFFICER).orElseThrow().code())
        .isEqualTo("need-list-names-only-who-is-still-sought");
  }

  @Test
  void aNewDraftTakesThePlaceOfTheOldOneAndTheirDifferenceIsExact() {
    AwaitedFile gone = confirmed("Відбулий", BORN);
    AwaitedFile changed = confirmed("Правленко", BORN);
    UUID old = lists.take(OFFICER);
    states.record(
        gone,
        gone.version(),
        new AwaitedStates.Entry(AwaitedState.DIED_IN_CAPTIVITY, null, sample.today()),
        scan(),
        OFFICER);
    files.save(
        changed.id(), changed.version(), person("Правдюк", BORN), Restricted.UNCHANGED, OFFICER);
    AwaitedFile added = confirmed("Новенький", BORN);
    UUID now = lists.take(OFFICER);

    List<NeedLists.Difference> found = lists.differences(old, now, 100, OFFICER);

    assertThat(lists.find(old, OFFICER).orElseThrow().state()).isEqualTo("superseded");
    assertThat(found)
        .extracting(NeedLists.Difference::person)
        .containsExactlyInAnyOrder(gone.id().value(), changed.id().value(), added.id().value());
    assertThat(found)
        .filteredOn(d -> d.person().equals(changed.id().value()))
        .allSatisfy(d -> assertThat(d.now().orElseThrow().uk()).isEqualTo("Правдюк Тест"));
  }

  @Test
  void anExportIsInTheLogWithEverybodyItNames() {
    AwaitedFile file = confirmed("Виписаний", BORN);
    UUID list = lists.take(OFFICER);

    lists.export(lists.find(list, OFFICER).orElseThrow(), "xlsx", "check", OFFICER);

    assertThat(
            sample.one(
                String.class,
                "SELECT detail FROM audit.v_entry WHERE action = 'exchange.need-list-export' AND ? = ANY (subjects)"
                    + " AND ? = ANY (subjects)",
                list,
                file.id().value()))
        .startsWith("xlsx purpose=check");
  }
}
