package svoi.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sounds and what they stand for, while an index is built.
final class Pairs {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> sounds = new ArrayList<>();
  private int[] owners = new int[16];
  private int[] values = new int[16];
  private int size;

  /// The sounds in the order of their letters.
  private String[] sorted = new String[0];

  void add(String sound, int value) {
    Integer known = numbers.putIfAbsent(sound, sounds.size());
    if (known == null) {
      sounds.add(sound);
    }
    if (size == owners.length) {
      owners = Arrays.copyOf(owners, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    owners[size] = known == null ? sounds.size() - 1 : known;
    values[size++] = value;
  }

  Dictionary dictionary() {
    sorted = sounds.toArray(String[]::new);
    Arrays.sort(sorted);
    return new Dictionary(sorted);
  }

  /// The values of each sound, owned by its number in the dictionary, which must have been made.
  Lists lists() {
    int[] places = new int[sorted.length];
    for (int place = 0; place < sorted.length; place++) {
      places[numbers.getOrDefault(sorted[place], 0)] = place;
    }
    int[] owned = new int[size];
    Arrays.setAll(owned, i -> places[owners[i]]);
    return Lists.of(sorted.length, owned, Arrays.copyOf(values, size));
  }
}
