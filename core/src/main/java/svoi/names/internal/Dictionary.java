package svoi.names.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Distinct sounds in the order of their letters, numbered from 0, found whole, by beginning, or by
/// nearness. Packed in few arrays: a large register has some hundred thousand of them.
final class Dictionary {
  private static final int PAIRS = 32 * 32;

  /// How many pairs of neighbours one and two edits break; two swaps break six, and are rarer.
  private static final int BROKEN_BY_ONE = 3;

  private static final int BROKEN_BY_TWO = 5;
  private static final int MOST_PAIRS = 7;

  /// Where the pairs are so common that their lists hold more, one more must be shared.
  private static final int MANY = 40_000;

  private final byte[] letters;
  private final int[] starts;
  private final int[] slots;
  private final int[] contents;
  private final int[] pairStarts;
  private final int[] pairEntries;

  /// @param sounds distinct, in the order of their letters
  Dictionary(String[] sounds) {
    starts = new int[sounds.length + 1];
    contents = new int[sounds.length];
    slots = new int[Integer.highestOneBit(Math.max(sounds.length, 4)) * 4];
    for (int i = 0; i < sounds.length; i++) {
      starts[i + 1] = starts[i] + sounds[i].length();
    }
    letters = new byte[starts[sounds.length]];
    pairStarts = new int[PAIRS + 1];
    for (int i = 0; i < sounds.length; i++) {
      enter(i, sounds[i]);
    }
    pairEntries = new int[sumUp(pairStarts)];
    fillPairs();
  }

  private void enter(int number, String sound) {
    for (int j = 0; j < sound.length(); j++) {
      letters[starts[number] + j] = (byte) Sound.code(sound.charAt(j));
      contents[number] |= 1 << Sound.code(sound.charAt(j));
    }
    int slot = hash(sound) & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = number + 1;
    for (int j = 0; j <= sound.length(); j++) {
      pairStarts[pair(sound, j)]++;
    }
  }

  private static int sumUp(int[] counts) {
    int sum = 0;
    for (int i = 0; i < counts.length; i++) {
      int count = counts[i];
      counts[i] = sum;
      sum += count;
    }
    return sum;
  }

  private void fillPairs() {
    int[] next = pairStarts.clone();
    for (int i = 0; i < size(); i++) {
      int before = 0;
      for (int j = starts[i]; j <= starts[i + 1]; j++) {
        int letter = j < starts[i + 1] ? letters[j] : 0;
        pairEntries[next[before * 32 + letter]++] = i;
        before = letter;
      }
    }
  }

  int size() {
    return contents.length;
  }

  String sound(int number) {
    StringBuilder sound = new StringBuilder();
    for (int j = starts[number]; j < starts[number + 1]; j++) {
      sound.append(Sound.ALPHABET.charAt(letters[j] - 1));
    }
    return sound.toString();
  }

  /// Moves `codes` to the sound of a number.
  void read(int number, Codes codes) {
    codes.moveTo(letters, starts[number], length(number));
  }

  int length(int number) {
    return starts[number + 1] - starts[number];
  }

  /// The number of `sound`, or -1.
  int find(String sound) {
    int slot = hash(sound) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (compare(slots[slot] - 1, sound) == 0) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private static int hash(String sound) {
    int hash = sound.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /// Less than 0, 0 or more as the entry stands before, at or after `sound`.
  private int compare(int number, String sound) {
    int length = Math.min(length(number), sound.length());
    for (int j = 0; j < length; j++) {
      int difference = letters[starts[number] + j] - Sound.code(sound.charAt(j));
      if (difference != 0) {
        return difference;
      }
    }
    return length(number) - sound.length();
  }

  /// The first number whose sound does not stand before `sound`.
  int from(String sound) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, sound) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The first number after those whose sounds begin with `beginning`.
  int after(String beginning) {
    int low = from(beginning);
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (startsWith(middle, beginning)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean startsWith(int number, String beginning) {
    if (length(number) < beginning.length()) {
      return false;
    }
    for (int j = 0; j < beginning.length(); j++) {
      if (letters[starts[number] + j] != Sound.code(beginning.charAt(j))) {
        return false;
      }
    }
    return true;
  }

  /// Names every entry that at most `edits` edits part from `sound`, and some that more do.
  ///
  /// An edit breaks at most three pairs of neighbours, so what is near shares the others.
  ///
  /// @param letters how many letters may be in one of the two only
  void near(String sound, int edits, int letters, Counts counts, IntConsumer found) {
    int[] rarest = rarestPairs(sound);
    int broken = edits == 1 ? BROKEN_BY_ONE : BROKEN_BY_TWO;
    int needed = Math.max(1, rarest.length - broken + (read(rarest) > MANY ? 1 : 0));
    int wanted = 0;
    for (int j = 0; j < sound.length(); j++) {
      wanted |= 1 << Sound.code(sound.charAt(j));
    }
    byte[] shared = counts.of(size());
    for (int pair : rarest) {
      for (int k = pairStarts[pair]; k < pairStarts[pair + 1]; k++) {
        int entry = pairEntries[k];
        if (shared[entry]++ == 0) {
          counts.touched(entry);
        }
      }
    }
    for (int k = 0; k < counts.size(); k++) {
      int entry = counts.get(k);
      if (shared[entry] >= needed && isNear(entry, wanted, sound.length(), letters)) {
        found.accept(entry);
      }
    }
    counts.clear();
  }

  private boolean isNear(int entry, int wanted, int length, int most) {
    return Math.abs(length(entry) - length) <= most
        && Integer.bitCount(contents[entry] & ~wanted) <= most
        && Integer.bitCount(wanted & ~contents[entry]) <= most;
  }

  /// The pairs of `sound` but the commonest, which would take long to read and tell little.
  private int[] rarestPairs(String sound) {
    long[] order = new long[sound.length() + 1];
    for (int j = 0; j < order.length; j++) {
      int pair = pair(sound, j);
      order[j] = ((long) (pairStarts[pair + 1] - pairStarts[pair]) << 16) | pair;
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
      read += pairStarts[pair + 1] - pairStarts[pair];
    }
    return read;
  }

  private static int pair(String sound, int at) {
    int before = at == 0 ? 0 : Sound.code(sound.charAt(at - 1));
    return before * 32 + (at == sound.length() ? 0 : Sound.code(sound.charAt(at)));
  }
}
