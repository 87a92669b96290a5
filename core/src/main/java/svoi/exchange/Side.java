package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which way a participant goes.
public enum Side {
  OFFERED,
  AWAITED;

  /// The form in columns and messages, for example `awaited`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Side> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
