package svoi.exchange;

import java.util.List;

/// What a slot needs to be ready for the planned day, as `exchange.v_readiness` computes it.
public enum Condition {
  CONSENT("consent_verified", "consent.not_verified", false),
  IN_FORCE("consent_in_force", "consent.ends_before", false),
  WORD_14("reconfirmed_14_days", "consent.not_reconfirmed_14_days", false),
  WORD_72("reconfirmed_72_hours", "consent.not_reconfirmed_72_hours", false),
  INSTRUMENT("instrument", "legal.instrument_missing", false),
  FIT("fit", "fitness.missing", false),
  IDENTITY("identity", "identity.unchecked", false),
  FEAR("fear_asked", "fear.unsettled", false),
  NO_HOLD("no_hold", "person.held", false),
  CUSTODY("in_custody", "person.not_in_custody", false),
  CAPTIVE("still_captive", "awaited.not_captive", true);

  private final String column;
  private final String missing;
  private final boolean ofAwaited;

  Condition(String column, String missing, boolean ofAwaited) {
    this.column = column;
    this.missing = missing;
    this.ofAwaited = ofAwaited;
  }

  String column() {
    return column;
  }

  /// Stable code of what is missing when it does not hold.
  public String missing() {
    return missing;
  }

  /// Those of one side, in the order of the board.
  public static List<Condition> of(Side side) {
    return List.of(values()).stream().filter(c -> c.ofAwaited == (side == Side.AWAITED)).toList();
  }
}
