package svoi.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a consent is for. Each scope is a separate act (R8, R9).
public enum Scope {
  EXCHANGE,
  TEXT,
  PHOTO,
  VIDEO,
  BIRTH_YEAR,
  CASE_NUMBER,
  PRESS_CONTACT,
  SEARCH_ENGINES,
  COPIES,
  KEEP_AFTER_DEPARTURE;

  /// The form in columns and files, for example `birth-year`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Scope> of(String code) {
    return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
  }
}
