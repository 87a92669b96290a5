package svoi.consent;

/// The private talk before a verification. It counts when every point holds; what was said is not
/// kept.
///
/// @param consequences the person can tell what follows from the consent
/// @param refusal the person knows that they may refuse, now and later
/// @param noBenefit nobody attached a benefit or a punishment to the answer
/// @param alone no guard and no officer of the case could see or hear
/// @param family the family was informed, if the person wished it
public record Interview(
    boolean consequences, boolean refusal, boolean noBenefit, boolean alone, boolean family) {
  /// Every point holds.
  public static final Interview WHOLE = new Interview(true, true, true, true, true);

  public boolean isWhole() {
    return equals(WHOLE);
  }
}
