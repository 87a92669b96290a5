package svoi.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Телефон матері +380 67 123 45 67|r18-relative",
        "Дзвоніть 067 123 45 67 увечері|r18-phone",
        "Пишіть на someone@example.org|r18-email",
        "РНОКПП 1234567890 у справі|r18-tax-number",
        "УНЗР 19800115-12345 у справі|r18-register-number",
        "паспорт АБ 123456 виданий|r18-passport",
        "проживав на вул. Прикладній|r18-address",
        "його дружина знала|r18-relative",
        "его сын знал об этом|r18-relative",
        "his mother knew of it|r18-relative",
        "цей зрадник передавав|r19-label",
        "этот предатель передавал|r19-label",
        "a traitor who passed|r19-label"
      })
  void findsWhatMustNeverBePublic(String text, String code) {
    assertThat(TextCheck.findings(text)).extracting(TextCheck.Finding::code).contains(code);
  }

  /// Latin letters in Cyrillic words and the other way round, Greek ones, accents, wide letters.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "цей зp\u0430дник передавав|r19-label|зp\u0430дник",
        "цей \u0437\u0440a\u0434\u043d\u0438\u043a, кажуть|r19-label|\u0437\u0440a\u0434\u043d\u0438\u043a",
        "a tr\u0430itor who|r19-label|tr\u0430itor",
        "a tr\u03b1itor who|r19-label|tr\u03b1itor",
        "цей зра\u0301дник передавав|r19-label|зра\u0301дник",
        "a \uff54\uff52\uff41\uff49\uff54\uff4f\uff52 who|r19-label|\uff54\uff52\uff41\uff49\uff54\uff4f\uff52",
        "його дpужина знала|r18-relative|дpужина",
        "його c\u0438н|r18-relative|c\u0438н",
        "у \u0432iйськовому шпита\u0301лі, xворий|r18-health|xворий"
      })
  void noDisguiseOfLettersHidesAWord(String text, String code, String words) {
    assertThat(TextCheck.marks(text))
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.code()).isEqualTo(code);
              assertThat(mark.words()).isEqualTo(words);
            });
  }

  @Test
  void namesOfThingsInTwoAlphabetsPass() {
    assertThat(TextCheck.marks("Telegram-канал, IP-адреса, Т-72Б3, UAЗахід, ї\u0308жа, Wi-Fi"))
        .isEmpty();
  }

  @Test
  void letsANeutralSummaryPass() {
    String text =
        """
        Суд установив, що у квітні 2022 року засуджений в умовному селищі Прикладне передавав відомості
        за статтею 111-1 та отримав 12 000 гривень. Вирок від 02.03.2023, апеляція 19.06.2023.""";

    assertThat(TextCheck.findings(text)).isEmpty();
  }
}
