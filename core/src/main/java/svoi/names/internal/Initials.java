package svoi.names.internal;

import java.util.Map;

/// First letters as sets of bits, so that one comparison tells whether an initial fits a name.
final class Initials {
  private static final String LETTERS = "абвгдежзиклмнопрстуфхцчшщюя";
  private static final String VARIANTS = "ґгёеєеэеіиїийиыи";

  /// Cyrillic letters for which a Latin one may be the first: Kh is х, Zh ж, Yu ю.
  private static final Map<Character, String> LATIN =
      Map.ofEntries(
          Map.entry('a', "а"),
          Map.entry('b', "б"),
          Map.entry('c', "цчкс"),
          Map.entry('d', "д"),
          Map.entry('e', "е"),
          Map.entry('f', "фх"),
          Map.entry('g', "г"),
          Map.entry('h', "гх"),
          Map.entry('i', "иеюя"),
          Map.entry('j', "июяеж"),
          Map.entry('k', "кх"),
          Map.entry('l', "л"),
          Map.entry('m', "м"),
          Map.entry('n', "н"),
          Map.entry('o', "о"),
          Map.entry('p', "п"),
          Map.entry('q', "к"),
          Map.entry('r', "р"),
          Map.entry('s', "сшщжз"),
          Map.entry('t', "тцч"),
          Map.entry('u', "ую"),
          Map.entry('v', "в"),
          Map.entry('w', "в"),
          Map.entry('x', "хк"),
          Map.entry('y', "июяе"),
          Map.entry('z', "зжц"),
          Map.entry('č', "ч"),
          Map.entry('š', "ш"),
          Map.entry('ž', "ж"),
          Map.entry('ŝ', "щ"));

  /// Letter groups that stand for one Cyrillic letter.
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("yu", "ю"),
          Map.entry("iu", "ю"),
          Map.entry("ju", "ю"),
          Map.entry("ya", "я"),
          Map.entry("ia", "я"),
          Map.entry("ja", "я"),
          Map.entry("ye", "е"),
          Map.entry("ie", "е"),
          Map.entry("je", "е"),
          Map.entry("yi", "и"),
          Map.entry("ji", "и"),
          Map.entry("zh", "ж"),
          Map.entry("kh", "х"),
          Map.entry("ch", "чх"),
          Map.entry("sh", "шж"),
          Map.entry("ts", "ц"),
          Map.entry("tch", "ч"),
          Map.entry("tsch", "ч"),
          Map.entry("sch", "щш"),
          Map.entry("shch", "щ"),
          Map.entry("sz", "ш"),
          Map.entry("cz", "ч"),
          Map.entry("yo", "ие"),
          Map.entry("th", "ф"));

  private Initials() {}

  /// The letters for which `word` may be the initial; 0 when it is none.
  static int of(Word word) {
    String letters = word.letters();
    if (GROUPS.containsKey(letters)) {
      return bits(GROUPS.getOrDefault(letters, ""));
    }
    if (letters.length() > 1) {
      return 0;
    }
    return bits(LATIN.getOrDefault(letters.charAt(0), letters));
  }

  /// The first letters of a name in both languages.
  static int ofName(String uk, String ru) {
    return bits(first(uk)) | bits(first(ru));
  }

  private static String first(String name) {
    return name.isEmpty() ? "" : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT);
  }

  private static int bits(String letters) {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      int variant = VARIANTS.indexOf(letters.charAt(i));
      char letter =
          variant >= 0 && variant % 2 == 0 ? VARIANTS.charAt(variant + 1) : letters.charAt(i);
      int place = LETTERS.indexOf(letter);
      bits |= place < 0 ? 0 : 1 << place;
    }
    return bits;
  }
}
