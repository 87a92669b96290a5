package svoi.names.internal;

/// Puts the halves of a double surname together.
final class DoubleName {
  /// Halves in the other order are the same surname, a little less so.
  private static final float SWAPPED = 0.01f;

  private static final float WITHOUT_OTHER_HALF = 1 - Spelling.HALF / 100f;

  private DoubleName() {}

  /// The families of which one word is the one half and the other word the other.
  static Candidates of(Candidates first, Candidates second) {
    if (!hasHalf(first) || !hasHalf(second)) {
      return Candidates.NONE;
    }
    Gathering both = new Gathering();
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; first.halves()[i] > 0 && j < second.size(); j++) {
        boolean halves = first.halves()[i] + second.halves()[j] == 3;
        if (halves && first.parts()[i] == second.parts()[j]) {
          add(both, first, i, second, j);
        }
      }
    }
    return both.sorted();
  }

  private static boolean hasHalf(Candidates candidates) {
    for (byte half : candidates.halves()) {
      if (half > 0) {
        return true;
      }
    }
    return false;
  }

  private static void add(Gathering both, Candidates first, int i, Candidates second, int j) {
    boolean swapped = first.halves()[i] == 2;
    float mean = (first.scores()[i] + second.scores()[j]) / 2;
    float score = Math.min(1, mean + WITHOUT_OTHER_HALF) - (swapped ? SWAPPED : 0);
    Fit fit = first.fit(i).compareTo(second.fit(j)) > 0 ? first.fit(i) : second.fit(j);
    both.add(first.parts()[i], score, fit, 0);
  }
}
