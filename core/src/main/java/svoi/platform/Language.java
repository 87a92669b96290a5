package svoi.platform;

import java.util.Locale;
import java.util.Optional;

/// A language in which every text of the site exists (R51).
public enum Language {
  UK,
  RU,
  EN;

  /// The form used in addresses and columns: `uk`, `ru` or `en`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The locale for numbers, dates and collation.
  public Locale locale() {
    return Locale.of(code());
  }

  /// Reads the form used in addresses; empty for anything else, upper case included.
  public static Optional<Language> of(String code) {
    return switch (code) {
      case "uk" -> Optional.of(UK);
      case "ru" -> Optional.of(RU);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
