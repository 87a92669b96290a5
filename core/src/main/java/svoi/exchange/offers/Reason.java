package svoi.exchange.offers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why somebody is not available on a day, or what still has to come before a handover on it.
public enum Reason {
  NOT_REGISTERED,
  FILE_CLOSED,
  NOT_IN_CUSTODY,
  NO_CONSENT,
  CONSENT_ENDS_BEFORE,
  HELD,
  BARRED,
  FEAR_NOT_ASKED,
  FEAR,
  IDENTITY,
  NOT_FIT,
  IN_A_ROUND,
  CROSSED,
  RECONFIRMATION_14_DAYS,
  RECONFIRMATION_72_HOURS,
  INSTRUMENT,
  FITNESS;

  /// May come while a round is prepared; the others keep a person out of its list.
  public boolean isPending() {
    return compareTo(RECONFIRMATION_14_DAYS) >= 0;
  }

  /// The form in columns, addresses and messages, for example `fear-not-asked`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Reason> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }

  static List<Reason> of(String[] codes) {
    return Arrays.stream(codes).map(code -> of(code).orElseThrow()).toList();
  }
}
