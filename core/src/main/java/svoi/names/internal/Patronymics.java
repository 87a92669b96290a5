package svoi.names.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the patronymics of a father's name by sound: by rule, and from `patronymics.tsv` where the
/// rule fails.
final class Patronymics {
  /// The last ones are regular after some names and colloquial after others: Ілліч, Иваныч.
  private static final List<String> OF_SONS = List.of("oviC", "eviC", "iC");

  private static final List<String> OF_DAUGHTERS = List.of("ivna", "ovna", "evna", "iCna");
  private static final Map<String, String[]> IRREGULAR = irregular();

  private Patronymics() {}

  private static Map<String, String[]> irregular() {
    Map<String, String[]> rows = new HashMap<>();
    for (String[] row : Tables.rows("patronymics.tsv")) {
      rows.put(row[0] + " " + row[1], row);
    }
    return rows;
  }

  /// Those of sons or of daughters of a father who is `uk` and `ru`; all of them are one name.
  static Set<String> of(String uk, String ru, boolean daughters) {
    Set<String> sounds = new LinkedHashSet<>();
    for (String stem : stems(uk, ru)) {
      for (String suffix : daughters ? OF_DAUGHTERS : OF_SONS) {
        sounds.add(new Sound().add(stem).add(suffix).toString());
      }
    }
    String[] row = IRREGULAR.get(uk + " " + ru);
    if (row != null) {
      addAll(sounds, row[daughters ? 3 : 2]);
      addAll(sounds, row[daughters ? 5 : 4]);
    }
    return sounds;
  }

  private static void addAll(Set<String> sounds, String forms) {
    for (String form : Arrays.asList(forms.split(",", -1))) {
      sounds.add(Cyrillic.soft(Literal.plain(form)));
    }
    sounds.remove("");
  }

  private static Set<String> stems(String uk, String ru) {
    Set<String> stems = new LinkedHashSet<>();
    for (String name :
        List.of(Cyrillic.soft(Literal.plain(uk)), Cyrillic.soft(Literal.plain(ru)))) {
      stems.add(withoutVowels(name));
      if (name.endsWith("i")) {
        stems.add(name);
        stems.add(name.substring(0, name.length() - 1));
      }
    }
    return stems;
  }

  private static String withoutVowels(String sound) {
    int end = sound.length();
    while (end > 2 && Sound.isVowel(sound.charAt(end - 1))) {
      end--;
    }
    return sound.substring(0, end);
  }
}
