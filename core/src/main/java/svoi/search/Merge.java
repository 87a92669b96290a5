package svoi.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/// Changes a few elements of a large sorted array, copying the rest in runs.
final class Merge {
  private Merge() {}

  /// `sorted` without `gone`, all of which it holds, and with `fresh`, still in `order`.
  static <T> T[] merge(
      T[] sorted, Collection<T> gone, Collection<T> fresh, Comparator<? super T> order) {
    return with(without(sorted, gone, order), fresh, order);
  }

  private static <T> T[] without(T[] sorted, Collection<T> gone, Comparator<? super T> order) {
    int[] places =
        gone.stream().mapToInt(row -> Arrays.binarySearch(sorted, row, order)).sorted().toArray();
    T[] kept = Arrays.copyOf(sorted, sorted.length - places.length);
    int from = 0;
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(sorted, from, kept, from - i, places[i] - from);
      from = places[i] + 1;
    }
    System.arraycopy(sorted, from, kept, from - places.length, sorted.length - from);
    return kept;
  }

  private static <T> T[] with(T[] sorted, Collection<T> fresh, Comparator<? super T> order) {
    T[] all = Arrays.copyOf(sorted, sorted.length + fresh.size());
    int from = 0;
    int added = 0;
    for (T row : (Iterable<T>) fresh.stream().sorted(order)::iterator) {
      int place = -Arrays.binarySearch(sorted, from, sorted.length, row, order) - 1;
      System.arraycopy(sorted, from, all, from + added, place - from);
      all[place + added] = row;
      from = place;
      added++;
    }
    System.arraycopy(sorted, from, all, from + added, sorted.length - from);
    return all;
  }
}
