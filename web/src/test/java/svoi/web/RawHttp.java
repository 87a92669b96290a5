package svoi.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Speaks HTTP/1.1 byte by byte, so that a test can send what no client library would.
final class RawHttp {
  private static final int PATIENCE_MILLIS = 10_000;

  private final int port;
  private final int patienceMillis;

  RawHttp(int port) {
    this(port, PATIENCE_MILLIS);
  }

  RawHttp(int port, int patienceMillis) {
    this.port = port;
    this.patienceMillis = patienceMillis;
  }

  int port() {
    return port;
  }

  /// One answer as it came over the wire.
  record Answer(int status, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join("|", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }
  }

  Answer get(String target, String... headers) {
    return ask("GET", target, headers);
  }

  Answer ask(String method, String target, String... headers) {
    return only(send(request(method, target, headers)));
  }

  static String request(String method, String target, String... headers) {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    Arrays.stream(headers).forEach(header -> text.append(header).append("\r\n"));
    return text.append("Connection: close\r\n\r\n").toString();
  }

  /// Sends the characters as single bytes and reads to the end of the connection.
  String send(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(patienceMillis);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return readAll(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer only(String raw) {
    int end = raw.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no answer: " + raw);
    }
    List<String> lines = new ArrayList<>(raw.substring(0, end).lines().toList());
    int status = Integer.parseInt(lines.removeFirst().split(" ", 3)[1]);
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(": ?", 2);
      String name = parts[0].toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(parts[1]);
    }
    return new Answer(status, headers, raw.substring(end + 4));
  }

  /// A server that refuses a request may close before it has read all of it.
  private static String readAll(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    } catch (java.net.SocketException e) {
      if (bytes.size() == 0) {
        throw e;
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
