package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import svoi.platform.Language;

class FormatsTest {
  private static final LocalDate LAUNCH = LocalDate.of(2024, 7, 25);

  @ParameterizedTest
  @CsvSource({
    "UK, 25 липня 2024 року, липень 2024 року",
    "RU, 25 июля 2024 года, июль 2024 года",
    "EN, 25 July 2024, July 2024"
  })
  void datesHaveMonthsInWords(Language language, String date, String month) {
    assertThat(Formats.date(LAUNCH, language)).isEqualTo(unbroken(date));
    assertThat(Formats.month(LAUNCH, language)).isEqualTo(unbroken(month));
  }

  @Test
  void aDayStandsWithoutTheWordYear() {
    assertThat(Formats.day(LocalDate.of(2022, 3, 1), Language.UK))
        .isEqualTo(unbroken("1 березня 2022"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "3405, 3 405", "1234567, 1 234 567", "-54000, −54 000"})
  void thousandsAreSetApartByASpaceThatDoesNotBreak(long number, String text) {
    assertThat(Formats.number(number)).isEqualTo(unbroken(text));
  }

  @Test
  void aDayIsThatOfKyiv() {
    assertThat(Formats.dayOf(Instant.parse("2024-07-24T20:59:59Z"))).isEqualTo("2024-07-24");
    assertThat(Formats.dayOf(Instant.parse("2024-07-24T21:00:00Z"))).isEqualTo("2024-07-25");
  }

  private static String unbroken(String text) {
    return text.replace(' ', '\u00a0');
  }
}
