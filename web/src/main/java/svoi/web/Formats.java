package svoi.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import svoi.platform.Kyiv;
import svoi.platform.Language;

/// Dates and numbers as the site writes them: months in words, thousands set apart by U+00A0.
public final class Formats {
  private static final char SPACE = '\u00a0';

  private static final List<String> OF_MONTH_UK =
      List.of(
          "січня",
          "лютого",
          "березня",
          "квітня",
          "травня",
          "червня",
          "липня",
          "серпня",
          "вересня",
          "жовтня",
          "листопада",
          "грудня");
  private static final List<String> OF_MONTH_RU =
      List.of(
          "января",
          "февраля",
          "марта",
          "апреля",
          "мая",
          "июня",
          "июля",
          "августа",
          "сентября",
          "октября",
          "ноября",
          "декабря");
  private static final List<String> MONTH_UK =
      List.of(
          "січень",
          "лютий",
          "березень",
          "квітень",
          "травень",
          "червень",
          "липень",
          "серпень",
          "вересень",
          "жовтень",
          "листопад",
          "грудень");
  private static final List<String> MONTH_RU =
      List.of(
          "январь",
          "февраль",
          "март",
          "апрель",
          "май",
          "июнь",
          "июль",
          "август",
          "сентябрь",
          "октябрь",
          "ноябрь",
          "декабрь");
  private static final List<String> MONTH_EN =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private Formats() {}

  /// `3405` as "3 405", with a space that doesn't break.
  public static String number(long value) {
    String digits = Long.toString(Math.abs(value));
    StringBuilder out = new StringBuilder(digits.length() + 4);
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        out.append(SPACE);
      }
      out.append(digits.charAt(i));
    }
    return value < 0 ? "−" + out : out.toString();
  }

  /// A date for a sentence: "25 липня 2024 року".
  public static String date(LocalDate date, Language language) {
    return switch (language) {
      case UK -> day(date, language) + SPACE + "року";
      case RU -> day(date, language) + SPACE + "года";
      case EN -> day(date, language);
    };
  }

  /// A date for a table or a list of facts: "25 липня 2024".
  public static String day(LocalDate date, Language language) {
    List<String> months =
        switch (language) {
          case UK -> OF_MONTH_UK;
          case RU -> OF_MONTH_RU;
          case EN -> MONTH_EN;
        };
    String month = months.get(date.getMonthValue() - 1);
    return "" + date.getDayOfMonth() + SPACE + month + SPACE + date.getYear();
  }

  /// A month: "липень 2024 року".
  public static String month(LocalDate date, Language language) {
    int month = date.getMonthValue() - 1;
    return switch (language) {
      case UK -> MONTH_UK.get(month) + SPACE + date.getYear() + SPACE + "року";
      case RU -> MONTH_RU.get(month) + SPACE + date.getYear() + SPACE + "года";
      case EN -> MONTH_EN.get(month) + SPACE + date.getYear();
    };
  }

  /// Date and time of day in Kyiv: "24 липня 2024, 09:05".
  public static String moment(Instant instant, Language language) {
    LocalTime time = LocalTime.ofInstant(instant, Kyiv.ZONE);
    return "%s, %02d:%02d"
        .formatted(day(dayOf(instant), language), time.getHour(), time.getMinute());
  }

  /// The calendar day in Kyiv.
  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(Kyiv.ZONE).toLocalDate();
  }
}
