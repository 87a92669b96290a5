package svoi.names.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads Latin words by the schools of transliteration in `latin_schools.tsv`.
///
/// One school is kept to within a word, and takes the longest letter group it knows; what several
/// schools read alike is one reading.
final class LatinSchools {
  private static final String SCHOOLS = "ERGFPSITW";
  private static final int ALL = (1 << SCHOOLS.length()) - 1;
  private static final int LONGEST_GROUP = 7;

  /// Readings of one word that are kept, and steps that may be spent on finding them.
  private static final int MOST_READINGS = 12;

  private static final int MOST_STEPS = 300;
  private static final Map<String, List<Option>> GROUPS = groups();

  private final String word;
  private final Map<String, Integer> readings = new LinkedHashMap<>();
  private int steps;

  /// One way to read a letter group, and the schools that do, as bits.
  private record Option(String sounds, int schools) {}

  private LatinSchools(String word) {
    this.word = word;
  }

  /// The sounds of `word`, that of the likeliest school first.
  static List<String> sounds(String word) {
    LatinSchools reader = new LatinSchools(word);
    reader.read(0, ALL, "");
    return reader.readings.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> Integer.numberOfTrailingZeros(e.getValue())))
        .map(e -> e.getKey())
        .limit(MOST_READINGS)
        .toList();
  }

  private void read(int at, int schools, String sounds) {
    if (at == word.length()) {
      readings.merge(new Sound().add(sounds).toString(), schools, (one, other) -> one | other);
      return;
    }
    int left = schools;
    for (int end = Math.min(word.length(), at + LONGEST_GROUP); end > at && left != 0; end--) {
      left = follow(GROUPS.getOrDefault(word.substring(at, end), List.of()), end, left, sounds);
    }
    if (left != 0) {
      read(at + 1, left, sounds);
    }
  }

  /// Reads on by each school that has the group; returns the others.
  private int follow(List<Option> options, int end, int schools, String sounds) {
    int left = schools;
    for (Option option : options) {
      int followers = schools & option.schools;
      if (followers != 0 && steps++ < MOST_STEPS) {
        read(end, followers, sounds + option.sounds);
      }
      left &= ~option.schools;
    }
    return left;
  }

  private static Map<String, List<Option>> groups() {
    Map<String, List<Option>> groups = new HashMap<>();
    for (String[] row : Tables.rows("latin_schools.tsv")) {
      List<Option> options = new ArrayList<>();
      for (int i = 1; i < row.length; i++) {
        options.add(option(row[i]));
      }
      groups.put(Normalizer.normalize(row[0], Normalizer.Form.NFC), List.copyOf(options));
    }
    addAccented(groups);
    return Map.copyOf(groups);
  }

  private static Option option(String cell) {
    int colon = cell.indexOf(':');
    return colon < 0
        ? new Option(cell, ALL)
        : new Option(cell.substring(0, colon), bits(cell.substring(colon + 1)));
  }

  private static int bits(String schools) {
    return schools.chars().map(school -> 1 << SCHOOLS.indexOf(school)).reduce(0, (a, b) -> a | b);
  }

  /// Accented letters that the table does not name are read as the plain ones.
  private static void addAccented(Map<String, List<Option>> groups) {
    for (char letter = '\u00df'; letter <= '\u1eff'; letter++) {
      String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      List<Option> options = groups.get(plain.substring(0, 1));
      if (Word.isLatin(letter) && options != null) {
        groups.putIfAbsent(String.valueOf(letter), options);
      }
    }
  }
}
