package svoi.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The material of invented persons: speaking surnames, fathers' names, plots of made-up
/// settlements.
final class Invented {
  private static final Pattern BY_GENDER = Pattern.compile("\\{([^|}]*)\\|([^}]*)}");

  final List<String[]> surnames = table("surnames.tsv");
  final List<String[]> given = table("given.tsv");
  final List<String[]> fathers = table("fathers.tsv");
  final List<Plot> plots = table("plots.tsv").stream().map(Plot::of).toList();

  /// What an invented court found.
  record Plot(
      String article, String part, String uk, String ru, String en, int minYears, int maxYears) {
    static Plot of(String[] row) {
      return new Plot(
          row[0],
          row[1],
          row[3],
          row[4],
          row[5],
          Integer.parseInt(row[6]),
          Integer.parseInt(row[7]));
    }

    /// The charge as the import template writes it, without dates.
    String charge() {
      return part.isEmpty() ? article : article + "/" + part;
    }
  }

  /// Chooses the words for `sex` and makes paragraphs.
  static String text(String template, String sex) {
    return BY_GENDER
        .matcher(template)
        .replaceAll(match -> match.group(sex.equals("m") ? 1 : 2))
        .replace("\\n", "\n");
  }

  static InputStream open(String name) {
    return Objects.requireNonNull(
        Invented.class.getResourceAsStream("/demo/" + name), "no demo file " + name);
  }

  private static List<String[]> table(String name) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
