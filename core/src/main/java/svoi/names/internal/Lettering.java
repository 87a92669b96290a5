package svoi.names.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Parts letter by letter, in one alphabet, to find those of which slips of the finger make a word.
final class Lettering {
  /// A letter is known by its last five bits: no two of the Russian alphabet are one then, nor of
  /// the English.
  static final int CLASSES = 32;

  /// Spellings by their first letter, numbered in that order.
  private final int[] firsts = new int[CLASSES + 1];

  /// Whose spelling it is.
  private final int[] parts;

  /// The letters that each spelling has, as bits.
  private final int[] contents;

  private final int[] starts;
  private final byte[] letters;

  /// @param spellings two of each part, one after the other, in small letters without marks
  Lettering(String[] spellings) {
    Lists order = byFirst(spellings);
    int size = order.all().length;
    parts = new int[size];
    contents = new int[size];
    starts = new int[size + 1];
    letters = new byte[Arrays.stream(order.all()).map(i -> spellings[i].length()).sum()];
    for (int first = 0; first < CLASSES; first++) {
      firsts[first + 1] = order.end(first);
    }
    for (int i = 0; i < size; i++) {
      parts[i] = order.get(i) / 2;
      add(i, spellings[order.get(i)]);
    }
  }

  /// The places of the spellings; two that are alike are one.
  private static Lists byFirst(String[] spellings) {
    int[] owners = new int[spellings.length];
    int[] places = new int[spellings.length];
    int size = 0;
    for (int i = 0; i < spellings.length; i++) {
      boolean again = i % 2 == 1 && spellings[i].equals(spellings[i - 1]);
      if (!spellings[i].isEmpty() && !again) {
        owners[size] = spellings[i].charAt(0) % CLASSES;
        places[size++] = i;
      }
    }
    return Lists.of(CLASSES, Arrays.copyOf(owners, size), Arrays.copyOf(places, size));
  }

  private void add(int number, String spelling) {
    int at = starts[number];
    for (int i = 0; i < spelling.length(); i++) {
      letters[at++] = (byte) (spelling.charAt(i) % CLASSES);
    }
    contents[number] = contents(spelling);
    starts[number + 1] = at;
  }

  private static int contents(String word) {
    int contents = 0;
    for (int i = 0; i < word.length(); i++) {
      contents |= 1 << (word.charAt(i) % CLASSES);
    }
    return contents;
  }

  /// Names every part that at most `slips` slips part from `word`, some of them twice.
  ///
  /// The first letter is the one that is hit best: it may be moved by swaps or stand behind one
  /// too many, but not be missing.
  void near(String word, int slips, SlipCount count, IntConsumer found) {
    count.from(word);
    int wanted = contents(word);
    int read = 0;
    for (int i = 0; i < Math.min(slips + 1, word.length()); i++) {
      int first = word.charAt(i) % CLASSES;
      for (int k = firsts[first]; (read & 1 << first) == 0 && k < firsts[first + 1]; k++) {
        if (isLike(k, wanted, slips) && count.to(letters, starts[k], starts[k + 1]) <= slips) {
          found.accept(parts[k]);
        }
      }
      read |= 1 << first;
    }
  }

  /// Whether it has all letters of a word but those that slips explain.
  private boolean isLike(int number, int wanted, int slips) {
    return Integer.bitCount(contents[number] & ~wanted) <= slips
        && Integer.bitCount(wanted & ~contents[number]) <= slips;
  }
}
