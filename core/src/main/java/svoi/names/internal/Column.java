package svoi.names.internal;

import java.util.Arrays;

/// What the words score for each part of a role, to be asked person by person.
final class Column {
  private final float[] scores;
  private final Fit[] fits;

  Column(int parts, Candidates candidates) {
    scores = new float[parts];
    fits = new Fit[parts];
    Arrays.fill(fits, Fit.NEAR);
    for (int i = 0; i < candidates.size(); i++) {
      scores[candidates.parts()[i]] = candidates.scores()[i];
      fits[candidates.parts()[i]] = candidates.fits()[i];
    }
  }

  /// 0 for a part that no word fits.
  float score(int part) {
    return scores[part];
  }

  Fit fit(int part) {
    return fits[part];
  }
}
