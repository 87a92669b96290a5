package svoi.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.register.Names;

class BeginningTest {
  private static final Names NAMES =
      new Names(
          "Ялинкова-Зразкова",
          "Олена",
          "Тестівна",
          "Ёлкина-Образцова",
          "Елена",
          "Тестовна",
          "Yalynkova-Zrazkova",
          "Olena");

  @ParameterizedTest
  @ValueSource(strings = {"Ялин", "ЯЛИН ол", "зраз", "елк", "Ёлк", "yalyn", "Олена Ялин"})
  void wordsThatBeginWordsOfOneSpellingBeginTheName(String query) {
    assertThat(new Beginning(query).fits(NAMES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ялен", "линк", "Ялин Іван", "Ялин Yalyn"})
  void otherWordsDoNot(String query) {
    assertThat(new Beginning(query).fits(NAMES)).isFalse();
  }
}
