package svoi.names.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Takes suffixes of endearment off: Миколонько is Микол-.
final class PetName {
  private static final int SHORTEST_ROOT = 2;
  private static final List<String> SUFFIXES =
      Tables.rows("pet_suffixes.tsv").stream().map(row -> row[0]).toList();

  private PetName() {}

  /// `sound` and what may be left of it without a suffix, with the consonant that the suffix
  /// softened.
  static Set<String> roots(String sound) {
    Set<String> roots = new LinkedHashSet<>();
    roots.add(sound);
    for (String suffix : SUFFIXES) {
      int length = sound.length() - suffix.length();
      if (length >= SHORTEST_ROOT && sound.endsWith(suffix)) {
        String root = sound.substring(0, length);
        roots.add(root);
        addHard(root, roots);
      }
    }
    return roots;
  }

  private static void addHard(String root, Set<String> roots) {
    int softened = "ZCS".indexOf(root.charAt(root.length() - 1));
    if (softened >= 0) {
      roots.add(root.substring(0, root.length() - 1) + "gkx".charAt(softened));
      roots.add(root.substring(0, root.length() - 1) + "zcs".charAt(softened));
    }
  }
}
