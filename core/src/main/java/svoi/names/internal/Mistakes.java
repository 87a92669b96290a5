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

  /// How much dearer than in the whole word a mistake may be in the stem, whose end it is at.
  private static final int SLACK = 25;

  private final Gathering gathering;
  private final Codes other = new Codes();
  private final Counts counts = new Counts();
  private final Difference difference = new Difference();

  Mistakes(Gathering gathering) {
    this.gathering = gathering;
  }

  void add(Parts parts, Word word, Reading reading) {
    Stem stem = Stem.ofName(reading.sound()).getFirst();
    Typed typed = new Typed(parts, reading, stem, Codes.of(reading.sound()), Codes.of(stem.text()));
    difference.readAs(!word.hasCyrillic());
    int edits = word.letters().length() < LONG_ENOUGH_FOR_TWO ? 1 : 2;
    int letters = word.hasCyrillic() ? edits : edits + 1;
    parts.nearStems.near(typed.cut, edits, letters, counts, near -> compare(typed, near));
  }

  /// A word that is looked up, whole and without an ending.
  private record Typed(Parts parts, Reading reading, Stem stem, Codes whole, Codes cut) {}

  private void compare(Typed typed, int stem) {
    typed.parts.stems.read(stem, other);
    int longer = Math.max(typed.cut.length(), other.length());
    int room = longer + typed.stem.ending().length();
    int limit = (int) ((1 - typed.parts.role.leastLikeness) * 100 * room) + SLACK;
    int cost = difference.between(typed.cut, other, limit);
    if (cost <= limit) {
      addSpellings(typed, stem, 1 - cost / (100f * longer) - OTHER_ENDING);
    }
  }

  private void addSpellings(Typed typed, int stem, float ofStems) {
    Parts parts = typed.parts;
    String text = parts.stems.sound(stem);
    boolean another = isAnother(typed, text);
    for (int i = parts.spellingsOfStems.start(stem); i < parts.spellingsOfStems.end(stem); i++) {
      int spelling = parts.spellingsOfStems.get(i);
      float likeness = likeness(typed, text, spelling, ofStems);
      if (likeness >= parts.role.leastLikeness) {
        float share = another ? another(likeness) : likeness;
        gathering.add(parts, spelling, share, typed.reading.cost(), Fit.NEAR);
      }
    }
  }

  private static boolean isAnother(Typed typed, String stem) {
    String own = typed.stem.text();
    return typed.parts.role == Role.FAMILY && (stem.equals(own) || Formant.differs(own, stem));
  }

  /// How like the typed word a spelling is, in the nominative or in the case that was typed.
  private float likeness(Typed typed, String stem, int spelling, float ofStems) {
    typed.parts.spellings.read(spelling, other);
    float likeness = likeness(typed.whole, typed.parts.role.leastLikeness);
    if (likeness >= ofStems) {
      return likeness;
    }
    String ending = typed.parts.spellings.sound(spelling).substring(stem.length());
    return new Stem(stem, ending).mayEndIn(typed.stem.ending()) ? ofStems : likeness;
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
