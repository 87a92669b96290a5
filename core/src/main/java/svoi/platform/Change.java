package svoi.platform;

/// What saving did.
public enum Change {
  NEW,
  CHANGED,
  UNCHANGED;

  /// The change of two things saved together.
  public Change and(Change other) {
    if (this == other) {
      return this;
    }
    return this == NEW ? NEW : CHANGED;
  }
}
