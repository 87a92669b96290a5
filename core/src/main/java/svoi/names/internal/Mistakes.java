package svoi.names.internal;

import svoi.names.internal.Sounds.Reading;

/// Adds parts that a word may be with mistakes. One thread's own.
final class Mistakes {
  /// Declined and misspelled at once.
  private static final float OTHER_ENDING = 0.04f;

  /// Two surnames of different make, or of which the typed one exists, are two surnames.
  private static final float ANOTHER = 0.93f;

  private static final float MOST_FOR_ANOTHER = 0.8f;

  /// What a likeness of letters is worth beside one of sounds.
  private static final float OF_LETTERS = 0.97f;

  /// Shorter words have room for one mistake only.
  private static final int LONG_ENOUGH_FOR_TWO = 5;

  /// How much worse than whole words their stems may be alike.
  private static final float ENDINGS = 0.05f;

  private final Gathering gathering;
  private final Codes other = new Codes();
  private final Counts counts = new Counts();
  private final Difference difference = new Difference();

  Mistakes(Gathering gathering) {
    this.gathering = gathering;
  }

  void add(Parts parts, Word word, Reading reading) {
    Stem stem = Stem.ofName(reading.sound()).getFirst();
    Typed typed =
        new Typed(parts, reading, stem.text(), Codes.of(reading.sound()), Codes.of(stem.text()));
    int edits = word.letters().length() < LONG_ENOUGH_FOR_TWO ? 1 : 2;
    int letters = word.hasCyrillic() ? edits : edits + 1;
    parts.nearStems.near(typed.cut, edits, letters, counts, near -> compare(typed, near));
  }

  /// A word that is looked up, whole and without an ending.
  private record Typed(Parts parts, Reading reading, String stem, Codes whole, Codes cut) {}

  private void compare(Typed typed, int stem) {
    Parts parts = typed.parts;
    float least = parts.role.leastLikeness;
    parts.stems.read(stem, other);
    float ofStems = likeness(typed.cut, least - ENDINGS) - OTHER_ENDING;
    if (ofStems < least - ENDINGS) {
      return;
    }
    String text = parts.stems.sound(stem);
    boolean sameStem = text.equals(typed.stem);
    boolean another = parts.role == Role.FAMILY && (sameStem || Formant.differs(typed.stem, text));
    for (int i = parts.spellingsOfStems.start(stem); i < parts.spellingsOfStems.end(stem); i++) {
      int spelling = parts.spellingsOfStems.get(i);
      parts.spellings.read(spelling, other);
      float likeness = Math.max(likeness(typed.whole, least), ofStems);
      if (likeness >= least) {
        float share = another ? another(likeness) : likeness;
        gathering.add(parts, spelling, share, typed.reading.cost(), Fit.NEAR);
      }
    }
  }

  /// How like `one` the sound is that was read last.
  private float likeness(Codes one, float least) {
    int longer = Math.max(one.length(), other.length());
    int limit = (int) ((1 - least) * 100 * longer) + 1;
    return 1 - difference.between(one, other, limit) / (100f * longer);
  }

  private static float another(float likeness) {
    return Math.min(likeness * ANOTHER, MOST_FOR_ANOTHER);
  }

  /// The score of a near part when its letters are known too.
  ///
  /// @param slip whether one slip of a finger explains the difference
  /// @param exact whether the typed surname exists, so that this one is another
  static float weighed(float score, float closeness, boolean slip, boolean exact) {
    boolean another = score <= MOST_FOR_ANOTHER && !slip;
    float better = another ? score : Math.max(score, closeness * OF_LETTERS);
    return exact ? another(better) : better;
  }
}
