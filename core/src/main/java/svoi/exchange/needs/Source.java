package svoi.exchange.needs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By what captivity is known.
public enum Source {
  ICRC,
  OTHER_SIDE,
  WITNESS,
  VIDEO,
  LETTER;

  /// The form in columns and messages, for example `other-side`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Source> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
