package svoi.names.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
  @ParameterizedTest
  @CsvSource({
    "вигаданьов, вигаданёв",
    "чорний, чорный",
    "сергієнко, сергеенко",
    "ґалаґан, галаган",
    "дарʼя, дарья",
    "щур, шчур",
    "братський, брацкий",
    "примітченко, примиченко",
    "еліна, элина",
    "ілля, илья"
  })
  void isOneForBothLanguages(String ukrainian, String russian) {
    assertThat(Cyrillic.soft(ukrainian)).isEqualTo(Cyrillic.soft(russian));
  }

  @ParameterizedTest
  @CsvSource({
    "щасливенко, shchaslyvenko",
    "щасливенко, schtschaslywenko",
    "щасливенко, chtchaslyvenko",
    "щасливенко, ŝaslivenko",
    "щасливенко, szczasływenko",
    "щасливенко, shhaslivenko",
    "жук, zhuk",
    "жук, shuk",
    "жук, jouk",
    "жук, žuk",
    "жук, juk",
    "хімера, khimera",
    "хімера, chimera",
    "хімера, himera",
    "хімера, ximera",
    "гора, hora",
    "гора, gora",
    "цвях, tsviakh",
    "цвях, zwjach",
    "цвях, cvâh",
    "яр, yar",
    "яр, âr",
    "юрій, iouriy",
    "юрій, ûrìj"
  })
  void isAmongTheReadingsOfEachSchool(String cyrillic, String latin) {
    assertThat(LatinSchools.sounds(latin)).contains(Cyrillic.soft(cyrillic));
  }

  @Test
  void keepsReadingsFew() {
    assertThat(LatinSchools.sounds("schschschschschjjjjchchchssss")).hasSizeLessThan(13);
  }

  @ParameterizedTest
  @CsvSource({
    "вигаданець, вигаданця",
    "зразок, зразка",
    "казкар, казкарем",
    "макетенко, макетенкові",
    "кіт, кота",
    "вигадка, вигадці",
    "примірний, примірного",
    "казковий, казковим"
  })
  void sharesAStemWithItsCases(String nominative, String form) {
    String name = Cyrillic.soft(nominative);

    assertThat(Stem.ofForm(Cyrillic.soft(form)))
        .anyMatch(
            typed ->
                Stem.ofName(name).stream()
                    .anyMatch(
                        stem ->
                            stem.text().equals(typed.text()) && stem.declinesTo(typed.ending())));
  }

  @ParameterizedTest
  @CsvSource({
    "Микола, Николай, миколайович",
    "Микола, Николай, николаевич",
    "Ілля, Илья, ілліч",
    "Ілля, Илья, ильич",
    "Лев, Лев, львович",
    "Яків, Яков, яковлевич",
    "Андрій, Андрей, андреич",
    "Дмитро, Дмитрий, дмитриевич",
    "Петро, Пётр, петрович"
  })
  void makesPatronymics(String uk, String ru, String patronymic) {
    assertThat(Patronymics.of(uk, ru, false)).contains(Cyrillic.soft(patronymic));
  }

  @Test
  void takesEndearmentOff() {
    assertThat(PetName.roots(Cyrillic.soft("миколонько"))).contains("mikol");
    assertThat(PetName.roots(Cyrillic.soft("олежка"))).contains("oleg");
  }

  @Test
  void knowsNeighboursOnTheKeyboard() {
    assertThat(Neighbours.are('а', 'п')).isTrue();
    assertThat(Neighbours.are('а', 'в')).isTrue();
    assertThat(Neighbours.are('g', 'h')).isTrue();
    assertThat(Neighbours.are('а', 'ю')).isFalse();
  }
}
