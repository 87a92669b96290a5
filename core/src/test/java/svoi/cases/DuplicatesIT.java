package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import svoi.names.PersonName;

/// Files that may be about one person are found while a second one is entered.
class DuplicatesIT {
  private static Desk desk;
  private static StoredFile known;

  @BeforeAll
  static void create() {
    desk = new Desk();
    Entered entered = new Entered();
    entered.family = "Вигадченко";
    entered.given = "Олексій";
    entered.bornOn = LocalDate.of(1984, 3, 12);
    known = desk.stored(entered, Desk.AUTHOR);
  }

  @AfterAll
  static void drop() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Вигадченко, Олексій, 1984-03-12, SAME_NAME_AND_BIRTH",
    "Вигадченко, Алексей, 1984-03-12, SAME_NAME_AND_BIRTH",
    "Вигадченко, Олексій, 1984-12-03, SAME_NAME_BIRTH_NEAR",
    "Вигадченко, Олексій, 1984-03-21, SAME_NAME_BIRTH_NEAR"
  })
  void findsTheFileThatMayBeTheSamePersons(
      String family, String given, LocalDate bornOn, Duplicates.Likeness likeness) {
    assertThat(candidates(family, given, bornOn))
        .filteredOn(candidate -> candidate.card().id().equals(known.id()))
        .extracting(Duplicates.Candidate::likeness)
        .containsExactly(likeness);
  }

  @Test
  void aNamesakeOfAnotherAgeIsNotOne() {
    assertThat(candidates("Вигадченко", "Олексій", LocalDate.of(1961, 7, 30))).isEmpty();
  }

  @Test
  void findsWhatWasSavedAMomentAgo() {
    Entered entered = new Entered();
    entered.family = "Щойнозбережений";
    desk.persons.warm();

    StoredFile fresh = desk.stored(entered, Desk.AUTHOR);

    assertThat(desk.persons.search("щойнозбережений", person -> true, 5).matches())
        .extracting(hit -> hit.key().id())
        .containsExactly(fresh.id().value());
  }

  @Test
  void ofAFileBeyondReachNotEvenTheExistenceIsTold() {
    assertThat(
            desk.duplicates.of(
                name("Вигадченко", "Олексій"),
                known.person().bornOn(),
                List.of(known.proceedings().getFirst().file().caseNumber()),
                null,
                person -> person.agency().equals("sbu")))
        .isEmpty();
  }

  @Test
  void listsWhatWasEnteredNewestFirst() {
    StoredFile first = desk.stored(new Entered(), Desk.SBU_AUTHOR);
    StoredFile second = desk.stored(new Entered(), Desk.SBU_AUTHOR);
    Cards cards = new Cards(desk.desk);

    List<Card> page = cards.entered("sbu", Cards.State.ANY, null, 1);

    assertThat(page).extracting(Card::id).containsExactly(second.id());
    assertThat(cards.entered("sbu", Cards.State.ANY, second.id().value(), 1))
        .extracting(Card::id)
        .containsExactly(first.id());
    for (Cards.State state : Cards.State.values()) {
      assertThat(cards.entered(null, state, null, 50)).isNotNull();
    }
  }

  private static List<Duplicates.Candidate> candidates(
      String family, String given, LocalDate bornOn) {
    return desk.duplicates.of(name(family, given), bornOn, List.of(), null, person -> true);
  }

  private static PersonName name(String family, String given) {
    return new PersonName(family, given, "Іванович", family, given, "Иванович");
  }
}
