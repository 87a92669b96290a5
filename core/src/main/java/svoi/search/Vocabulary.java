package svoi.search;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Numbers the words of a small vocabulary from 0, so that rows are counted in arrays.
final class Vocabulary {
  /// The number of a word that no row has.
  static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<String> words = new CopyOnWriteArrayList<>();

  /// The number of `word`, a new one when it was never seen.
  synchronized int learn(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    words.add(word);
    numbers.put(word, words.size() - 1);
    return words.size() - 1;
  }

  /// The number of `word`, or [#UNKNOWN].
  int number(String word) {
    return numbers.getOrDefault(word, UNKNOWN);
  }

  String word(int number) {
    return words.get(number);
  }

  int size() {
    return words.size();
  }

  /// The words whose count is not zero.
  Map<String, Integer> named(int[] counts) {
    Map<String, Integer> named = new HashMap<>();
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > 0) {
        named.put(words.get(number), counts[number]);
      }
    }
    return named;
  }
}
