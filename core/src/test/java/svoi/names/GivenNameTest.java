package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;
import static svoi.names.People.matches;

import org.junit.jupiter.api.Test;

/// What a given name may stand for, and what it contradicts.
class GivenNameTest {
  @Test
  void takesAPetNameThatIsAlsoAnotherCaseForAPetName() {
    NameIndex<String> index =
        new People()
            .person("Зразкоман", "Лев", "Зразкоман", "Лев")
            .person("Уявоман", "Віталій", "Уявоман", "Виталий")
            .index();

    assertThat(matches(index, "Лёва Зразкоман")).containsExactly("Зразкоман Лев");
    assertThat(matches(index, "Уявоман Виталя")).containsExactly("Уявоман Віталій");
  }

  @Test
  void takesAFormThatIsAlsoAnotherCaseForACaseBesideASurnameInThatCase() {
    NameIndex<String> index =
        new People().person("Вигадський", "Данило", "Вигадский", "Даниил").index();

    assertThat(matches(index, "Вигадського Данила")).containsExactly("Вигадський Данило");
  }

  @Test
  void doesNotMakeAWomansNameOfAMansByLeavingOutAVowel() {
    NameIndex<String> index = new People().person("Вигадов", "Олег", "Вигадов", "Олег").index();

    assertThat(matches(index, "Вигадова Ольга")).isEmpty();
    assertThat(matches(index, "Вигадова Олега")).containsExactly("Вигадов Олег");
  }

  @Test
  void tellsJanFromIvan() {
    NameIndex<String> index = new People().person("Вигадний", "Іван", "Вигадный", "Иван").index();

    assertThat(matches(index, "Ян Вигадний")).isEmpty();
    assertThat(matches(index, "Johann Vyhadnyi")).containsExactly("Вигадний Іван");
  }

  @Test
  void doesNotTakeAShortNameForInitials() {
    NameIndex<String> index =
        new People()
            .person("Вигадний", "Яків", "Назарович", "Вигадный", "Яков", "Назарович")
            .index();

    assertThat(matches(index, "Ян Вигадний")).isEmpty();
    assertThat(matches(index, "Вигадний ЯН")).containsExactly("Вигадний Яків");
    assertThat(matches(index, "вигадний я н")).containsExactly("Вигадний Яків");
  }

  @Test
  void doesNotTakeAGivenNameForTheBeginningOfAPatronymic() {
    NameIndex<String> index =
        new People()
            .person("Максюта", "Матвій", "Макарович", "Максюта", "Матвей", "Макарович")
            .index();

    assertThat(matches(index, "Макар Максюта")).isEmpty();
    assertThat(matches(index, "Максюта Матвій Мака")).containsExactly("Максюта Матвій");
  }
}
