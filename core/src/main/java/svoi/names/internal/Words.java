package svoi.names.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts text into words, whatever it is: marks, controls, emoji and floods of accents fall away.
final class Words {
  /// Longer than any name with its patronymic; what follows is not read.
  private static final int MOST_CHARACTERS = 200;

  private static final int MOST_WORDS = 8;

  /// Longer words are cut: no name part is longer, and work grows with the length.
  private static final int LONGEST_WORD = 40;

  private static final String APOSTROPHES = "'’‘ʼʹʻ′`´\"“”″*";

  /// Parts of eastern patronymics that carry no name.
  private static final Set<String> SILENT =
      Set.of(
          "огли", "оглы", "оглу", "кизи", "кызы", "гизи", "ogly", "oglu", "ogli", "kyzy", "kizi");

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder letters = new StringBuilder();
  private boolean capitals = true;

  private Words() {}

  /// The words of `text` in their order, at most eight.
  static List<Word> of(String text) {
    Words words = new Words();
    String plain = plain(text);
    for (int i = 0; i < plain.length(); i++) {
      words.read(plain, i);
    }
    words.end();
    return words.words;
  }

  /// The beginning of `text` that is read at all, composed, without format characters.
  static String plain(String text) {
    String start = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    StringBuilder plain = new StringBuilder(start.length());
    Normalizer.normalize(start, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .limit(MOST_CHARACTERS)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private void read(String text, int at) {
    char character = text.charAt(at);
    if (Character.isLetter(character)) {
      add(character);
    } else if (!isMark(character) && !joins(text, at)) {
      end();
    }
  }

  private static boolean isMark(char character) {
    return Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private static boolean joins(String text, int at) {
    return APOSTROPHES.indexOf(text.charAt(at)) >= 0
        && at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private void add(char character) {
    if (letters.length() < LONGEST_WORD) {
      capitals &= Character.isUpperCase(character);
      letters.append(Character.toLowerCase(character));
    }
  }

  private void end() {
    String word = letters.toString();
    if (!word.isEmpty() && words.size() < MOST_WORDS && !SILENT.contains(word)) {
      words.add(new Word(word, capitals));
    }
    letters.setLength(0);
    capitals = true;
  }
}
