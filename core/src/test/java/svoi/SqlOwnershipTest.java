package svoi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A module's SQL names its own tables and the contract views of modules below it, nothing else;
/// foreign keys may point down (DESIGN section 3).
class SqlOwnershipTest {
  /// Bottom to top; modules of one line don't use each other, but for staff and audit.
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of("platform"),
          Set.of("audit"),
          Set.of("staff", "reference", "intake"),
          Set.of("cases", "departures"),
          Set.of("consent", "media"),
          Set.of("register"),
          Set.of("search", "appeals", "exchange", "news"));

  private static final Pattern NAME =
      Pattern.compile(
          "\\b(platform|audit|staff|reference|intake|cases|departures|consent|media|register|search|appeals"
              + "|exchange|news)\\.([a-z_]+)(\\s*\\()?");

  @Test
  void migrationsNameOnlyTheirOwnAndContractViewsBelow() {
    assertThat(violations(Path.of("src/main/resources/db/migration"), ".sql")).isEmpty();
  }

  @Test
  void codeNamesOnlyItsOwnAndContractViewsBelow() {
    assertThat(violations(Path.of("src/main/java/svoi"), ".java")).isEmpty();
  }

  @Test
  void aTableOfAnotherModuleIsFound() {
    assertThat(violation("register", "SELECT born_on FROM cases.person")).hasSize(1);
    assertThat(violation("cases", "SELECT id FROM register.v_profile")).hasSize(1);
    assertThat(violation("register", "SELECT born_on FROM cases.v_person")).isEmpty();
    assertThat(violation("register", "FOREIGN KEY (id) REFERENCES cases.person (id)")).isEmpty();
  }

  private static List<String> violations(Path root, String ending) {
    try (Stream<Path> files = Files.walk(root)) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        String module = root.relativize(file).getName(0).toString();
        for (String sql : statements(Files.readString(file), ending)) {
          violation(module, sql).forEach(v -> found.add(file.getFileName() + ": " + v));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of a Java file only the text blocks and the string literals that look like SQL.
  private static List<String> statements(String text, String ending) {
    if (ending.equals(".sql")) {
      return List.of(
          text.replaceAll("(?m)--.*$", "")
              .replaceAll("(?s)COMMENT ON .*?;\\s*\\n", "")
              .replaceAll("'(?:(?!SELECT)[^'])*'", "''"));
    }
    Matcher literals =
        Pattern.compile(
                "\"\"\"(.*?)\"\"\"|\"((?:SELECT|INSERT|UPDATE|DELETE)[^\"]*)\"", Pattern.DOTALL)
            .matcher(text);
    return literals.results().map(m -> m.group(1) == null ? m.group(2) : m.group(1)).toList();
  }

  private static List<String> violation(String module, String sql) {
    List<String> found = new ArrayList<>();
    Matcher names = NAME.matcher(sql);
    while (names.find()) {
      String other = names.group(1);
      boolean own = other.equals(module);
      boolean below = layer(other) < layer(module);
      boolean contract = names.group(2).startsWith("v_");
      boolean function = names.group(3) != null && other.equals("platform");
      String before = sql.substring(Math.max(0, names.start() - 12), names.start());
      boolean key = before.matches("(?s).*REFERENCES\\s+");
      if (!own && !(below && (contract || function || key || isCall(sql, names)))) {
        found.add(module + " names " + names.group().strip());
      }
    }
    return found;
  }

  private static boolean isCall(String sql, Matcher names) {
    String before = sql.substring(Math.max(0, names.start() - 20), names.start());
    return names.group(1).equals("platform") && before.matches("(?s).*EXECUTE FUNCTION\\s+");
  }

  private static int layer(String module) {
    for (int i = 0; i < LAYERS.size(); i++) {
      if (LAYERS.get(i).contains(module)) {
        return i;
      }
    }
    return LAYERS.size();
  }
}
