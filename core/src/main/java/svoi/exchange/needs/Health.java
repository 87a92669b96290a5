package svoi.exchange.needs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an awaited person is, as far as it decides the way home. No diagnosis.
public enum Health {
  ORDINARY,
  ILL,
  /// To be returned without conditions (Third Geneva Convention, articles 109 and 110).
  GRAVELY_WOUNDED;

  /// The form in columns and messages, for example `gravely-wounded`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Health> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
