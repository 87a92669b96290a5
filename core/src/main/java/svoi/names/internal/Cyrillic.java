package svoi.names.internal;

/// Reads Cyrillic words, Ukrainian and Russian alike, as they sound.
final class Cyrillic {
  private static final String LETTERS = "абвгґдеєэёжзиіїыйклмнопрстуўфхцчшщюяѣ";
  private static final String[] SOUNDS =
      "a b v g g d e e e e Z z i i i i i k l m n o p r s t u v f x c C S W iu ia e".split(" ", -1);

  private Cyrillic() {}

  /// The sound of `word`; ьо is ё, as in Ковальов and Ковалёв.
  static String soft(String word) {
    return read(word, "i");
  }

  /// The sound of `word` as passports spell it, where the soft sign is silent: Kovalov.
  static String hard(String word) {
    return read(word, "");
  }

  private static String read(String word, String softSign) {
    Sound sound = new Sound();
    for (int i = 0; i < word.length(); i++) {
      int place = LETTERS.indexOf(word.charAt(i));
      if (place >= 0) {
        sound.add(SOUNDS[place]);
      } else if (word.startsWith("ьо", i) || word.startsWith("ъо", i)) {
        sound.add(softSign);
      }
    }
    return sound.toString();
  }
}
