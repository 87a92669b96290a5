package svoi.names.internal;

/// Letters of the two alphabets that look the same, for words in which they were mixed.
final class LookAlikes {
  private static final String LATIN = "abcehikmoptxy";
  private static final String CYRILLIC = "авсенікмортху";

  /// Latin letters that have no twin, by what they sound like.
  private static final String LATIN_SOUNDS = "dfgjlnqrsuvwz";

  private static final String CYRILLIC_SOUNDS = "дфгйлнкрсуввз";

  private LookAlikes() {}

  /// `word` with its Latin letters replaced: by their twins, else by their sounds.
  static String cyrillic(String word) {
    return replaced(replaced(word, LATIN, CYRILLIC), LATIN_SOUNDS, CYRILLIC_SOUNDS);
  }

  /// `word` with the twins of Latin letters replaced; other Cyrillic letters stay.
  static String latin(String word) {
    return replaced(word, CYRILLIC, LATIN);
  }

  private static String replaced(String word, String from, String to) {
    StringBuilder out = new StringBuilder(word);
    for (int i = 0; i < out.length(); i++) {
      int place = from.indexOf(out.charAt(i));
      if (place >= 0) {
        out.setCharAt(i, to.charAt(place));
      }
    }
    return out.toString();
  }
}
