package svoi.names.internal;

import java.util.Comparator;
import java.util.List;

/// The suffixes that make surnames, from `formants.tsv`.
final class Formant {
  private static final List<String[]> ROWS =
      Tables.rows("formants.tsv").stream()
          .sorted(Comparator.comparingInt(row -> -row[0].length()))
          .toList();

  private Formant() {}

  /// The family of the formant at the end of a surname's stem, empty where none is known.
  static String of(String stem) {
    for (String[] row : ROWS) {
      if (stem.length() > row[0].length() + 1 && stem.endsWith(row[0])) {
        return row[1];
      }
    }
    return "";
  }

  /// Whether both stems have a known formant and not the same.
  static boolean differs(String one, String other) {
    String formant = of(one);
    String second = of(other);
    return !formant.isEmpty() && !second.isEmpty() && !formant.equals(second);
  }
}
