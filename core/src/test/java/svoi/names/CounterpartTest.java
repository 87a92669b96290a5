package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The other language of a name is proposed by the lexicon and by how surnames are respelt.
class CounterpartTest {
  @ParameterizedTest
  @CsvSource({
    "m, Вигаданець, Олексій, Сергійович, Вигаданец, Алексей, Сергеевич",
    "f, Зразкова-Макетська, Ганна, Дмитрівна, Зразкова-Макетская, Анна, Дмитриевна",
    "m, Прикладний, Ілля, Миколайович, Прикладный, Илья, Николаевич",
    "m, Журавльов, Ігор, Васильович, Журавлёв, Игорь, Васильевич",
    "f, Лук’яненко, Юлія, Олександрівна, Лукьяненко, Юлия, Александровна"
  })
  void proposesTheRussianForm(
      String sex,
      String family,
      String given,
      String patronymic,
      String familyRu,
      String givenRu,
      String patronymicRu) {
    PersonName name = Counterpart.russian(sex, family, given, patronymic);

    assertThat(name.familyRu()).isEqualTo(familyRu);
    assertThat(name.givenRu()).isEqualTo(givenRu);
    assertThat(name.patronymicRu()).isEqualTo(patronymicRu);
  }

  @ParameterizedTest
  @CsvSource({
    "m, Образцовский, Алексей, Сергеевич, Образцовський, Олексій, Сергійович",
    "f, Макетенко, Юлия, Дмитриевна, Макетенко, Юлія, Дмитрівна",
    "m, Лукьяненко, Вячеслав, Васильевич, Лук’яненко, В’ячеслав, Васильович"
  })
  void proposesTheUkrainianForm(
      String sex,
      String family,
      String given,
      String patronymic,
      String familyUk,
      String givenUk,
      String patronymicUk) {
    PersonName name = Counterpart.ukrainian(sex, family, given, patronymic);

    assertThat(name.familyUk()).isEqualTo(familyUk);
    assertThat(name.givenUk()).isEqualTo(givenUk);
    assertThat(name.patronymicUk()).isEqualTo(patronymicUk);
  }

  @ParameterizedTest
  @CsvSource(value = {"m, '', '', ''", "f, -, ' ', ’", "m, X Æ, 12, ??"})
  void anyTextIsAnswered(String sex, String family, String given, String patronymic) {
    assertThat(Counterpart.russian(sex, family, given, patronymic).familyRu()).isNotNull();
    assertThat(Counterpart.ukrainian(sex, family, given, patronymic).familyUk()).isNotNull();
  }
}
