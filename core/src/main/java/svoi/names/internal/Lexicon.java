package svoi.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import svoi.names.internal.GivenName.Called;

/// Which given names are one name: Олексій, Алексей, Льоша, Aleksy. From `given_names.tsv`.
final class Lexicon {
  private static final Map<String, List<GivenName>> BY_FORM = new HashMap<>();
  private static final Map<String, List<GivenName>> BY_PATRONYMIC = new HashMap<>();

  /// Official names by letters, with the genders that bear them.
  private static final Map<String, Set<String>> GENDERS = new HashMap<>();

  private static final Set<String> NAMES = new HashSet<>();

  /// Names and pet names letter for letter.
  private static final Set<String> LETTERS = new HashSet<>();

  static {
    for (String[] row : Tables.rows("given_names.tsv")) {
      if (!row[0].equals("gender")) {
        enter(GivenName.of(row));
        for (int i = 1; i < row.length; i++) {
          Arrays.stream(row[i].split(",", -1)).map(Literal::plain).forEach(LETTERS::add);
        }
      }
    }
  }

  private Lexicon() {}

  private static void enter(GivenName name) {
    for (String form : new TreeSet<>(List.of(Literal.plain(name.uk()), Literal.plain(name.ru())))) {
      list(BY_FORM, form).add(name);
    }
    name.official()
        .forEach(
            form -> GENDERS.computeIfAbsent(form, letters -> new HashSet<>()).add(name.gender()));
    name.spellings().forEach(Lexicon::enter);
    name.sons().forEach(sound -> list(BY_PATRONYMIC, sound).add(name));
    name.daughters().forEach(sound -> list(BY_PATRONYMIC, sound).add(name));
  }

  private static List<GivenName> list(Map<String, List<GivenName>> map, String key) {
    return map.computeIfAbsent(key, form -> new ArrayList<>());
  }

  private static void enter(String sound, Called called) {
    if (called.worth() > Spelling.CLIPPED) {
      NAMES.add(sound);
    }
  }

  /// Whether somebody may be called so: a name, one of its forms abroad, or a pet name.
  static boolean isGivenName(String sound) {
    return NAMES.contains(sound);
  }

  /// The same by letters, as [Literal#plain] gives them.
  static boolean isSpelledSo(String letters) {
    return LETTERS.contains(letters);
  }

  static boolean isPatronymic(String sound) {
    return BY_PATRONYMIC.containsKey(sound);
  }

  /// The spellings of the name that is `uk` and `ru`, with their worth; empty when unknown.
  static Map<String, Integer> spellings(String uk, String ru) {
    Map<String, Integer> spellings = new LinkedHashMap<>();
    for (GivenName name : named(uk, ru)) {
      name.spellings()
          .forEach(
              (sound, called) -> spellings.merge(sound, worth(name, sound, called), Math::max));
    }
    return spellings;
  }

  /// A pet name that is an official name of others is worth less, unless it is cut from the whole.
  private static int worth(GivenName name, String sound, Called called) {
    int worth = called.worth();
    Set<String> genders = GENDERS.getOrDefault(called.letters(), Set.of());
    if (genders.isEmpty() || worth > Spelling.WESTERN) {
      return worth;
    }
    if (!genders.contains(name.gender())) {
      return Math.min(worth, Spelling.OTHER_GENDER);
    }
    return worth == Spelling.WESTERN || isCutFrom(name, sound) ? worth : Spelling.ANOTHER_NAME;
  }

  /// Whether a pet name is the beginning of the name with a suffix: Наталка of Наталія.
  private static boolean isCutFrom(GivenName name, String sound) {
    return PetName.roots(sound).stream()
        .filter(root -> root.length() > 2)
        .anyMatch(
            root ->
                name.official().stream().anyMatch(form -> Cyrillic.soft(form).startsWith(root)));
  }

  private static List<GivenName> named(String uk, String ru) {
    List<GivenName> ukrainian = BY_FORM.getOrDefault(Literal.plain(uk), List.of());
    List<GivenName> russian = BY_FORM.getOrDefault(Literal.plain(ru), List.of());
    List<GivenName> both = ukrainian.stream().filter(russian::contains).toList();
    if (!both.isEmpty()) {
      return both;
    }
    return ukrainian.isEmpty() ? russian : ukrainian;
  }

  /// The spellings of the patronymic that sounds so, with their worth; empty when unknown.
  static Map<String, Integer> patronymics(String sound) {
    Map<String, Integer> spellings = new LinkedHashMap<>();
    for (GivenName father : BY_PATRONYMIC.getOrDefault(sound, List.of())) {
      boolean son = father.sons().contains(sound);
      father.sons().forEach(s -> spellings.merge(s, worth(son), Math::max));
      father.daughters().forEach(s -> spellings.merge(s, worth(!son), Math::max));
    }
    return spellings;
  }

  private static int worth(boolean sameGender) {
    return sameGender ? Spelling.SAME_NAME : Spelling.SIBLING;
  }
}
