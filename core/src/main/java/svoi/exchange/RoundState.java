package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a round stands. How it moves is in the table of [Transitions].
public enum RoundState {
  DRAFT,
  PROPOSED,
  COUNTER_PROPOSED,
  AGREED,
  PREPARING,
  EXECUTING,
  EXECUTED,
  PARTIAL,
  ABORTED;

  /// Slots and blocks change only now.
  public boolean isNegotiated() {
    return this == DRAFT || this == COUNTER_PROPOSED;
  }

  public boolean isOver() {
    return this == EXECUTED || this == PARTIAL || this == ABORTED;
  }

  /// The form in columns and messages, for example `aborted`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<RoundState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
