package svoi.names.internal;

import java.util.function.IntPredicate;

/// Finds the persons whose parts are what one plan takes the words for.
final class Fitting {
  /// Shorter lists of persons are read one by one.
  private static final int FEW = 48;

  /// A patronymic that contradicts is forgiven, as similar only, beside parts this sure.
  private static final float SURE = 0.93f;

  /// Slips of the finger in all parts of one name.
  private static final int MOST_SLIPS = 2;

  private final Segment<?> segment;
  private final Asked asked;
  private final IntPredicate passes;
  private final Ranking ranking;
  private final Column givens;
  private final Column patronymics;

  Fitting(Segment<?> segment, Asked asked, IntPredicate passes, Ranking ranking) {
    this.segment = segment;
    this.asked = asked;
    this.passes = passes;
    this.ranking = ranking;
    this.givens = new Column(segment.parts(Role.GIVEN).size(), asked.givens());
    this.patronymics = new Column(segment.parts(Role.PATRONYMIC).size(), asked.patronymics());
  }

  void rank() {
    if (asked.family()) {
      Candidates families = asked.families();
      for (int i = 0; i < families.size(); i++) {
        if (ranking.refuses(asked.bound(families.scores()[i]))) {
          return;
        }
        rankFamily(families.parts()[i], families.scores()[i], families.fit(i));
      }
    } else if (asked.given()) {
      rankGivens();
    } else {
      rankPatronymics();
    }
  }

  private void rankFamily(int family, float score, Fit fit) {
    int from = segment.byFamily.start(family);
    int end = segment.byFamily.end(family);
    if (!asked.given() || end - from <= FEW) {
      rankAll(from, end, score, fit);
      return;
    }
    Candidates candidates = asked.givens();
    for (int i = 0; i < candidates.size(); i++) {
      if (ranking.refuses(asked.bound(score, candidates.scores()[i]))) {
        return;
      }
      int given = candidates.parts()[i];
      int first = firstGiven(from, end, given);
      rankAll(first, firstGiven(first, end, given + 1), score, fit);
    }
  }

  private void rankAll(int from, int end, float score, Fit fit) {
    float bound = asked.bound(score);
    for (int i = from; i < end && !ranking.refuses(bound); i++) {
      consider(segment.byFamily.get(i), score, fit);
    }
  }

  /// The first place from `from` where the given name is not before `given`.
  private int firstGiven(int from, int end, int given) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segment.given(segment.byFamily.get(middle)) < given) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void rankGivens() {
    Candidates candidates = asked.givens();
    for (int i = 0; i < candidates.size(); i++) {
      if (ranking.refuses(asked.bound(Score.UNUSED, candidates.scores()[i]))) {
        return;
      }
      int given = candidates.parts()[i];
      if (asked.patronymic()) {
        rankGiven(given);
      } else {
        rankBearers(given, segment.byGiven.start(given), segment.byGiven.end(given));
      }
    }
  }

  private void rankPatronymics() {
    for (int given = 0; given < segment.parts(Role.GIVEN).size(); given++) {
      rankGiven(given);
    }
  }

  /// Ranks those of a given name whose patronymic was asked for.
  private void rankGiven(int given) {
    for (int patronymic : asked.patronymics().parts()) {
      int end = segment.byGiven.end(given);
      int from = firstPatronymic(segment.byGiven.start(given), end, patronymic);
      rankBearers(given, from, firstPatronymic(from, end, patronymic + 1));
    }
  }

  private void rankBearers(int given, int from, int end) {
    float bound = asked.bound(Score.UNUSED, asked.given() ? givens.score(given) : Score.UNUSED);
    for (int i = from; i < end && !ranking.refuses(bound); i++) {
      consider(segment.byGiven.get(i), Score.UNUSED, Fit.WHOLE);
    }
  }

  private int firstPatronymic(int from, int end, int patronymic) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segment.patronymic(segment.byGiven.get(middle)) < patronymic) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void consider(int person, float familyScore, Fit familyFit) {
    int given = segment.given(person);
    int patronymic = segment.patronymic(person);
    float givenScore = asked.given() ? givens.score(given) : Score.UNUSED;
    if (givenScore == 0) {
      return;
    }
    float fatherScore = patronymicScore(patronymic);
    boolean sure = familyScore >= SURE && givenScore >= SURE;
    if (fatherScore == 0 && !sure) {
      return;
    }
    Fit givenFit = asked.given() ? givens.fit(given) : Fit.INITIAL;
    Fit fatherFit = asked.patronymic() ? patronymics.fit(patronymic) : Fit.INITIAL;
    int slips = familyFit.slips() + givenFit.slips() + fatherFit.slips();
    boolean stands = stands(familyScore, familyFit) && stands(givenScore, givenFit);
    if (slips > MOST_SLIPS || (slips > 0 && !stands)) {
      return;
    }
    float score =
        Score.of(
            asked.family() ? Score.family(familyScore, familyFit, givenFit) : Score.UNUSED,
            asked.given() ? Score.given(givenScore, givenFit, familyFit, fatherFit) : Score.UNUSED,
            Score.patronymic(fatherScore, fatherFit, asked.family() && asked.given()));
    float known = Score.slipped(score, slips);
    offer(person, asked.words() > 1 ? known : lone(known, familyFit, givenFit));
  }

  /// Whether a part is sure or would be without slips: they are forgiven only where surname and
  /// given name were both typed, and both so.
  private static boolean stands(float score, Fit fit) {
    return score >= SURE || fit.slips() > 0;
  }

  private float lone(float score, Fit familyFit, Fit givenFit) {
    return asked.family() ? Score.loneFamily(score, familyFit) : Score.loneGiven(score, givenFit);
  }

  private float patronymicScore(int patronymic) {
    if (!asked.patronymic()) {
      return Score.UNUSED;
    }
    boolean none = patronymic == Segment.NO_PATRONYMIC;
    return none ? Score.UNKNOWN_PATRONYMIC : patronymics.score(patronymic);
  }

  private void offer(int person, float score) {
    float offered = score - asked.cost();
    if (!ranking.refuses(offered) && passes.test(person)) {
      ranking.add(person, offered);
    }
  }
}
