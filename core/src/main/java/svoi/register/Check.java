package svoi.register;

import java.util.Arrays;
import java.util.Optional;

/// What a reviewer says to have checked before approving; kept with the approval.
public enum Check {
  /// The verdict, its articles and its entry into force, against the register of rulings (R3).
  VERDICT("r3-verdict"),
  /// Every marked passage and the reason why it may stay (R18).
  MARKS("r18-marks"),
  /// Neutral words: what the court found, no labels, the same in three languages (R19).
  WORDS("r19-words"),
  /// The shown picture or video against its original, and no metadata in it (R22).
  ORIGINAL("r22-original"),
  /// No duress, injury, restraints or unnamed officers to be seen (R23).
  NO_DURESS("r23-no-duress"),
  /// No child to be seen or named (R24).
  NO_CHILDREN("r24-no-children");

  private final String code;

  Check(String code) {
    this.code = code;
  }

  /// The form in columns and messages.
  public String code() {
    return code;
  }

  public static Optional<Check> of(String code) {
    return Arrays.stream(values()).filter(check -> check.code.equals(code)).findFirst();
  }
}
