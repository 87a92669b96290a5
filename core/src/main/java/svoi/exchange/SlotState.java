package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a place in a round stands. Ready is none of these: it is computed for a day.
public enum SlotState {
  PLANNED,
  NAMED,
  CONFIRMED,
  DROPPED,
  DELIVERED,
  NOT_DELIVERED,
  SUBSTITUTED,
  REFUSED_AT_POINT;

  /// The person is reserved by the round.
  public boolean isLive() {
    return this == PLANNED || this == NAMED || this == CONFIRMED;
  }

  /// The form in columns and messages, for example `refused-at-point`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SlotState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
