package svoi.names.internal;

import java.util.Arrays;

/// A counter for each entry of a dictionary, cleared by what was touched. One thread's own.
final class Counts {
  private byte[] counts = new byte[0];
  private int[] touched = new int[1_024];
  private int size;

  /// Counters for `entries` entries, all zero.
  byte[] of(int entries) {
    if (counts.length < entries) {
      counts = new byte[entries];
    }
    return counts;
  }

  void touched(int entry) {
    if (size == touched.length) {
      touched = Arrays.copyOf(touched, size * 2);
    }
    touched[size++] = entry;
  }

  int size() {
    return size;
  }

  int get(int place) {
    return touched[place];
  }

  void clear() {
    for (int k = 0; k < size; k++) {
      counts[touched[k]] = 0;
    }
    size = 0;
  }
}
