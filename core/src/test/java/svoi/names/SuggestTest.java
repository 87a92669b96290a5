package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;
import static svoi.names.People.suggested;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestTest {
  private static final NameIndex<String> INDEX = People.invented();

  @ParameterizedTest
  @ValueSource(
      strings = {"Ма", "Макет", "Макетенко С", "сергій мак", "Maket", "Vfrtn", "Макетенко Сергій"})
  void completesTheLastWord(String typed) {
    assertThat(suggested(INDEX, typed)).contains("Макетенко Сергій");
  }

  @Test
  void takesTheWordsBeforeAsFinished() {
    assertThat(suggested(INDEX, "Мак Сер")).isEmpty();
    assertThat(suggested(INDEX, "Макетенко Ол")).isEmpty();
  }

  @Test
  void suggestsOnlyWhatIsSure() {
    assertThat(INDEX.suggest("Макитинко", key -> true, 10).similar()).isEmpty();
    assertThat(suggested(INDEX, "Хзх")).isEmpty();
    assertThat(suggested(INDEX, "")).isEmpty();
  }
}
