package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;
import static svoi.names.People.matches;
import static svoi.names.People.similar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which slips of the finger are forgiven in names too short to be known by their sound.
class SlipsTest {
  private static final NameIndex<String> INDEX =
      new People()
          .person("Гадко", "Олег", "Уявович", "Гадко", "Олег", "Уявович")
          .person("Мняк", "Ростислав", "Мняк", "Ростислав")
          .person("Кур", "Злата", "Кур", "Злата")
          .index();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Гпдок Олег", // а neighbouring key and a swap
        "Олег Гпдок",
        "Гако Оелг",
        "Гпдок Олег Уявович",
        "Hpdok Oleh",
        "Агкдо Олег"
      })
  void showsWhomTwoSlipsMeantAsSimilar(String query) {
    assertThat(matches(INDEX, query)).isEmpty();
    assertThat(similar(INDEX, query)).containsExactly("Гадко Олег");
  }

  @Test
  void forgivesTwoSlipsInAGivenNameBesideASureSurname() {
    assertThat(matches(INDEX, "Мняк Рсотисалв")).isEmpty();
    assertThat(similar(INDEX, "Мняк Рсотисалв")).containsExactly("Мняк Ростислав");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Гпдок", "Гпдок О.", "Гпдок Ольга", "Гпдок Уявович", "Гпдок Олег Примірович"})
  void needsASureGivenNameBesideSlipsInASurname(String query) {
    assertThat(matches(INDEX, query)).isEmpty();
    assertThat(similar(INDEX, query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Гпдок Оелг", "Гпроак Олег", "Гпдзок Олег", "Гирло Олег"})
  void forgivesNoThirdSlipNorLettersSimplyTakenForOthers(String query) {
    assertThat(similar(INDEX, query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Кул Злата", "Кус Злата"})
  void takesAShortWordForAnotherNameAtTheFirstOtherLetter(String query) {
    assertThat(similar(INDEX, query)).isEmpty();
  }

  @Test
  void takesNoSurnameThatSomebodyBearsForASlip() {
    NameIndex<String> index =
        new People()
            .person("Гадко", "Олег", "Гадко", "Олег")
            .person("Гпдок", "Марія", "Гпдок", "Мария")
            .index();

    assertThat(similar(index, "Гпдок Олег")).isEmpty();
  }
}
