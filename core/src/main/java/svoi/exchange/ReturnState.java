package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where an unconditional return stands.
public enum ReturnState {
  OPENED,
  ASKED,
  AGREED,
  REFUSED,
  TRAVELLING,
  RETURNED,
  CLOSED;

  /// The form in columns and messages, for example `closed`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ReturnState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
