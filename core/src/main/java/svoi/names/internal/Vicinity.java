package svoi.names.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Finds the sounds of a dictionary that are near another one, by the pairs of neighbouring letters
/// that they share.
final class Vicinity {
  private static final int LETTERS = 32;

  /// How many pairs one and two edits break; two swaps break six, and are rarer.
  private static final int BROKEN_BY_ONE = 3;

  private static final int BROKEN_BY_TWO = 5;
  private static final int MOST_PAIRS = 7;

  /// Where the pairs are so common that their lists hold more, one more must be shared.
  private static final int MANY = 40_000;

  /// An ending of one letter may be cut from one of two stems and not from the other.
  private static final int CUT = 1;

  private final Dictionary dictionary;

  /// The letters of each entry, as bits.
  private final int[] contents;

  private final int[] starts = new int[LETTERS * LETTERS + 1];
  private final int[] entries;

  Vicinity(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.contents = new int[dictionary.size()];
    Codes sound = new Codes();
    for (int entry = 0; entry < contents.length; entry++) {
      dictionary.read(entry, sound);
      contents[entry] = contents(sound);
      for (int j = 0; j <= sound.length(); j++) {
        starts[pair(sound, j) + 1]++;
      }
    }
    for (int pair = 0; pair + 1 < starts.length; pair++) {
      starts[pair + 1] += starts[pair];
    }
    this.entries = entries(sound);
  }

  private int[] entries(Codes sound) {
    int[] next = starts.clone();
    int[] filled = new int[starts[starts.length - 1]];
    for (int entry = 0; entry < contents.length; entry++) {
      dictionary.read(entry, sound);
      for (int j = 0; j <= sound.length(); j++) {
        filled[next[pair(sound, j)]++] = entry;
      }
    }
    return filled;
  }

  private static int pair(Codes codes, int at) {
    int before = at == 0 ? 0 : codes.at(at - 1);
    return before * LETTERS + (at == codes.length() ? 0 : codes.at(at));
  }

  /// Names every entry that at most `edits` edits part from `sound`, and some that more do.
  ///
  /// An edit breaks at most three pairs of neighbours, so what is near shares the others.
  ///
  /// @param letters how many letters may be in one of the two only
  void near(Codes sound, int edits, int letters, Counts counts, IntConsumer found) {
    int[] rarest = rarestPairs(sound);
    int broken = edits == 1 ? BROKEN_BY_ONE : BROKEN_BY_TWO;
    int needed = Math.max(1, rarest.length - broken + (read(rarest) > MANY ? 1 : 0));
    byte[] shared = count(rarest, counts);
    int wanted = contents(sound);
    for (int k = 0; k < counts.size(); k++) {
      int entry = counts.get(k);
      if (shared[entry] >= needed && isNear(entry, wanted, sound.length(), letters)) {
        found.accept(entry);
      }
    }
    counts.clear();
  }

  private byte[] count(int[] pairs, Counts counts) {
    byte[] shared = counts.of(contents.length);
    for (int pair : pairs) {
      for (int k = starts[pair]; k < starts[pair + 1]; k++) {
        int entry = entries[k];
        if (shared[entry]++ == 0) {
          counts.touched(entry);
        }
      }
    }
    return shared;
  }

  private static int contents(Codes sound) {
    int contents = 0;
    for (int j = 0; j < sound.length(); j++) {
      contents |= 1 << sound.at(j);
    }
    return contents;
  }

  private boolean isNear(int entry, int wanted, int length, int most) {
    return Math.abs(dictionary.length(entry) - length) <= most + CUT
        && Integer.bitCount(contents[entry] & ~wanted) <= most
        && Integer.bitCount(wanted & ~contents[entry]) <= most;
  }

  /// The pairs of `sound` but the commonest, which would take long to read and tell little.
  private int[] rarestPairs(Codes sound) {
    long[] order = new long[sound.length() + 1];
    for (int j = 0; j < order.length; j++) {
      int pair = pair(sound, j);
      order[j] = ((long) (starts[pair + 1] - starts[pair]) << 16) | pair;
    }
    Arrays.sort(order);
    int[] rarest = new int[Math.min(MOST_PAIRS, order.length)];
    for (int j = 0; j < rarest.length; j++) {
      rarest[j] = (int) (order[j] & 0xffff);
    }
    return rarest;
  }

  /// How many entries the lists of `pairs` have.
  private int read(int[] pairs) {
    int read = 0;
    for (int pair : pairs) {
      read += starts[pair + 1] - starts[pair];
    }
    return read;
  }
}
