package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;
import static svoi.names.People.matches;
import static svoi.names.People.similar;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {
  private static final NameIndex<String> INDEX = People.invented();

  @ParameterizedTest
  @CsvSource({
    "Вигаданець Олексій, Вигаданець Олексій",
    "Олексій Вигаданець, Вигаданець Олексій",
    "Вигаданец Алексей Николаевич, Вигаданець Олексій",
    "Зразкова Елена Ильинична, Зразкова Олена",
    "УЯВЕНКО ВОЛОДИМИР ЮРІЙОВИЧ, Уявенко Володимир",
    "Примерный Яков Львович, Примірний Яків",
    "Прикладчук Дар’я, Прикладчук Дар'я",
    "Прикладчук Даря, Прикладчук Дар'я",
    "Прикладчук Дар*я, Прикладчук Дар'я",
    "Химеренко Анна, Химеренко Ганна"
  })
  void findsTheNameInBothLanguagesAndAnyOrder(String query, String person) {
    assertThat(matches(INDEX, query)).first().isEqualTo(person);
  }

  @ParameterizedTest
  @CsvSource({
    "Vyhadanets Oleksii, Вигаданець Олексій",
    "Vygadanets Alexey, Вигаданець Олексій",
    "Wyhadanez Oleksij, Вигаданець Олексій",
    "Wyhadaneć Ołeksij, Вигаданець Олексій",
    "Vigadanec Oleksìj, Вигаданець Олексій",
    "Prykladtchouk Daria, Прикладчук Дар'я",
    "Prykladtschuk Darja, Прикладчук Дар'я",
    "Jartivniouk Iouriy, Жартівнюк Юрій",
    "Shartiwnjuk Jurij, Жартівнюк Юрій",
    "Žartivnjuk Jurìj, Жартівнюк Юрій",
    "Khymerenko Hanna, Химеренко Ганна",
    "Himerenko Anna, Химеренко Ганна"
  })
  void readsLatinLettersOfEverySchool(String query, String person) {
    assertThat(matches(INDEX, query)).first().isEqualTo(person);
    assertThat(INDEX.search(query, key -> true, 10).reading()).isEqualTo(Reading.LATIN);
  }

  @Test
  void readsPolishLetterGroupsWhereOtherSchoolsPartThemOtherwise() {
    NameIndex<String> index =
        new People()
            .person("Вигатченко", "Вадим", "Вигатченко", "Вадим")
            .person("Витхір", "Марта", "Вытхир", "Марта")
            .index();

    assertThat(matches(index, "Wyhatczenko Wadym")).containsExactly("Вигатченко Вадим");
    assertThat(matches(index, "Wytchir Marta")).containsExactly("Витхір Марта");
  }

  @ParameterizedTest
  @CsvSource({
    "'Gh;shyrjdf Jktyf', NOTHING, ''",
    "'Phfprjdf Jktyf', WRONG_LAYOUT_UK, Зразкова Олена",
    "'Vfrtntyrj Cthutq', WRONG_LAYOUT_UK, Макетенко Сергій",
    "'Ьфлуеутлщ Ыукршш', CYRILLIC_FOR_LATIN, Макетенко Сергій",
    "'Зpaзкoвa Oлeнa', MIXED_LETTERS, Зразкова Олена",
    "'Зразкова Олена', AS_TYPED, Зразкова Олена"
  })
  void saysHowItReadTheQuery(String query, Reading reading, String person) {
    assertThat(INDEX.search(query, key -> true, 10).reading()).isEqualTo(reading);
    assertThat(String.join(",", matches(INDEX, query))).isEqualTo(person);
  }

  @ParameterizedTest
  @CsvSource({
    "Льоша Вигаданець, Вигаданець Олексій",
    "Лёха Вигаданец, Вигаданець Олексій",
    "Серёга Макетенко, Макетенко Сергій",
    "Вова Уявенко, Уявенко Володимир",
    "Наташа Казкова, Небувальська-Казкова Наталія",
    "Вовчисько Уявенко, Уявенко Володимир"
  })
  void knowsPetNames(String query, String person) {
    assertThat(matches(INDEX, query)).containsExactly(person);
  }

  @ParameterizedTest
  @CsvSource({
    "Вигаданцем Олексієм, Вигаданець Олексій",
    "Вигаданцу Алексею, Вигаданець Олексій",
    "Зразкової Олени, Зразкова Олена",
    "Зразковой Еленой, Зразкова Олена",
    "Примірного Якова, Примірний Яків",
    "Макетенка Сергія Павловича, Макетенко Сергій"
  })
  void understandsOtherCases(String query, String person) {
    assertThat(matches(INDEX, query)).containsExactly(person);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Макетенко С. П.",
        "Макетенко С.П.",
        "С. Макетенко",
        "Макетенко СП",
        "Maketenko S.",
        "макетенко с п"
      })
  void takesInitials(String query) {
    assertThat(matches(INDEX, query)).containsExactly("Макетенко Сергій");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Небувальська-Казкова Наталія", "Казкова-Небувальська Наталія", "Наталія Казкова",
        "Небывальская Наталья", "Небувальська Казкова Наталія", "Nebuvalskakazkova Nataliia"
      })
  void findsDoubleSurnamesByEitherHalf(String query) {
    assertThat(matches(INDEX, query)).containsExactly("Небувальська-Казкова Наталія");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Прикалдчук Дарія", "Прикладчк Дар'я", "Прикладчукк Дарья"})
  void forgivesASlip(String query) {
    assertThat(matches(INDEX, query)).containsExactly("Прикладчук Дар'я");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Дарина Прикладчук", "Зразкова Олеся", "Зразкова Ірина", "Макетенко Степан"})
  void neverTakesAnotherGivenNameForTheOneAsked(String query) {
    assertThat(matches(INDEX, query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Макетюк Сергій", "Уявчук Володимир", "Вигадко Олексій", "Жартівник Юрій"})
  void showsASurnameOfAnotherMakeApart(String query) {
    assertThat(matches(INDEX, query)).isEmpty();
  }

  @Test
  void showsASurnameWithMistakesInAConfidentTierAndADoubtfulOneApart() {
    assertThat(
            similar(INDEX, "Макитинко Сергей Павлович").size()
                + matches(INDEX, "Макитинко Сергей Павлович").size())
        .isEqualTo(1);
    assertThat(similar(INDEX, "Макет Сергій")).containsExactly("Макетенко Сергій");
    assertThat(similar(INDEX, "Вигаданець Олексій Петрович")).containsExactly("Вигаданець Олексій");
  }

  @Test
  void doesNotTakeACaseOfOneSurnameForAnother() {
    NameIndex<String> index = new People().person("Вигад", "Іван", "Вигад", "Иван").index();

    assertThat(matches(index, "Вигада Іван")).isEmpty();
    assertThat(matches(index, "Вигада Івана")).containsExactly("Вигад Іван");
  }

  @Test
  void putsTheExactSpellingFirstWhereSoundsAreOne() {
    NameIndex<String> index =
        new People()
            .person("Зразкінь", "Іван", "Зразкинь", "Иван")
            .person("Зразкин", "Іван", "Зразкин", "Иван")
            .person("Зразкин", "Йван", "Зразкин", "Иван")
            .person("Зразкін", "Іван", "Зразкин", "Иван")
            .index();

    assertThat(matches(index, "Зразкін Іван")).first().isEqualTo("Зразкін Іван");
    assertThat(matches(index, "Зразкинь Иван")).first().isEqualTo("Зразкінь Іван");
  }

  @Test
  void findsByGivenNameAndPatronymicAlone() {
    assertThat(matches(INDEX, "Володимир Юрійович")).containsExactly("Уявенко Володимир");
    assertThat(matches(INDEX, "Алексей Николаич")).containsExactly("Вигаданець Олексій");
  }

  @Test
  void findsByGivenNameAlone() {
    assertThat(matches(INDEX, "олексій")).containsExactly("Вигаданець Олексій");
    assertThat(matches(INDEX, "алексей")).containsExactly("Вигаданець Олексій");
  }

  @Test
  void asksTheFilterAndKeepsToTheLimit() {
    People many = new People();
    for (int i = 0; i < 40; i++) {
      many.person("Вигаданець", "Іван" + "а".repeat(i % 2) + i, "Вигаданец", "Иван");
    }
    NameIndex<String> index = many.index();

    assertThat(index.search("Вигаданець", key -> true, 7).matches()).hasSize(7);
    assertThat(index.search("Вигаданець", key -> key.endsWith("17"), 7).matches())
        .extracting(Hit::key)
        .containsExactly("Вигаданець Івана17");
  }

  @Test
  void findsNobodyInAnEmptyIndex() {
    assertThat(NameIndex.<String>empty().search("Зразкова", key -> true, 5))
        .isEqualTo(new Answer<String>(Reading.NOTHING, List.of(), List.of()));
    assertThat(NameIndex.<String>empty().size()).isZero();
  }

  @Test
  void replacingTakesPersonsOutAndBringsThemIn() {
    PersonName fresh = new PersonName("Новенький", "Петро", null, "Новенький", "Пётр", null);
    NameIndex<String> changed =
        INDEX.replacing(key -> key.startsWith("Зразкова"), Map.of("fresh", fresh));

    assertThat(matches(changed, "Зразкова Олена")).isEmpty();
    assertThat(matches(changed, "Новенький Пётр")).containsExactly("fresh");
    assertThat(matches(changed, "Макетенко Сергій")).containsExactly("Макетенко Сергій");
    assertThat(changed.size()).isEqualTo(INDEX.size());
    assertThat(matches(INDEX, "Зразкова Олена")).containsExactly("Зразкова Олена");
  }

  @Test
  void replacingAPersonLeavesNothingOfTheOldName() {
    PersonName fresh = new PersonName("Новенька", "Олена", null, "Новенькая", "Елена", null);
    NameIndex<String> changed = INDEX.replacing(key -> false, Map.of("Зразкова Олена", fresh));

    assertThat(matches(changed, "Зразкова Олена")).isEmpty();
    assertThat(matches(changed, "Новенька Олена")).containsExactly("Зразкова Олена");
    assertThat(changed.replacing("Зразкова Олена"::equals, Map.of()).size())
        .isEqualTo(INDEX.size() - 1);
  }
}
