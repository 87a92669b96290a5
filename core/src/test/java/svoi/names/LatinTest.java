package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Examples of the table in resolution 55 of 2010-01-27.
class LatinTest {
  @ParameterizedTest
  @CsvSource({
    "Алушта, Alushta", "Борщагівка, Borshchahivka", "Вінниця, Vinnytsia", "Гадяч, Hadiach",
    "Ґалаґан, Galagan", "Єнакієве, Yenakiieve", "Гаєвич, Haievych", "Житомир, Zhytomyr",
    "Згорани, Zghorany", "Розгон, Rozghon", "Медвин, Medvyn", "Їжакевич, Yizhakevych",
    "Кадиївка, Kadyivka", "Йосипівка, Yosypivka", "Стрий, Stryi", "Харків, Kharkiv",
    "Щербухи, Shcherbukhy", "Юрій, Yurii", "Крюківка, Kriukivka", "Яготин, Yahotyn",
    "Знам’янка, Znamianka", "Костянтин, Kostiantyn", "Нечуй-Левицький, Nechui-Levytskyi"
  })
  void spellsAsThePassportDoes(String ukrainian, String latin) {
    assertThat(Latin.of(ukrainian)).isEqualTo(latin);
  }
}
