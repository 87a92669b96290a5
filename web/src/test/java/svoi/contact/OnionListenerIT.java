package svoi.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import svoi.intake.Audience;
import svoi.intake.Receipt;
import svoi.platform.Language;

/// The port to which Tor brings visitors, with a budget for each circuit.
class OnionListenerIT {
  private static final String NAME = "a".repeat(56) + ".onion";
  @TempDir private static Path folder;
  private static int port;
  private static RunningContact door;

  @BeforeAll
  static void open() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    door =
        new RunningContact(
            folder,
            EnumSet.allOf(Audience.class),
            "svoi.contact.onion-port=" + port,
            "svoi.contact.onion=http://" + NAME,
            "svoi.tls=true",
            "svoi.limits.messages=1",
            "svoi.limits.message-burst=2");
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void aCircuitIsAnsweredAndToldNoOtherAddress() throws IOException {
    String answer = said(circuit(1) + "GET /contact/uk HTTP/1.1\r\n" + hostAndEnd());

    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("Onion-Location", "Set-Cookie");
  }

  @Test
  void aLineThatNamesNoCircuitIsNotAnswered() throws IOException {
    assertThat(said("PROXY whoever\r\nGET /contact/uk HTTP/1.1\r\n" + hostAndEnd())).isEmpty();
  }

  @Test
  void aCircuitSpendsItsOwnBudgetAndNoOthers() throws IOException {
    assertThat(tried(7)).startsWith("HTTP/1.1 200");
    assertThat(tried(7)).startsWith("HTTP/1.1 200");
    assertThat(tried(7)).startsWith("HTTP/1.1 429");
    assertThat(tried(8)).startsWith("HTTP/1.1 200");
  }

  @Test
  void aCircuitThatHoldsItsPlacesHindersNoOther() throws IOException {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        held.add(begun(21));
        assertHeld(held.getLast());
      }
      try (Socket ninth = begun(21)) {
        ninth.setSoTimeout(5000);
        byte[] status = ninth.getInputStream().readNBytes(12);
        assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
      }
      try (Socket other = begun(22)) {
        assertHeld(other);
      }
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  /// Its form is being read: no answer comes.
  private static void assertHeld(Socket form) throws IOException {
    form.setSoTimeout(300);
    assertThatIOException().isThrownBy(() -> form.getInputStream().read());
  }

  /// A form of which only the beginning comes.
  private static Socket begun(int circuit) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String form =
        circuit(circuit)
            + "POST /contact/uk HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"
            + "Content-Length: 100000\r\n"
            + hostAndEnd()
            + "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nслова";
    socket.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String tried(int circuit) throws IOException {
    String words = String.join(" ", Receipt.random().words(Language.UK));
    String form = "step=enter&receipt=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    return said(
        circuit(circuit)
            + "POST /contact/uk HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: "
            + form.length()
            + "\r\n"
            + hostAndEnd()
            + form);
  }

  /// What tor writes before the first byte of a stream.
  private static String circuit(int number) {
    return "PROXY TCP6 fc00:dead:beef:4dad::0:" + number + " ::1 " + number + " 80\r\n";
  }

  private static String hostAndEnd() {
    return "Host: " + NAME + "\r\nConnection: close\r\n\r\n";
  }

  private static String said(String words) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
