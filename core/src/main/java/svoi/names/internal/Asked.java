package svoi.names.internal;

/// What the words of a query may be, part by part, under one plan.
///
/// @param words how many there are
/// @param cost what the plan and the reading of the query take off
record Asked(
    int words,
    boolean family,
    boolean given,
    boolean patronymic,
    Candidates families,
    Candidates givens,
    Candidates patronymics,
    float cost) {
  /// Whether every part that the plan has a word for may be something.
  boolean isPossible() {
    return (!family || families.size() > 0)
        && (!given || givens.size() > 0)
        && (!patronymic || patronymics.size() > 0);
  }

  /// The best score that a person can reach.
  float bound() {
    return bound(families.best());
  }

  /// The best score that a person can reach whose family name scores so.
  float bound(float familyScore) {
    return bound(familyScore, givens.best());
  }

  float bound(float familyScore, float givenScore) {
    return Score.of(
            family ? familyScore : Score.UNUSED,
            given ? givenScore : Score.UNUSED,
            patronymic ? Math.max(patronymics.best(), Score.UNKNOWN_PATRONYMIC) : Score.UNUSED)
        - cost;
  }
}
