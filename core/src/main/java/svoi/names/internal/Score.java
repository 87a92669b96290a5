package svoi.names.internal;

/// Weighs how well the words fit a person's parts.
final class Score {
  /// From here on a hit is shown as the person asked for.
  ///
  /// Chosen on synthetic queries: lower, names of the same stem come in; higher, misspelled ones
  /// go out.
  static final double CONFIDENT = 0.88;

  /// From here on a hit is shown as similar.
  static final float SIMILAR = 0.76f;

  /// From here on no other reading of the query is tried.
  static final float CERTAIN = 0.93f;

  /// The part of a person who has none, or whose part was not asked for.
  static final float UNUSED = -1;

  /// What a patronymic scores that the person does not have.
  static final float UNKNOWN_PATRONYMIC = 0.6f;

  private static final float FAMILY = 0.55f;
  private static final float GIVEN = 0.3f;
  private static final float PATRONYMIC = 0.15f;

  /// How much better the whole may be than its worst main part: a good given name does not make a
  /// doubtful surname sure.
  private static final float ABOVE_FAMILY = 0.05f;

  private static final float ABOVE_GIVEN = 0.13f;
  private static final float GUESSED = 0.88f;
  private static final float LONE_MISTAKE = 0.97f;
  private static final float LONE_GUESS = 0.85f;
  private static final float UNSURE = 0.82f;
  private static final float ANOTHER_NAME = 0.68f;
  private static final float SLIPPED = 0.87f;

  private Score() {}

  /// The mean of the parts that were asked for, by weight, bounded by the doubtful ones.
  static float of(float family, float given, float patronymic) {
    float sum = 0;
    float weight = 0;
    float most = 1;
    if (family >= 0) {
      sum += FAMILY * family;
      weight += FAMILY;
      most = family + ABOVE_FAMILY;
    }
    if (given >= 0) {
      sum += GIVEN * given;
      weight += GIVEN;
      most = Math.min(most, given + (family >= 0 ? ABOVE_GIVEN : ABOVE_FAMILY));
    }
    if (patronymic >= 0) {
      sum += PATRONYMIC * patronymic;
      weight += PATRONYMIC;
      most = family >= 0 ? most : Math.min(most, patronymic + ABOVE_FAMILY);
    }
    return Math.min(sum / weight, most);
  }

  /// A surname in another case beside a given name in the nominative is another surname: Гриба.
  static float family(float score, Fit family, Fit given) {
    boolean another = family == Fit.CASE && given == Fit.WHOLE;
    return another ? Math.min(score, UNSURE) : score;
  }

  /// A given name that is another one's other case is taken so only beside a surname in that case.
  static float given(float score, Fit given, Fit family, Fit patronymic) {
    boolean another =
        given == Fit.OTHER_NAME
            && family != Fit.CASE
            && family != Fit.EITHER
            && patronymic != Fit.CASE;
    return another ? Math.min(score, ANOTHER_NAME) : score;
  }

  /// Without both other parts a patronymic must be whole: its beginning may as well be a surname's.
  static float patronymic(float score, Fit fit, boolean withBoth) {
    boolean guess = !withBoth && (fit == Fit.BEGINNING || fit == Fit.NEAR);
    return guess ? score * GUESSED : score;
  }

  /// A name that was found by slips of the finger is never sure.
  static float slipped(float score, int slips) {
    return slips > 0 ? Math.min(score, SLIPPED) : score;
  }

  /// A lone surname with a mistake is a little less sure than one beside a given name.
  static float loneFamily(float score, Fit fit) {
    return fit == Fit.NEAR ? score * LONE_MISTAKE : score;
  }

  /// A lone word that is a given name only by guess says nothing.
  static float loneGiven(float score, Fit fit) {
    return fit == Fit.PET || fit == Fit.NEAR || fit == Fit.OTHER_NAME ? score * LONE_GUESS : score;
  }
}
