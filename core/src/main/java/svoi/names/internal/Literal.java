package svoi.names.internal;

import java.util.List;
import svoi.names.Latin;

/// How near a typed word is to the spellings of a name letter for letter, where their sounds
/// are one.
final class Literal {
  private static final String RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
  private static final String[] PASSPORT =
      "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia".split(" ", -1);
  private static final int LONGEST = 48;

  /// Costs in hundredths of a letter. A finger that slips says less than another letter does.
  private static final int BESIDE = 60;

  private static final int SWAPPED = 70;
  private static final int ADDED = 80;
  private static final int ADDED_LAST = 105;
  private static final int TAKEN = 100;

  private final int[][] rows = new int[3][LONGEST + 1];
  private int leastCost;

  /// The part of letters that are alike in the nearest spelling, 0 to 1.
  float closeness(String typed, boolean latin, String uk, String ru) {
    leastCost = Integer.MAX_VALUE;
    String first = latin ? plain(Latin.of(uk)) : plain(uk);
    float best = likeness(typed, first);
    if (best < 1) {
      String second = latin ? passport(ru) : plain(ru);
      best = Math.max(best, second.equals(first) ? 0 : likeness(typed, second));
    }
    return best;
  }

  /// The cost of what was compared last, in hundredths of a letter.
  int leastCost() {
    return leastCost;
  }

  /// The two spellings of a name in one alphabet.
  static List<String> spellings(boolean latin, String uk, String ru) {
    return latin ? List.of(plain(Latin.of(uk)), passport(ru)) : List.of(plain(uk), plain(ru));
  }

  /// Whether at most a neighbouring key or a swap lies between what was compared last.
  boolean isSlip() {
    return leastCost <= SWAPPED;
  }

  /// In lower case, without apostrophes and hyphens, ё as е and ґ as г.
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char letter = Character.toLowerCase(name.charAt(i));
      if (Character.isLetter(letter) && letter != 'ʼ') {
        plain.append(letter == 'ё' ? 'е' : letter == 'ґ' ? 'г' : letter);
      }
    }
    return plain.toString();
  }

  /// The Latin spelling of Russian passports.
  private static String passport(String russian) {
    StringBuilder latin = new StringBuilder(russian.length() + 4);
    for (int i = 0; i < russian.length(); i++) {
      int place = RUSSIAN.indexOf(Character.toLowerCase(russian.charAt(i)));
      latin.append(place < 0 ? "" : PASSPORT[place]);
    }
    return latin.toString();
  }

  private float likeness(String one, String other) {
    int cost = one.equals(other) ? 0 : cost(one, other);
    leastCost = Math.min(leastCost, cost);
    int longer = Math.max(Math.max(one.length(), other.length()), 1);
    return Math.max(0, 1 - cost / (100f * longer));
  }

  private int cost(String one, String other) {
    int length = Math.min(other.length(), LONGEST);
    rows[0][0] = 0;
    for (int j = 1; j <= length; j++) {
      rows[0][j] = rows[0][j - 1] + ADDED;
    }
    for (int i = 1; i <= Math.min(one.length(), LONGEST); i++) {
      fill(one, other, i, length);
    }
    return rows[0][length];
  }

  /// Puts the row of letter `i` first and the older ones behind it.
  private void fill(String one, String other, int i, int length) {
    int[] row = rows[2];
    int[] above = rows[0];
    int[] before = rows[1];
    row[0] = above[0] + ADDED;
    int removed = i == one.length() ? ADDED_LAST : ADDED;
    for (int j = 1; j <= length; j++) {
      int cost = above[j - 1] + taken(one.charAt(i - 1), other.charAt(j - 1));
      int added = j == other.length() ? ADDED_LAST : ADDED;
      cost = Math.min(cost, Math.min(row[j - 1] + added, above[j] + removed));
      row[j] = crossed(one, other, i, j) ? Math.min(cost, before[j - 2] + SWAPPED) : cost;
    }
    rows[2] = before;
    rows[1] = above;
    rows[0] = row;
  }

  private static int taken(char one, char other) {
    if (one == other) {
      return 0;
    }
    return Neighbours.are(one, other) ? BESIDE : TAKEN;
  }

  private static boolean crossed(String one, String other, int i, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
