package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The onion service as tor itself reads it.
class TorConfigE2E {
  private static final Path SHIPPED = Path.of("..", "deploy", "tor", "torrc");

  @TempDir private Path folder;

  @Test
  void torAcceptsTheFileAsItIsShipped() throws IOException {
    assertThat(verified(Files.readString(SHIPPED))).contains("Configuration was valid");
  }

  @Test
  void theFileAsksForWorkInAFloodAndNamesEachCircuit() throws IOException {
    assertThat(Files.readAllLines(SHIPPED))
        .contains(
            "HiddenServicePoWDefensesEnabled 1",
            "HiddenServiceExportCircuitID haproxy",
            "SocksPort 0");
  }

  @Test
  void torRefusesAFileWithAMistake() throws IOException {
    assertThat(verified(Files.readString(SHIPPED) + "HiddenServicePoWDefensesEnabled 7\n"))
        .doesNotContain("Configuration was valid");
  }

  private String verified(String torrc) throws IOException {
    Path file = folder.resolve("torrc");
    String service = folder.resolve("service").toString();
    Files.writeString(file, torrc.replace("/var/lib/tor/svoi-contact", service));
    ProcessBuilder tor =
        new ProcessBuilder(
            List.of(
                "tor",
                "--verify-config",
                "-f",
                file.toString(),
                "--defaults-torrc",
                "/dev/null",
                "--DataDirectory",
                folder.resolve("data").toString()));
    try {
      Process process = tor.redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("tor is missing. Run: sh tools/prerequisites test", e);
    }
  }
}
