package svoi.bench.judged;

import java.util.Locale;
import java.util.Random;

/// Keys with the letters of three layouts, and slips of fingers on them.
final class Keyboard {
  private static final String LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
  private static final String UKRAINIAN = "'йцукенгшщзхїфівапролджєячсмитьбю";
  private static final String RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю";
  private static final String[] ROWS = {
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "йцукенгшщзхї",
    "фівапролджє",
    "ячсмитьбю",
    "йцукенгшщзхъ",
    "фывапролджэ"
  };

  private Keyboard() {}

  /// What stands on the paper when the Latin layout was on.
  static String latinFor(String cyrillic, boolean ukrainian) {
    return mapped(cyrillic, ukrainian ? UKRAINIAN : RUSSIAN, LATIN);
  }

  /// What stands on the paper when a Cyrillic layout was on.
  static String cyrillicFor(String latin, boolean ukrainian) {
    return mapped(latin, LATIN, ukrainian ? UKRAINIAN : RUSSIAN);
  }

  private static String mapped(String text, String from, String to) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int key = from.indexOf(Character.toLowerCase(letter));
      char other = key < 0 ? letter : to.charAt(key);
      out.append(Character.isUpperCase(letter) ? Character.toUpperCase(other) : other);
    }
    return out.toString();
  }

  /// `word` with one letter left out, added, swapped or hit beside.
  static String slip(String word, Random random) {
    int at = 1 + random.nextInt(Math.max(1, word.length() - 1));
    if (at >= word.length()) {
      return word;
    }
    StringBuilder slip = new StringBuilder(word);
    switch (random.nextInt(4)) {
      case 0 -> slip.deleteCharAt(at);
      case 1 -> slip.insert(at, neighbour(word.charAt(at), random));
      case 2 -> {
        char letter = slip.charAt(at);
        slip.setCharAt(at, slip.charAt(at - 1));
        slip.setCharAt(at - 1, letter);
      }
      default -> slip.setCharAt(at, neighbour(word.charAt(at), random));
    }
    String result = slip.toString().toLowerCase(Locale.ROOT);
    return result.equals(word.toLowerCase(Locale.ROOT))
        ? slip(word, random)
        : result.substring(0, 1).toUpperCase(Locale.ROOT) + result.substring(1);
  }

  private static char neighbour(char letter, Random random) {
    for (String row : ROWS) {
      int place = row.indexOf(Character.toLowerCase(letter));
      if (place >= 0) {
        int other = place == 0 ? 1 : place == row.length() - 1 ? place - 1 : 0;
        return row.charAt(other > 0 ? other : place + (random.nextBoolean() ? 1 : -1));
      }
    }
    return letter;
  }
}
