package svoi.names.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One row of the lexicon: a given name with everything it is called.
///
/// @param gender `m` or `f`
/// @param spellings by sound
/// @param sons the patronymics of his sons by sound; empty for a woman
/// @param daughters those of his daughters
record GivenName(
    String gender,
    String uk,
    String ru,
    Map<String, Called> spellings,
    Set<String> sons,
    Set<String> daughters) {
  /// One of its spellings.
  ///
  /// @param letters as [Literal#plain] gives them
  record Called(String letters, int worth) {}

  static GivenName of(String[] row) {
    boolean father = row[0].equals("m");
    return new GivenName(
        row[0],
        row[1],
        row[2],
        spellings(row),
        father ? Patronymics.of(row[1], row[2], false) : Set.of(),
        father ? Patronymics.of(row[1], row[2], true) : Set.of());
  }

  private static Map<String, Called> spellings(String[] row) {
    Map<String, Called> spellings = new LinkedHashMap<>();
    add(spellings, row[1] + "," + row[2], Spelling.SAME_NAME);
    add(spellings, row[5], Spelling.WESTERN);
    add(spellings, row[3] + "," + row[4], Spelling.PET);
    addClipped(spellings, Cyrillic.soft(Literal.plain(row[1])));
    addClipped(spellings, Cyrillic.soft(Literal.plain(row[2])));
    return spellings;
  }

  private static void add(Map<String, Called> spellings, String names, int worth) {
    for (String name : Arrays.asList(names.split(",", -1))) {
      for (Word word : Words.of(name)) {
        Called called = new Called(Literal.plain(word.letters()), worth);
        Sounds.of(word).stream().limit(3).forEach(r -> spellings.putIfAbsent(r.sound(), called));
        spellings.putIfAbsent(Cyrillic.hard(word.letters()), called);
      }
    }
    spellings.remove("");
  }

  private static void addClipped(Map<String, Called> spellings, String sound) {
    boolean vowelFirst = !sound.isEmpty() && Sound.isVowel(sound.charAt(0));
    if (vowelFirst && sound.length() > 3 && !Sound.isVowel(sound.charAt(1))) {
      spellings.putIfAbsent(sound.substring(1), new Called("", Spelling.CLIPPED));
    }
  }

  /// Its two official forms, as [Literal#plain] gives them.
  List<String> official() {
    return List.of(Literal.plain(uk), Literal.plain(ru));
  }
}
