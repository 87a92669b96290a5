package svoi.names.internal;

import java.util.Arrays;
import java.util.List;

/// Which letters are on keys that touch, on the layouts of [Layout].
final class Neighbours {
  private static final int ALPHABETS = 0x530;
  private static final int NO_KEY = -1;

  /// Where the second and third row of keys begin, and how far they stand to the right, in tenths
  /// of a key.
  private static final int SECOND_ROW = 12;

  private static final int THIRD_ROW = 23;
  private static final int LAST = 32;
  private static final int[] SHIFTS = {0, 3, 7};
  private static final int KEY = 10;

  private static final int[] KEYS = keys();

  private Neighbours() {}

  private static int[] keys() {
    int[] keys = new int[ALPHABETS];
    Arrays.fill(keys, NO_KEY);
    for (String layout : List.of(Layout.Keys.LATIN, Layout.Keys.UKRAINIAN, Layout.Keys.RUSSIAN)) {
      for (int key = 0; key < LAST; key++) {
        keys[layout.charAt(key)] = key;
      }
    }
    return keys;
  }

  /// Whether two small letters of one alphabet are on keys that touch.
  static boolean are(char one, char other) {
    if (one >= ALPHABETS || other >= ALPHABETS || KEYS[one] < 0 || KEYS[other] < 0) {
      return false;
    }
    int rows = Math.abs(row(KEYS[one]) - row(KEYS[other]));
    int columns = Math.abs(column(KEYS[one]) - column(KEYS[other]));
    return rows == 0 ? columns <= KEY : rows == 1 && columns < KEY;
  }

  private static int row(int key) {
    return key < SECOND_ROW ? 0 : key < THIRD_ROW ? 1 : 2;
  }

  private static int column(int key) {
    int row = row(key);
    int first = row == 0 ? 0 : row == 1 ? SECOND_ROW : THIRD_ROW;
    return (key - first) * KEY + SHIFTS[row];
  }
}
