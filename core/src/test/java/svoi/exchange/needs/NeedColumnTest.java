package svoi.exchange.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeedColumnTest {
  private static final Path PAGE = Path.of("..", "docs", "exchange.md");

  @ParameterizedTest
  @EnumSource
  void theDocumentationExplainsEveryColumn(NeedColumn column) throws IOException {
    String template = Files.readString(PAGE).replaceFirst("(?s)^.*### The table for an import", "");

    assertThat(template.lines().filter(line -> line.startsWith("| `")))
        .anyMatch(line -> line.replaceAll("\\|[^|]*\\|$", "").contains("`" + column.label() + "`"));
  }
}
