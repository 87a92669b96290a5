package svoi.names;

import java.util.Locale;
import java.util.Map;

/// Latin spelling of a Ukrainian name by resolution 55 of the Cabinet of Ministers of 2010-01-27,
/// the one in passports.
public final class Latin {
  private static final Map<Character, String> ANYWHERE =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "h"),
          Map.entry('ґ', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('є', "ie"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "y"),
          Map.entry('і', "i"),
          Map.entry('ї', "i"),
          Map.entry('й', "i"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "shch"),
          Map.entry('ю', "iu"),
          Map.entry('я', "ia"),
          Map.entry('ь', ""),
          Map.entry('’', ""),
          Map.entry('\'', ""),
          Map.entry('ʼ', ""));

  private static final Map<Character, String> AT_START =
      Map.of('є', "ye", 'ї', "yi", 'й', "y", 'ю', "yu", 'я', "ya");

  private Latin() {}

  /// Transliterates `ukrainian`; characters that the resolution does not name stay as they are.
  public static String of(String ukrainian) {
    StringBuilder out = new StringBuilder(ukrainian.length() + 4);
    for (int i = 0; i < ukrainian.length(); i++) {
      boolean start = i == 0 || " -".indexOf(ukrainian.charAt(i - 1)) >= 0;
      append(out, ukrainian, i, start);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String text, int at, boolean start) {
    char original = text.charAt(at);
    char letter = Character.toLowerCase(original);
    String latin = latin(text, at, letter, start);
    if (Character.isUpperCase(original) && !latin.isEmpty()) {
      out.append(latin.substring(0, 1).toUpperCase(Locale.ROOT)).append(latin.substring(1));
    } else {
      out.append(latin);
    }
  }

  private static String latin(String text, int at, char letter, boolean start) {
    if (letter == 'г' && at > 0 && Character.toLowerCase(text.charAt(at - 1)) == 'з') {
      return "gh";
    }
    String special = start ? AT_START.get(letter) : null;
    return special != null ? special : ANYWHERE.getOrDefault(letter, String.valueOf(letter));
  }
}
