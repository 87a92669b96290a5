package svoi.bench.judged;

import java.util.List;

/// Declines names by the rules of school grammars: genitive, dative, accusative, instrumental.
final class Cases {
  static final int COUNT = 4;

  private Cases() {}

  static String ukrainian(String name, boolean woman, boolean surname, int which) {
    if (surname && woman && !name.endsWith("а") && !name.endsWith("я")) {
      return name;
    }
    if (name.matches(".*(ський|цький|зький|ний|рий|лий|тий|вий|хий|кий)") && !woman) {
      return ending(name, 2, which, "ого", "ому", "ого", "им");
    }
    if (surname && name.matches(".*([ое]в|єв|йов|ін|їн)")) {
      return ending(name, 0, which, "а", "у", "а", "им");
    }
    if (surname && woman && name.matches(".*(ська|цька|зька|на|ова|ева|єва|іна|їна|ла|ра)")) {
      return ending(name, 1, which, "ої", "ій", "у", "ою");
    }
    return ukrainianNoun(name, which);
  }

  private static String ukrainianNoun(String name, int which) {
    if (name.endsWith("ія")) {
      return ending(name, 1, which, "ї", "ї", "ю", "єю");
    }
    if (name.endsWith("я")) {
      return ending(name, 1, which, "і", "і", "ю", "ею");
    }
    if (name.endsWith("а")) {
      int hard = "кгх".indexOf(name.charAt(name.length() - 2));
      return which == 1 && hard >= 0
          ? cut(name, 2) + "цзс".charAt(hard) + "і"
          : ending(name, 1, which, "и", "і", "у", "ою");
    }
    if (name.endsWith("ець")) {
      return ending(name, 3, which, "ця", "цю", "ця", "цем");
    }
    if (name.endsWith("й")) {
      return ending(name, 1, which, "я", "ю", "я", "єм");
    }
    if (name.endsWith("ь")) {
      return ending(name, 1, which, "я", "ю", "я", "ем");
    }
    if (name.endsWith("о")) {
      return ending(name, 1, which, "а", "у", "а", "ом");
    }
    if (List.of("Любов", "Інес").contains(name)) {
      return ending(name, 0, which, "і", "і", "", "’ю");
    }
    return consonant(name, which, "у");
  }

  private static String consonant(String name, int which, String dative) {
    boolean soft = "жчшщц".indexOf(name.charAt(name.length() - 1)) >= 0;
    String root =
        switch (name) {
          case "Прокіп" -> "Прокоп";
          case "Яків" -> "Яков";
          case "Федір" -> "Федор";
          case "Павел" -> "Павл";
          case "Пётр" -> "Петр";
          default -> name;
        };
    return ending(root, 0, which, "а", dative, "а", soft ? "ем" : "ом");
  }

  static String russian(String name, boolean woman, boolean surname, int which) {
    boolean vowel = name.endsWith("а") || name.endsWith("я");
    if (surname && ((woman && !vowel) || name.endsWith("о") || name.matches(".*[иы]х"))) {
      return name;
    }
    if (surname && !woman && name.matches(".*(ий|ый|ой)")) {
      String instrumental = name.endsWith("ый") ? "ым" : "им";
      return ending(name, 2, which, "ого", "ому", "ого", instrumental);
    }
    if (surname && woman && name.endsWith("ая")) {
      return ending(name, 2, which, "ой", "ой", "ую", "ой");
    }
    if (surname && woman && name.matches(".*(ова|ева|ёва|ина)")) {
      return ending(name, 1, which, "ой", "ой", "у", "ой");
    }
    if (surname && name.matches(".*([оеё]в|ин)")) {
      return ending(name, 0, which, "а", "у", "а", "ым");
    }
    return russianNoun(name, woman, which);
  }

  private static String russianNoun(String name, boolean woman, int which) {
    if (name.endsWith("ия")) {
      return ending(name, 1, which, "и", "и", "ю", "ей");
    }
    if (name.endsWith("я")) {
      return ending(name, 1, which, "и", "е", "ю", "ей");
    }
    if (name.endsWith("а")) {
      boolean hushing = "кгхжчшщ".indexOf(name.charAt(name.length() - 2)) >= 0;
      return ending(name, 1, which, hushing ? "и" : "ы", "е", "у", "ой");
    }
    if (name.endsWith("ь") && woman) {
      return ending(name, 1, which, "и", "и", "ь", "ью");
    }
    if (name.equals("Лев")) {
      return ending("Льв", 0, which, "а", "у", "а", "ом");
    }
    if (name.endsWith("й") || name.endsWith("ь")) {
      return ending(name, 1, which, "я", "ю", "я", "ем");
    }
    return consonant(name, which, "у");
  }

  private static String ending(String name, int removed, int which, String... endings) {
    return cut(name, removed) + endings[which];
  }

  private static String cut(String name, int removed) {
    return name.substring(0, name.length() - removed);
  }
}
