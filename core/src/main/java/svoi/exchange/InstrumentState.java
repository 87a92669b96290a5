package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where the act stands by which a person may leave.
public enum InstrumentState {
  REQUESTED,
  FILED,
  GRANTED,
  REFUSED,
  IN_FORCE,
  USED,
  REVERSED;

  /// The form in columns and messages, for example `reversed`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<InstrumentState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
