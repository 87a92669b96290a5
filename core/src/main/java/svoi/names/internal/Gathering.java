package svoi.names.internal;

import java.util.Arrays;

/// Collects the parts that a word may be, each with its best score. One thread's own, used again.
final class Gathering {
  private static final int SLOTS = 4_096;

  /// What is gathered beyond this is dropped: the better kinds of fit are gathered first.
  private static final int MOST = SLOTS / 2;

  /// What goes on to the persons.
  private static final int MOST_KEPT = 1_000;

  /// Only a person's own name scores so.
  private static final float OWN = 0.99f;

  /// A name that others bear scores at most so: it is not this person's.
  private static final float DOUBTFUL = 0.9f;

  private final int[] slots = new int[SLOTS];
  private final int[] parts = new int[MOST];
  private final float[] scores = new float[MOST];
  private final Fit[] fits = new Fit[MOST];
  private final byte[] halves = new byte[MOST];
  private int size;

  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  int size() {
    return size;
  }

  int part(int place) {
    return parts[place];
  }

  float score(int place) {
    return scores[place];
  }

  Fit fit(int place) {
    return fits[place];
  }

  byte half(int place) {
    return halves[place];
  }

  void score(int place, float score) {
    scores[place] = score;
  }

  /// Adds all parts of a spelling, at a share of what they are worth, less the cost.
  void add(Parts among, int spelling, float share, float cost, Fit fit) {
    for (int i = among.links.start(spelling); i < among.links.end(spelling); i++) {
      int link = among.links.get(i);
      add(Parts.part(link), Parts.worth(link) * share - cost, fit, Parts.half(link));
    }
  }

  void add(int part, float score, Fit fit, int half) {
    int slot = (part * 0x9E3779B9) >>> 20;
    while (slots[slot] != 0 && parts[slots[slot] - 1] != part) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (slots[slot] != 0) {
      addAgain(slots[slot] - 1, score, fit, half);
    } else if (size < MOST) {
      parts[size] = part;
      put(size, score, fit, half);
      slots[slot] = ++size;
    }
  }

  /// A pet name or a foreign form that is also the name in another case may be either: Лёва,
  /// Данила.
  private void addAgain(int place, float score, Fit fit, int half) {
    boolean inCase = fit == Fit.CASE || fit == Fit.OTHER_NAME;
    boolean called = fits[place] == Fit.WHOLE || fits[place] == Fit.EITHER;
    if (inCase && called && scores[place] > DOUBTFUL && scores[place] < OWN) {
      put(place, Math.max(score, scores[place]), Fit.EITHER, half);
    } else if (score > scores[place]) {
      put(place, score, fit, half);
    }
  }

  private void put(int place, float score, Fit fit, int half) {
    scores[place] = score;
    fits[place] = fit;
    halves[place] = (byte) half;
  }

  /// Whether a part is the word itself.
  boolean hasExact() {
    for (int i = 0; i < size; i++) {
      if (fits[i] == Fit.WHOLE && scores[i] > 0.99f && halves[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /// The score of the part at place `place` from the best, or 0.
  float bestScore(int place) {
    if (size <= place) {
      return 0;
    }
    float[] sorted = Arrays.copyOf(scores, size);
    Arrays.sort(sorted);
    return sorted[size - place];
  }

  /// Those gathered, the best first, the earlier part first among equals.
  Candidates sorted() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) (2_000_000 - (int) (scores[i] * 1_000_000)) << 32) | i;
    }
    Arrays.sort(order);
    int kept = Math.min(size, MOST_KEPT);
    Candidates sorted =
        new Candidates(new int[kept], new float[kept], new Fit[kept], new byte[kept]);
    for (int k = 0; k < kept; k++) {
      int place = (int) order[k];
      sorted.parts()[k] = parts[place];
      sorted.scores()[k] = scores[place];
      sorted.fits()[k] = fits[place];
      sorted.halves()[k] = halves[place];
    }
    return sorted;
  }
}
