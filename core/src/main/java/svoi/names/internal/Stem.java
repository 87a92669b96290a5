package svoi.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A sound cut into what declension keeps and its ending; the endings are in `endings.tsv`.
///
/// @param text at least two letters
/// @param ending may be empty
record Stem(String text, String ending) {
  private static final int SHORTEST = 2;
  private static final Map<String, Set<String>> CASES = new HashMap<>();
  private static final Map<String, Set<String>> GENDERS = new HashMap<>();
  private static final List<String> ALL;

  static {
    Set<String> endings = new LinkedHashSet<>(List.of(""));
    for (String[] row : Tables.rows("endings.tsv")) {
      String nominative = row[0].equals("-") ? "" : row[0];
      CASES.put(nominative, set(row[1]));
      GENDERS.put(nominative, set(row[2]));
      endings.addAll(CASES.get(nominative));
      endings.addAll(GENDERS.get(nominative));
    }
    ALL = endings.stream().sorted(Comparator.comparingInt(e -> -e.length())).toList();
  }

  private static Set<String> set(String cell) {
    Set<String> endings = new LinkedHashSet<>();
    for (String ending : Arrays.asList(cell.split(" ", -1))) {
      if (!ending.isEmpty()) {
        endings.add(ending.equals("-") ? "" : ending);
      }
    }
    return endings;
  }

  /// The stems of a name in the nominative, the longest ending's first; at least one.
  static List<Stem> ofName(String sound) {
    List<Stem> stems = new ArrayList<>();
    for (String ending : ALL) {
      if (CASES.containsKey(ending) && sound.endsWith(ending) && fits(sound, ending)) {
        stems.add(cut(sound, ending));
      }
    }
    if (stems.isEmpty()) {
      stems.add(new Stem(sound, ""));
    }
    return stems;
  }

  /// A nominative without an ending ends in a consonant.
  private static boolean fits(String sound, String ending) {
    return sound.length() - ending.length() >= SHORTEST
        && (!ending.isEmpty() || !Sound.isVowel(sound.charAt(sound.length() - 1)));
  }

  /// Every stem from which a form that sounds like `sound` may have come, with vowels that come
  /// and go.
  static List<Stem> ofForm(String sound) {
    List<Stem> stems = new ArrayList<>();
    for (String ending : ALL) {
      if (sound.endsWith(ending) && sound.length() - ending.length() >= SHORTEST) {
        Stem stem = cut(sound, ending);
        stems.add(stem);
        if (!ending.isEmpty()) {
          stem.addVariants(stems);
        }
      }
    }
    return stems;
  }

  private static Stem cut(String sound, String ending) {
    return new Stem(sound.substring(0, sound.length() - ending.length()), ending);
  }

  private void addVariants(List<Stem> stems) {
    int last = text.length() - 1;
    char end = text.charAt(last);
    if (!Sound.isVowel(end) && !Sound.isVowel(text.charAt(last - 1))) {
      stems.add(new Stem(text.substring(0, last) + "e" + end, ending));
      stems.add(new Stem(text.substring(0, last) + "o" + end, ending));
    } else if (text.charAt(last - 1) == 'o' || text.charAt(last - 1) == 'e') {
      stems.add(new Stem(text.substring(0, last - 1) + "i" + end, ending));
    }
    int softened = ending.equals("i") ? "czs".indexOf(end) : -1;
    if (softened >= 0) {
      stems.add(new Stem(text.substring(0, last) + "kgx".charAt(softened), ending));
    }
  }

  /// Whether a name with this ending may take `other` in another case.
  boolean declinesTo(String other) {
    return CASES.getOrDefault(ending, Set.of()).contains(other);
  }

  /// Whether a name with this ending may take `other` in any case or gender.
  boolean mayEndIn(String other) {
    return ending.equals(other) || declinesTo(other) || hasOtherGender(other);
  }

  /// Whether a relative of the other gender may bear `other` at this stem.
  boolean hasOtherGender(String other) {
    boolean adjective = !ending.isEmpty() && !other.isEmpty();
    return GENDERS.getOrDefault(ending, Set.of()).contains(other)
        && (adjective || text.endsWith("ov") || text.endsWith("ev") || text.endsWith("in"));
  }
}
