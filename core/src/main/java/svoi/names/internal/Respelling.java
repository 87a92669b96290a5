package svoi.names.internal;

import java.util.Locale;

/// Spells a name with the letters of the other language, as registry offices are used to do it.
public final class Respelling {
  private static final String VOWELS = "аеєиіїоуюяыэё";

  private Respelling() {}

  /// A Ukrainian surname in Russian letters: Вигаданец for Вигаданець. Respelt, not translated.
  public static String russianSurname(String ukrainian) {
    String name = ukrainian.toLowerCase(Locale.ROOT);
    for (String[] end : RUSSIAN_ENDS) {
      if (name.length() > end[0].length() + 1 && name.endsWith(end[0])) {
        return russian(name.substring(0, name.length() - end[0].length())) + end[1];
      }
    }
    return russian(name);
  }

  private static final String[][] RUSSIAN_ENDS = {
    {"ський", "ский"},
    {"цький", "цкий"},
    {"зький", "зкий"},
    {"ська", "ская"},
    {"цька", "цкая"},
    {"зька", "зкая"},
    {"ний", "ный"},
    {"тий", "тый"},
    {"рий", "рый"},
    {"вий", "вый"},
    {"лий", "лый"},
    {"дий", "дый"},
    {"бий", "бый"},
    {"мий", "мый"},
    {"пий", "пый"},
    {"сий", "сый"},
    {"зий", "зый"},
    {"ець", "ец"},
    {"єць", "ец"},
    {"ів", "ив"},
    {"їв", "ив"}
  };

  /// A Russian surname in Ukrainian letters.
  public static String ukrainianSurname(String russian) {
    String name = russian.toLowerCase(Locale.ROOT);
    for (String[] end : UKRAINIAN_ENDS) {
      if (name.length() > end[0].length() + 1 && name.endsWith(end[0])) {
        return ukrainian(name.substring(0, name.length() - end[0].length())) + end[1];
      }
    }
    return ukrainian(name);
  }

  private static final String[][] UKRAINIAN_ENDS = {
    {"ский", "ський"}, {"цкий", "цький"}, {"зкий", "зький"},
    {"ская", "ська"}, {"цкая", "цька"}, {"зкая", "зька"},
    {"ый", "ий"}, {"ец", "ець"}
  };

  /// Letter by letter, Ukrainian to Russian.
  public static String russian(String ukrainian) {
    String name = ukrainian.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char next = i + 1 < name.length() ? name.charAt(i + 1) : ' ';
      switch (name.charAt(i)) {
        case 'і', 'ї' -> out.append('и');
        case 'є' -> out.append('е');
        case 'ґ' -> out.append('г');
        case 'е' -> out.append(i == 0 ? 'э' : 'е');
        case '’', '\'', 'ʼ' -> out.append(isIotated(next) ? "ь" : "");
        case 'й' -> {
          if (next == 'о') {
            out.append(i == 0 ? "йо" : VOWELS.indexOf(name.charAt(i - 1)) >= 0 ? "ё" : "ьё");
            i++;
          } else {
            out.append('й');
          }
        }
        case 'ь' -> {
          if (next == 'о') {
            out.append('ё');
            i++;
          } else {
            out.append('ь');
          }
        }
        default -> out.append(name.charAt(i));
      }
    }
    return out.toString();
  }

  /// Letter by letter, Russian to Ukrainian.
  public static String ukrainian(String russian) {
    String name = russian.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char before = i == 0 ? ' ' : name.charAt(i - 1);
      boolean open = i == 0 || VOWELS.indexOf(before) >= 0 || before == 'ь' || before == 'ъ';
      switch (name.charAt(i)) {
        case 'ы' -> out.append('и');
        case 'э' -> out.append('е');
        case 'е' -> out.append(open ? 'є' : 'е');
        case 'ё' -> out.append(open ? "йо" : "ьо");
        case 'и' ->
            out.append(
                i == 0 || isVowel(after(name, i)) ? (open && i > 0 ? 'ї' : 'і') : open ? 'ї' : 'и');
        case 'ъ' -> out.append('’');
        case 'ь' -> out.append(labial(before) && isIotated(after(name, i)) ? '’' : 'ь');
        default -> out.append(name.charAt(i));
      }
    }
    return out.toString();
  }

  private static char after(String name, int at) {
    return at + 1 < name.length() ? name.charAt(at + 1) : ' ';
  }

  private static boolean isVowel(char letter) {
    return letter == 'й' || VOWELS.indexOf(letter) >= 0;
  }

  private static boolean isIotated(char letter) {
    return "яюєїеё".indexOf(letter) >= 0;
  }

  private static boolean labial(char letter) {
    return "бпвмфркгх".indexOf(letter) >= 0;
  }
}
