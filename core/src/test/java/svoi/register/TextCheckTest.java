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

  @Test
  void letsANeutralSummaryPass() {
    String text =
        """
        Суд установив, що у квітні 2022 року засуджений в умовному селищі Прикладне передавав відомості
        за статтею 111-1 та отримав 12 000 гривень. Вирок від 02.03.2023, апеляція 19.06.2023.""";

    assertThat(TextCheck.findings(text)).isEmpty();
  }
}
