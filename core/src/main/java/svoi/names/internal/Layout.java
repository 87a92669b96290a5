package svoi.names.internal;

import svoi.names.Reading;

/// Reads text again as if another keyboard layout had been on.
enum Layout {
  /// Latin letters from a hand that wrote Ukrainian.
  UKRAINIAN(Reading.WRONG_LAYOUT_UK, Keys.LATIN, Keys.UKRAINIAN),
  /// Latin letters from a hand that wrote Russian.
  RUSSIAN(Reading.WRONG_LAYOUT_RU, Keys.LATIN, Keys.RUSSIAN),
  /// Ukrainian letters from a hand that wrote Latin.
  LATIN_FROM_UKRAINIAN(Reading.CYRILLIC_FOR_LATIN, Keys.UKRAINIAN, Keys.LATIN),
  /// Russian letters from a hand that wrote Latin.
  LATIN_FROM_RUSSIAN(Reading.CYRILLIC_FOR_LATIN, Keys.RUSSIAN, Keys.LATIN);

  private final Reading reading;
  private final String typed;
  private final String meant;

  Layout(Reading reading, String typed, String meant) {
    this.reading = reading;
    this.typed = typed;
    this.meant = meant;
  }

  Reading reading() {
    return reading;
  }

  /// Whether `text` has letters of the layout that was on, and of no other.
  boolean mayRead(String text) {
    boolean latin = typed.equals(Keys.LATIN);
    return text.chars().anyMatch(c -> isLetter(c, latin))
        && text.chars().noneMatch(c -> isLetter(c, !latin));
  }

  private static boolean isLetter(int character, boolean latin) {
    char small = Character.toLowerCase((char) character);
    return latin ? Word.isLatin(small) : Word.isCyrillic(small);
  }

  /// `text` with each character replaced by the one on the same key; unchanged where nothing is.
  String read(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      int key = typed.indexOf(out.charAt(i));
      if (key >= 0) {
        out.setCharAt(i, meant.charAt(key));
      }
    }
    return out.toString();
  }

  /// The same keys in the same order, without and with Shift.
  static final class Keys {
    static final String LATIN =
        "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\`" + "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>|~";
    static final String UKRAINIAN =
        "йцукенгшщзхїфівапролджєячсмитьбюґ'" + "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐ'";
    static final String RUSSIAN =
        "йцукенгшщзхъфывапролджэячсмитьбю\\ё" + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ|Ё";
  }
}
