package svoi.names.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipCountTest {
  private static final int WORDS = 20_000;

  @ParameterizedTest
  @CsvSource({
    "зразок, зразок, 0",
    "зразок, разок, 1",
    "зразок, зразокк, 1",
    "зразок, зрпзок, 1",
    "зразок, рзазок, 1",
    "зразок, рзазко, 2",
    "зразок, макет, 5"
  })
  void countsLettersLeftOutAddedTakenForOthersAndSwapped(String one, String other, int slips) {
    assertThat(slips(one, other)).isEqualTo(slips);
  }

  @Test
  void countsAsTheTableOfAllBeginningsDoes() {
    Random random = new Random(20_240_725);
    for (int i = 0; i < WORDS; i++) {
      String one = word(random);
      String other = word(random);

      assertThat(slips(one, other)).as(one + " " + other).isEqualTo(byTable(one, other));
    }
  }

  /// Few letters, so that many are alike.
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      word.append((char) ('а' + random.nextInt(4)));
    }
    return word.toString();
  }

  private static int slips(String one, String other) {
    SlipCount count = new SlipCount();
    count.from(one);
    byte[] letters = new byte[other.length()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) (other.charAt(i) % Lettering.CLASSES);
    }
    return count.to(letters, 0, letters.length);
  }

  private static int byTable(String one, String other) {
    int[][] table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : least(table, one, other, i, j);
      }
    }
    return table[one.length()][other.length()];
  }

  private static int least(int[][] table, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least = table[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
