package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is known of an awaited person. "In a round" is none of these: it is computed.
public enum AwaitedState {
  REPORTED,
  CONFIRMED,
  RETURNED,
  RELEASED_OTHERWISE,
  DIED_IN_CAPTIVITY,
  BODY_RETURNED,
  NOT_CAPTIVE,
  DUPLICATE;

  /// Still sought.
  public boolean isOpen() {
    return this == REPORTED || this == CONFIRMED;
  }

  /// The form in columns and messages, for example `duplicate`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AwaitedState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
