package svoi.bench.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A statement of a script and what it is called there: a paragraph whose first line is a comment.
record Named(String name, String sql) {
  /// The statements of a script beside this class.
  static List<Named> read(String script) throws IOException {
    List<Named> statements = new ArrayList<>();
    for (String part : text(script).split("\n\n", -1)) {
      int end = part.indexOf('\n');
      if (end > 0 && part.startsWith("-- ") && !part.substring(end + 1).isBlank()) {
        String sql = part.substring(end + 1).strip();
        statements.add(new Named(part.substring(3, end), sql.substring(0, sql.length() - 1)));
      }
    }
    return statements;
  }

  static String text(String script) throws IOException {
    try (InputStream in = Named.class.getResourceAsStream(script)) {
      return new String(Objects.requireNonNull(in, script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
