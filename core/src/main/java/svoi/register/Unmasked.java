package svoi.register;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A text as it reads, whatever its letters are made of: words of mixed alphabets become words of
/// one, letters with accents or of other widths become plain ones.
///
/// @param text what a reader sees
/// @param origin for each character of it, where that began in the text as it was typed
/// @param length of the text as it was typed
record Unmasked(String text, int[] origin, int length) {
  private static final String LATIN = "aceiopxykmthbïëunrgACEIOPXYKMTHBÏË";
  private static final String LIKE_LATIN = "асеіорхукмтнвїёипгдАСЕІОРХУКМТНВЇЁ";
  private static final String GREEK = "αεικορτυχΑΒΕΗΙΚΜΟΡΤΥΧ";
  private static final Map<Character, Character> TO_CYRILLIC =
      twins(LATIN + GREEK, LIKE_LATIN + "аеікортухАВЕНІКМОРТУХ");
  private static final Map<Character, Character> TO_LATIN =
      twins(LIKE_LATIN + GREEK, LATIN + "aeikoptyxABEHIKMOPTYX");

  private static Map<Character, Character> twins(String letters, String twins) {
    Map<Character, Character> found = new HashMap<>();
    for (int i = 0; i < letters.length(); i++) {
      found.put(letters.charAt(i), twins.charAt(i));
    }
    return Map.copyOf(found);
  }

  /// Other ways in which the text reads; empty if it is what it looks like.
  static List<Unmasked> readings(String typed) {
    Unmasked plain = plain(typed);
    Unmasked cyrillic = plain.with(TO_CYRILLIC);
    Unmasked latin = plain.with(TO_LATIN);
    if (!cyrillic.text.equals(plain.text) || !latin.text.equals(plain.text)) {
      return List.of(cyrillic, latin);
    }
    return plain.text.equals(typed) ? List.of() : List.of(plain);
  }

  /// Where what begins at `start` of this reading begins in the text as it was typed.
  int from(int start) {
    return origin[start];
  }

  /// Where what ends at `end` ends there, with the accents on its last letter.
  int to(int end) {
    return end < origin.length ? origin[end] : length;
  }

  private static Unmasked plain(String typed) {
    StringBuilder text = new StringBuilder();
    IntStream.Builder origin = IntStream.builder();
    int at = 0;
    while (at < typed.length()) {
      int next = letterEnd(typed, at);
      String letter = unaccented(typed.substring(at, next));
      for (int i = 0; i < letter.length(); i++) {
        origin.add(at);
      }
      text.append(letter);
      at = next;
    }
    return new Unmasked(text.toString(), origin.build().toArray(), typed.length());
  }

  /// The end of a character with the marks that stand on it.
  private static int letterEnd(String text, int at) {
    int end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length() && isMark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  /// One character without its accents; й, ї and ё are letters of their own and stay.
  private static String unaccented(String letter) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(letter, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !isMark(c))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /// The same with every word of more than one alphabet in twins of these.
  private Unmasked with(Map<Character, Character> twins) {
    StringBuilder read = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(at);
      if (isMixed(at, end)) {
        for (int i = at; i < end; i++) {
          read.setCharAt(i, twins.getOrDefault(text.charAt(i), text.charAt(i)));
        }
      }
      at = Math.max(end, at + 1);
    }
    return new Unmasked(read.toString(), origin, length);
  }

  /// The end of the word at `at`, which is `at` itself where none is.
  private int wordEnd(int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean isMixed(int from, int to) {
    return text.substring(from, to)
            .chars()
            .mapToObj(Character.UnicodeScript::of)
            .distinct()
            .limit(2)
            .count()
        > 1;
  }
}
