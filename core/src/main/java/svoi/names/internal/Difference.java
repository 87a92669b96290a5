package svoi.names.internal;

/// How far two sounds are apart: edits weighted by how easily they are confused. One thread's own.
final class Difference {
  private static final int LONGEST = 64;
  private static final int SIZE = Sound.ALPHABET.length() + 1;
  private static final int SWAPPED = 80;

  /// One consonant for another: a Latin one may have been read by another school.
  private static final int CONSONANT_IN_LATIN = 90;

  private static final int CONSONANT_IN_CYRILLIC = 110;
  private static final int[] ADDED = new int[SIZE];
  private static final int[][] IN_LATIN = new int[SIZE][SIZE];
  private static final int[][] IN_CYRILLIC = new int[SIZE][SIZE];

  /// What another first letter, and a first or last one too many, cost more: names differ so.
  private static final int AT_EDGE = 25;

  static {
    for (char one : Sound.ALPHABET.toCharArray()) {
      ADDED[Sound.code(one)] = one == 'i' ? 40 : Sound.isVowel(one) ? 60 : 85;
      for (char other : Sound.ALPHABET.toCharArray()) {
        IN_LATIN[Sound.code(one)][Sound.code(other)] = usual(one, other, CONSONANT_IN_LATIN);
        IN_CYRILLIC[Sound.code(one)][Sound.code(other)] = usual(one, other, CONSONANT_IN_CYRILLIC);
      }
    }
    for (String[] row : Tables.rows("confusions.tsv")) {
      put(IN_LATIN, row, Integer.parseInt(row[2]));
      put(IN_CYRILLIC, row, Integer.parseInt(row[3]));
    }
  }

  private int[][] costs = IN_CYRILLIC;
  private final byte[] letters = new byte[LONGEST];
  private int[] before = new int[LONGEST + 1];
  private int[] above = new int[LONGEST + 1];
  private int[] row = new int[LONGEST + 1];

  private static void put(int[][] costs, String[] row, int cost) {
    int one = Sound.code(row[0].charAt(0));
    int other = Sound.code(row[1].charAt(0));
    costs[one][other] = cost;
    costs[other][one] = cost;
  }

  private static int usual(char one, char other, int consonants) {
    if (one == other) {
      return 0;
    }
    if (Sound.isVowel(one) != Sound.isVowel(other)) {
      return 100;
    }
    return Sound.isVowel(one) ? 60 : consonants;
  }

  /// Weighs mistakes as those of a Latin or of a Cyrillic word from now on.
  void readAs(boolean latin) {
    costs = latin ? IN_LATIN : IN_CYRILLIC;
  }

  /// The least cost in hundredths of a letter; more than `limit` once it is sure to be more.
  int between(Codes one, Codes other, int limit) {
    int length = Math.min(other.length(), LONGEST);
    other.copy(letters, length);
    above[0] = 0;
    for (int j = 1; j <= length; j++) {
      above[j] = above[j - 1] + added(letters[j - 1], j, length);
    }
    for (int i = 1; i <= Math.min(one.length(), LONGEST); i++) {
      if (fill(one, i, length) > limit) {
        return limit + 1;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[length];
  }

  /// Fills the row of letter `i`; the loop that searching with mistakes spends its time in.
  private int fill(Codes one, int i, int length) {
    int letter = one.at(i - 1);
    int[] taken = costs[letter];
    int[] up = above;
    int[] now = row;
    byte[] other = letters;
    int removed = added(letter, i, one.length());
    int left = up[0] + removed;
    int least = left;
    now[0] = left;
    for (int j = 1; j <= length; j++) {
      int second = other[j - 1];
      int cost = up[j - 1] + taken[second] + (i + j == 2 && letter != second ? AT_EDGE : 0);
      if (letter != second) {
        cost = Math.min(cost, Math.min(up[j] + removed, left + added(second, j, length)));
        if (i > 1 && j > 1 && letter == other[j - 2] && one.at(i - 2) == second) {
          cost = Math.min(cost, before[j - 2] + SWAPPED);
        }
      }
      now[j] = cost;
      left = cost;
      least = Math.min(least, cost);
    }
    return least;
  }

  private static int added(int letter, int place, int length) {
    return ADDED[letter] + (place == 1 || place == length ? AT_EDGE : 0);
  }
}
