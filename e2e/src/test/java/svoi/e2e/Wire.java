package svoi.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// Sends bytes that no client library would, and reads what comes back to the end.
record Wire(int port) {
  private static final int PATIENCE_MILLIS = 10_000;

  /// One answer.
  ///
  /// @param raw everything that came, byte for byte
  record Answer(int status, String head, String body, String raw) {}

  /// Sends the characters as single bytes.
  Answer send(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return answer(new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(String raw) {
    int end = raw.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no answer: " + raw);
    }
    int status = Integer.parseInt(raw.substring(9, 12));
    return new Answer(status, raw.substring(0, end), raw.substring(end + 4), raw);
  }

  /// A server that refuses a request may close before it has read all of it.
  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    } catch (SocketException e) {
      if (bytes.size() == 0) {
        throw e;
      }
    }
    return bytes.toByteArray();
  }
}
