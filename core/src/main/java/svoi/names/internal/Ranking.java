package svoi.names.internal;

/// The best persons so far, each once; the earlier person first among equals.
final class Ranking {
  private final int[] persons;
  private final float[] scores;
  private int size;

  Ranking(int most) {
    persons = new int[most];
    scores = new float[most];
  }

  int size() {
    return size;
  }

  int person(int place) {
    return persons[place];
  }

  float score(int place) {
    return scores[place];
  }

  float best() {
    return size == 0 ? 0 : scores[0];
  }

  /// Whether a person of this score would change nothing, whoever it is.
  boolean refuses(float score) {
    return score < Score.SIMILAR || (size == scores.length && score <= scores[size - 1]);
  }

  void add(int person, float score) {
    int place = size;
    for (int i = 0; i < size; i++) {
      if (persons[i] == person) {
        if (scores[i] >= score) {
          return;
        }
        place = i;
      }
    }
    if (place == scores.length) {
      place--;
    } else if (place == size) {
      size++;
    }
    while (place > 0 && before(person, score, place - 1)) {
      persons[place] = persons[place - 1];
      scores[place] = scores[place - 1];
      place--;
    }
    persons[place] = person;
    scores[place] = score;
  }

  private boolean before(int person, float score, int place) {
    return score > scores[place] || (score == scores[place] && person < persons[place]);
  }
}
