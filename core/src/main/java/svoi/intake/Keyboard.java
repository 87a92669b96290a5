package svoi.intake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import svoi.platform.Language;

/// What somebody meant who typed on the keyboard of another language: the same keys, read by the
/// layout of the language that was meant.
final class Keyboard {
  private static final String KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
  private static final Map<Language, String> LAYOUTS = new EnumMap<>(Language.class);
  private static final Map<Character, Integer> KEY_OF = new HashMap<>();

  static {
    LAYOUTS.put(Language.EN, KEYS);
    LAYOUTS.put(Language.RU, "ёйцукенгшщзхъфывапролджэячсмитьбю");
    LAYOUTS.put(Language.UK, "`йцукенгшщзхїфівапролджєячсмитьбю");
    for (Language language : Language.values()) {
      String layout = layout(language);
      for (int key = 0; key < layout.length(); key++) {
        KEY_OF.putIfAbsent(layout.charAt(key), key);
      }
    }
  }

  private Keyboard() {}

  /// `typed` as these keys read in the layout of `meant`; what is on no key stays as it is.
  static String read(String typed, Language meant) {
    StringBuilder read = new StringBuilder(typed.length());
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      Integer key = KEY_OF.get(c);
      read.append(key == null ? c : layout(meant).charAt(key));
    }
    return read.toString().replace('ё', 'е');
  }

  private static String layout(Language language) {
    return java.util.Objects.requireNonNull(LAYOUTS.get(language));
  }
}
