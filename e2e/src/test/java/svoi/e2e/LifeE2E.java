package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How the program begins and ends, in the orderly way and in the other.
class LifeE2E {
  private static final Duration DATABASE_GONE = Duration.ofSeconds(15);
  private static final Pattern PORT = Pattern.compile(":(\\d+)/");
  private static final int INTERRUPTED = 130;

  @Test
  void comesBackAfterBeingKilledAndLeavesNoDatabaseBehind() {
    Path data = Folders.fresh("e2e-life");
    String page;
    try (Child first = start(data)) {
      page = profile(first.open(), data);
      int database = databasePort(data);
      first.kill();
      Await.until("the database is gone", DATABASE_GONE, () -> isClosed(database));
    }
    try (Child again = start(data)) {
      assertThat(profile(again.open(), data)).isEqualTo(page);
      assertThat(again.said()).doesNotContain("Loading");

      int database = databasePort(data);
      again.interrupt();
      assertThat(again.status()).isEqualTo(INTERRUPTED);
      assertThat(again.said()).doesNotContain("Exception", "\tat ");
      Await.until("the database is gone", DATABASE_GONE, () -> isClosed(database));
      assertThat(data.resolve("database.address")).doesNotExist();
      assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void refusesASecondProgramOnTheSameFolderInOneSentence() {
    try (Child second = start(Program.running().data())) {
      assertThat(second.status()).isEqualTo(1);
      assertThat(second.said()).contains("--svoi.data=").doesNotContain("\tat ", "Exception");
    }
  }

  private static Child start(Path data) {
    return Child.start("--svoi.data=" + data, "--server.port=0", "--svoi.demo-persons=500");
  }

  private static String profile(Http http, Path data) {
    Http.Answer answer = http.get("/en/profiles/" + Folders.tour(data).getProperty("published"));
    assertThat(answer.status()).isEqualTo(200);
    return answer.text();
  }

  private static int databasePort(Path data) {
    try {
      Matcher port = PORT.matcher(Files.readString(data.resolve("database.address")));
      assertThat(port.find()).isTrue();
      return Integer.parseInt(port.group(1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isClosed(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !socket.isConnected();
    } catch (IOException e) {
      return true;
    }
  }
}
