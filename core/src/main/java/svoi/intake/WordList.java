package svoi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import svoi.platform.Language;

/// 2,048 words of one language: eleven bits each. The first four letters decide, so a word that is
/// bent, cut or misspelt behind them is still known.
final class WordList {
  static final int SIZE = 2048;
  private static final int DECISIVE = 4;
  private static final Map<Language, WordList> LISTS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      LISTS.put(language, new WordList(read(language)));
    }
  }

  private final List<String> words;
  private final Map<String, Integer> places = new HashMap<>();

  private WordList(List<String> words) {
    if (words.size() != SIZE) {
      throw new IllegalStateException("a word list of " + words.size());
    }
    this.words = words;
    for (int i = 0; i < SIZE; i++) {
      places.put(decisive(words.get(i)), i);
    }
  }

  static WordList of(Language language) {
    return java.util.Objects.requireNonNull(LISTS.get(language));
  }

  String word(int place) {
    return words.get(place);
  }

  /// Place of a word typed in lower case, from 0; empty if no word begins like it.
  OptionalInt place(String typed) {
    Integer place = places.get(decisive(typed));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  List<String> words() {
    return words;
  }

  private static String decisive(String word) {
    return word.substring(0, Math.min(DECISIVE, word.length()));
  }

  private static List<String> read(Language language) {
    String name = "/svoi/intake/words." + language.code() + ".txt";
    try (InputStream in = WordList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
