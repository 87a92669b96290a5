package svoi.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an officer records about a case after the verdict. All but one end something at once.
public enum Turn {
  /// The term of appeal was restored: the verdict is not in force for now.
  APPEAL_RESTORED(Effect.SUSPENDS),
  QUASHED(Effect.SUSPENDS),
  /// The case is heard again.
  REOPENED(Effect.SUSPENDS),
  ACQUITTED(Effect.FOR_GOOD),
  PARDONED(Effect.FOR_GOOD),
  /// The record of conviction was expunged.
  EXPUNGED(Effect.FOR_GOOD),
  /// The verdict stands again after it was restored, quashed or reopened.
  CONFIRMED(Effect.RESTORES),
  /// The sentence was served: no longer in custody.
  SERVED(Effect.FOR_GOOD),
  DIED(Effect.FOR_GOOD);

  /// What it does to a public profile.
  public enum Effect {
    /// Dark until the verdict is confirmed and two reviewers approve anew.
    SUSPENDS,
    /// Dark, and no event brings it back.
    FOR_GOOD,
    /// Public again only by new approvals.
    RESTORES
  }

  private final Effect effect;

  Turn(Effect effect) {
    this.effect = effect;
  }

  public Effect effect() {
    return effect;
  }

  /// The form in columns and messages, for example `appeal-restored`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Turn> of(String code) {
    return Arrays.stream(values()).filter(turn -> turn.code().equals(code)).findFirst();
  }
}
