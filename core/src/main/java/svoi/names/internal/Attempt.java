package svoi.names.internal;

import java.util.List;

/// A word and how far to look for what it may be.
record Attempt(Word word, Depth depth) {
  static List<Attempt> all(List<Word> words, Depth depth) {
    return words.stream().map(word -> new Attempt(word, depth)).toList();
  }
}
