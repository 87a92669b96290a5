package svoi.names.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Reads the tables that are shipped beside the classes: a line a row, columns parted by tabs.
final class Tables {
  private static final String FOLDER = "/svoi/names/";

  private Tables() {}

  /// The rows of `name` without empty lines and comments, which begin with `#`.
  static List<String[]> rows(String name) {
    try (InputStream table = Tables.class.getResourceAsStream(FOLDER + name)) {
      String text =
          new String(Objects.requireNonNull(table, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
