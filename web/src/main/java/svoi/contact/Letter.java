package svoi.contact;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import svoi.intake.Circumstances;
import svoi.intake.Urgency;
import svoi.platform.Language;
import svoi.web.Formats;
import svoi.web.Messages;

/// What a filled form says: words for the desk, and what the desk must know before it reads them.
///
/// @param text answers to the questions, a line each, then the sender's own words
/// @param hasWords whether the sender wrote any
record Letter(Route route, Circumstances about, String text, boolean hasWords, boolean duress) {
  /// Signs of the large field: with all lines it stays below what the desk takes.
  static final int LONGEST_TEXT = 28_000;

  /// Signs of a short line.
  static final int LONGEST_LINE = 300;

  private static final Set<String> MINOR = Set.of("under-14", "from-14", "from-16");

  /// Reads the fields.
  ///
  /// @param today in Kyiv
  /// @param until the day on which a case that begins today is erased
  /// @throws Refused if a field breaks a rule
  static Letter read(
      Route route, Forms forms, Typed typed, Language language, LocalDate today, LocalDate until) {
    Messages t = Messages.ofContact(language);
    StringBuilder text = new StringBuilder();
    for (Field field : forms.of(route)) {
      answer(route, field, typed, t).ifPresent(line -> text.append(line).append('\n'));
    }
    String whenNot = line(typed.get("when-not"));
    if (!whenNot.isEmpty()) {
      text.append(t.get("contact.form.when-not")).append(": ").append(whenNot).append('\n');
    }
    String words = typed.get("text").strip().replace("\r\n", "\n");
    if (words.length() > LONGEST_TEXT) {
      throw new Refused(Refusal.of("text_too_long"));
    }
    String all = text.isEmpty() || words.isEmpty() ? text + words : text + "\n" + words;
    Circumstances about =
        new Circumstances(
            route.audience(),
            urgency(typed.get("urgency")),
            notBefore(typed.get("not-before").strip(), language, today, until),
            isMinor(typed),
            replyLanguage(typed.get("reply-language"), language),
            forms.name(route));
    return new Letter(route, about, all, !words.isEmpty(), typed.has("duress"));
  }

  @Override
  public String toString() {
    return "letter";
  }

  private static Optional<String> answer(Route route, Field field, Typed typed, Messages t) {
    String value = line(typed.get(field.key()));
    String key = "contact.form." + route.code() + "." + field.name();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (field.options().isEmpty()) {
      return Optional.of(t.get(key) + ": " + value);
    }
    if (!field.options().contains(value)) {
      throw new Refused(Refusal.of("choice_unknown"));
    }
    return Optional.of(t.get(key) + " " + t.get(key + "." + value));
  }

  private static String line(String typed) {
    String line = typed.strip().replaceAll("\\s+", " ");
    if (line.length() > LONGEST_LINE) {
      throw new Refused(Refusal.of("line_too_long"));
    }
    return line;
  }

  private static Urgency urgency(String typed) {
    return switch (typed) {
      case "hours" -> Urgency.HOURS;
      case "days" -> Urgency.DAYS;
      case "", "calm" -> Urgency.NONE;
      default -> throw new Refused(Refusal.of("choice_unknown"));
    };
  }

  private static @Nullable LocalDate notBefore(
      String typed, Language language, LocalDate today, LocalDate until) {
    if (typed.isEmpty()) {
      return null;
    }
    LocalDate day = day(typed);
    if (day.isBefore(today)) {
      throw new Refused(Refusal.of("not_before_past"));
    }
    if (!day.isBefore(until)) {
      String last = Formats.day(until.minusDays(1), language);
      throw new Refused(Refusal.of("not_before_too_far", "day", last));
    }
    return day;
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new Refused(Refusal.of("not_before_unreadable"));
    }
  }

  /// Whoever says so anywhere is treated as a child: the other mistake would be worse.
  private static boolean isMinor(Typed typed) {
    return typed.has("child")
        || typed.is("under-18", "no")
        || MINOR.contains(typed.get("q-age").strip());
  }

  private static Language replyLanguage(String typed, Language language) {
    return typed.isEmpty()
        ? language
        : Language.of(typed).orElseThrow(() -> new Refused(Refusal.of("choice_unknown")));
  }
}
