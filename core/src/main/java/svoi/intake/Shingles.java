package svoi.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A text as folded words and pairs of neighbouring ones, to be compared with others.
///
/// A word is folded to what Ukrainian and Russian spell alike and cut to its first six letters, so
/// that endings count little. What many texts have counts little, too.
final class Shingles {
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_WORDS = 2_000;
  private static final int SHORTEST_WORD = 4;
  private static final int STEM = 6;

  /// Less than a sixth of the weight in common is what any two messages about one matter have.
  private static final double LEAST_LIKE = 0.16;

  /// Four or more, so that one town or one name is no story.
  private static final int LEAST_SHARED = 4;

  private static final int MOST_WORDS_SHOWN = 12;

  /// Folded words and pairs with a spelling of the former; the pairs have none.
  private final Map<String, String> terms = new LinkedHashMap<>();

  Shingles(String text) {
    String before = "";
    int words = 0;
    for (String word : words(text)) {
      if (words++ == MOST_WORDS) {
        break;
      }
      String folded = fold(word);
      if (folded.length() >= SHORTEST_WORD) {
        terms.putIfAbsent(folded, word);
        if (!before.isEmpty()) {
          terms.putIfAbsent(before + " " + folded, "");
        }
        before = folded;
      }
    }
  }

  /// A text that may tell the same.
  record Match<T>(T to, double like, List<String> words) {}

  /// The likeliest of `others`, at most `most`, the likeliest first.
  static <T> List<Match<T>> likely(Shingles one, Map<T, Shingles> others, int most) {
    Map<String, Integer> frequency = new HashMap<>();
    one.terms.keySet().forEach(term -> frequency.merge(term, 1, Integer::sum));
    others
        .values()
        .forEach(o -> o.terms.keySet().forEach(t -> frequency.merge(t, 1, Integer::sum)));
    int texts = others.size() + 1;
    List<Match<T>> matches = new ArrayList<>();
    others.forEach(
        (to, other) -> {
          Set<String> shared = new java.util.LinkedHashSet<>(one.terms.keySet());
          shared.retainAll(other.terms.keySet());
          double least =
              Math.min(
                  weight(one.terms.keySet(), frequency, texts),
                  weight(other.terms.keySet(), frequency, texts));
          double like = least == 0 ? 0 : weight(shared, frequency, texts) / least;
          List<String> words = one.spelt(shared, frequency);
          if (like >= LEAST_LIKE && words.size() >= LEAST_SHARED) {
            matches.add(new Match<>(to, like, words));
          }
        });
    return matches.stream()
        .sorted(Comparator.comparingDouble((Match<T> m) -> m.like()).reversed())
        .limit(most)
        .toList();
  }

  private List<String> spelt(Set<String> shared, Map<String, Integer> frequency) {
    return shared.stream()
        .filter(term -> !terms.getOrDefault(term, "").isEmpty())
        .sorted(Comparator.comparingInt(term -> frequency.getOrDefault(term, 1)))
        .limit(MOST_WORDS_SHOWN)
        .map(term -> terms.getOrDefault(term, ""))
        .toList();
  }

  private static double weight(
      Collection<String> terms, Map<String, Integer> frequency, int texts) {
    return terms.stream()
        .mapToDouble(term -> Math.log((texts + 1.0) / frequency.getOrDefault(term, 1)))
        .sum();
  }

  private static List<String> words(String text) {
    String bounded = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    return Arrays.stream(bounded.split("[^\\p{L}\\p{M}\\p{N}'’ʼ]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static String fold(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{M}'’ʼьъ]", "")
            .replace('і', 'и')
            .replace('ы', 'и')
            .replace('є', 'е')
            .replace('э', 'е')
            .replace('ґ', 'г');
    return plain.substring(0, Math.min(STEM, plain.length()));
  }
}
