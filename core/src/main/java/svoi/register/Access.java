package svoi.register;

/// How far a member reaches into one person's file. Beyond it the person does not exist for them.
public enum Access {
  NONE,
  /// The card: name, birth date, state of the consents; withdrawing them, asking for a session.
  CARD,
  /// Everything in the file that the member's rights name.
  FILE,
  /// The file, and changing it.
  EDIT;

  public boolean reaches(Access needed) {
    return compareTo(needed) >= 0;
  }
}
