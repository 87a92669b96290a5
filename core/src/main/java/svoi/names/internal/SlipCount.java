package svoi.names.internal;

import java.util.Arrays;

/// Counts the slips between a word and others: letters left out, added, swapped with the next one,
/// or taken for each other. One thread's own.
///
/// The columns of the usual table are kept as differences, a bit for each letter of the word
/// (Hyyrö 2003), so that a letter costs a few instructions.
final class SlipCount {
  private final long[] places = new long[Lettering.CLASSES];
  private int length;

  /// Counts from `word` on, of at most 64 letters.
  void from(String word) {
    Arrays.fill(places, 0);
    length = word.length();
    for (int i = 0; i < length; i++) {
      places[word.charAt(i) % Lettering.CLASSES] |= 1L << i;
    }
  }

  int to(byte[] letters, int start, int end) {
    int slips = length;
    long last = 1L << (length - 1);
    long more = -1;
    long less = 0;
    long equal = 0;
    long before = 0;
    for (int i = start; i < end; i++) {
      long here = places[letters[i]];
      long swapped = ((~equal & here) << 1) & before;
      equal = (((here & more) + more) ^ more) | here | less | swapped;
      long up = less | ~(equal | more);
      long down = equal & more;
      slips += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
      up = up << 1 | 1;
      more = down << 1 | ~(equal | up);
      less = up & equal;
      before = here;
    }
    return slips;
  }
}
