package svoi.names.internal;

import java.util.Arrays;

/// Lists of whole numbers for owners numbered from 0, in two arrays.
final class Lists {
  private final int[] starts;
  private final int[] entries;

  private Lists(int[] starts, int[] entries) {
    this.starts = starts;
    this.entries = entries;
  }

  /// Gives entry `values[i]` to owner `owners[i]`; each owner keeps the order.
  static Lists of(int owners, int[] ownerOf, int[] values) {
    int[] starts = new int[owners + 1];
    for (int owner : ownerOf) {
      starts[owner + 1]++;
    }
    for (int i = 0; i < owners; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, owners);
    int[] entries = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      entries[next[ownerOf[i]]++] = values[i];
    }
    return new Lists(starts, entries);
  }

  int start(int owner) {
    return starts[owner];
  }

  int end(int owner) {
    return starts[owner + 1];
  }

  /// All entries, those of owner 0 first; not to be changed.
  int[] all() {
    return entries;
  }

  int get(int place) {
    return entries[place];
  }
}
