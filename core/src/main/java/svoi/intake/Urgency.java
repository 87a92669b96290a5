package svoi.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How soon something happens, as the source says; the most urgent first.
public enum Urgency {
  /// A meeting or an order within hours.
  HOURS,
  /// Within days.
  DAYS,
  NONE;

  /// The form in addresses and messages, for example `hours`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Urgency> of(String code) {
    return Arrays.stream(values()).filter(u -> u.code().equals(code)).findFirst();
  }
}
