package svoi.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// Clauses of the law and lines to call, each with what is known of its truth.
final class Lines {
  private static final String SEEN = "S";

  private final Map<String, Clause> clauses = new LinkedHashMap<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();

  Lines() {
    Properties law = Resource.data("clauses");
    for (String code : Resource.items(law, "order")) {
      boolean seen =
          SEEN.equals(law.getProperty(code + ".evidence"))
              && SEEN.equals(law.getProperty(code + ".part"));
      clauses.put(code, new Clause(code, !seen && isOpen(law, code)));
    }
    Properties numbers = Resource.data("helplines");
    for (String code : Resource.items(numbers, "order")) {
      String number = numbers.getProperty(code + ".number", "");
      lines.put(code, new Line(code, number, isOpen(numbers, code)));
    }
  }

  List<Clause> clauses() {
    return List.copyOf(clauses.values());
  }

  List<Clause> clauses(List<String> codes) {
    return codes.stream().map(code -> Objects.requireNonNull(clauses.get(code), code)).toList();
  }

  List<Line> lines(List<String> codes) {
    return codes.stream().map(code -> Objects.requireNonNull(lines.get(code), code)).toList();
  }

  private static boolean isOpen(Properties data, String code) {
    return data.getProperty(code + ".confirmed", "").isBlank();
  }
}
