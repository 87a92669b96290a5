package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;
import static svoi.names.People.matches;
import static svoi.names.People.similar;

import org.junit.jupiter.api.Test;

/// Which mistakes are forgiven, and which make another name.
class MistakesTest {
  @Test
  void findsAShortNameWhoseStemIsMostlyMistakeAsSimilar() {
    NameIndex<String> index = new People().person("Зразлик", "Марія", "Зразлик", "Мария").index();

    assertThat(similar(index, "Зразилк Мпрія")).containsExactly("Зразлик Марія");
  }

  @Test
  void doesNotJoinAMistakeWithAnEndingThatNoCaseHas() {
    NameIndex<String> index = new People().person("Сімора", "Петро", "Симора", "Пётр").index();

    assertThat(matches(index, "Смор Петро")).isEmpty();
  }

  @Test
  void takesConsonantsForEachOtherInLatinMoreEasilyThanInCyrillic() {
    NameIndex<String> index = new People().person("Уяцик", "Петро", "Уяцик", "Пётр").index();

    assertThat(matches(index, "Uiasyk Petro")).containsExactly("Уяцик Петро");
    assertThat(matches(index, "Уясик Петро")).isEmpty();
    assertThat(similar(index, "Уясик Петро")).containsExactly("Уяцик Петро");
  }
}
