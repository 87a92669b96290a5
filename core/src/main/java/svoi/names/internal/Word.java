package svoi.names.internal;

/// One word of a query or of a name.
///
/// @param letters in lower case, without marks and apostrophes; never empty
/// @param capitals whether all its letters were typed as capitals
record Word(String letters, boolean capitals) {
  static boolean isCyrillic(char letter) {
    return letter >= '\u0400' && letter <= '\u052f';
  }

  static boolean isLatin(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= '\u00df' && letter <= '\u024f')
        || (letter >= '\u1e00' && letter <= '\u1eff');
  }

  boolean hasCyrillic() {
    return letters.chars().anyMatch(c -> isCyrillic((char) c));
  }

  boolean hasLatin() {
    return letters.chars().anyMatch(c -> isLatin((char) c));
  }

  boolean isMixed() {
    return hasCyrillic() && hasLatin();
  }

  /// One of its letters as a word.
  Word letter(int place) {
    return new Word(letters.substring(place, place + 1), capitals);
  }

  /// This word and the next one as one.
  Word with(Word next) {
    return new Word(letters + next.letters, capitals && next.capitals);
  }
}
