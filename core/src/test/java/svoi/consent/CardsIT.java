package svoi.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;

/// Cards: nobody leafs through persons; one names them exactly or is their counsel.
class CardsIT {
  private static final LocalDate BORN = LocalDate.of(1981, 2, 3);

  private static Desk desk;
  private static Cards cards;
  private static PublishedPerson.Created person;

  @BeforeAll
  static void open() {
    desk = new Desk();
    cards = new Cards(desk.desk.jdbc());
    person = PublishedPerson.in(desk.database).named("Прим’єренко").bornOn("1981-02-03").create();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void aLiaisonFindsTheOneOfExactlyThisNameAndBirthDate() {
    assertThat(cards.find(Desk.LIAISON, " прим'єренко  Тест Прикладович ", BORN))
        .map(Cards.Card::person)
        .contains(person.person());
    assertThat(cards.find(Desk.LIAISON, "Прим’єренко Тест", BORN)).isEmpty();
    assertThat(cards.find(Desk.LIAISON, "Прим’єренко Тест Прикладович", BORN.plusDays(1)))
        .isEmpty();
    assertThat(cards.find(Desk.LIAISON, "%", BORN)).isEmpty();
  }

  @Test
  void counselFindsTheirClientsOnly() {
    assertThat(cards.find(Desk.COUNSEL, "Прим’єренко Тест Прикладович", BORN)).isEmpty();
    desk.desk
        .jdbc()
        .sql("UPDATE consent.counsel SET member_id = ? WHERE licence = 'ТЕСТ-1'")
        .param(Desk.COUNSEL.id().value())
        .update();

    assertThat(cards.find(Desk.COUNSEL, "Прим’єренко Тест Прикладович", BORN)).isPresent();
    assertThat(cards.clients(Desk.COUNSEL))
        .extracting(Cards.Card::person)
        .contains(person.person());
  }

  @Test
  void clientsStandInTheOrderOfTheUkrainianAlphabet() {
    for (String family : List.of("Янсьпроба", "Інакшенко", "Єдиненко", "Абищенко", "Ґаночко")) {
      PublishedPerson.in(desk.database).named(family).create();
    }
    desk.consents.linkCounsel("ТЕСТ-1", Desk.COUNSEL.id(), "test");

    assertThat(cards.clients(Desk.COUNSEL))
        .extracting(card -> card.name().split(" ", 2)[0])
        .containsSubsequence("Абищенко", "Ґаночко", "Єдиненко", "Інакшенко", "Янсьпроба");
  }

  @Test
  void anAuthorHasNoCards() {
    assertThatThrownBy(() -> cards.find(PublishedPerson.AUTHOR, "x", BORN))
        .isInstanceOf(Forbidden.class);
  }
}
