package svoi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A query with the persons it must find.
///
/// @param target must be among the first ten; empty for a query that must find nobody
/// @param relevant any of them may be first
/// @param forbidden must not be taken for the one asked
public record JudgedQuery(
    String query, String category, String target, Set<String> relevant, Set<String> forbidden) {
  /// Reads a table with a head: query, category, target_id, relevant_ids, forbidden_ids, and more.
  public static List<JudgedQuery> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .map(JudgedQuery::of)
        .toList();
  }

  private static JudgedQuery of(String line) {
    String[] cells = line.split("\t", -1);
    return new JudgedQuery(cells[0], cells[1], cells[2], ids(cells[3]), ids(cells[4]));
  }

  private static Set<String> ids(String cell) {
    return Arrays.stream(cell.split(",", -1))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether nobody by this name is there.
  public boolean isNegative() {
    return category.startsWith("neg");
  }
}
