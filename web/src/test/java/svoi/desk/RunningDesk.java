package svoi.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import svoi.platform.DatabaseClock;
import svoi.platform.TestDatabase;
import svoi.staff.Member;

/// The staff door on the real server over a real database; members sign in as in a demo.
public final class RunningDesk implements AutoCloseable {
  public final TestDatabase database = TestDatabase.create();
  private final ServletWebServerApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Map<Member, String> cookies = new LinkedHashMap<>();

  public RunningDesk() {
    Path files = folder();
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(DeskWiring.class)
                .initializers(
                    (GenericApplicationContext c) ->
                        c.registerBean(
                            DeskWiring.Given.class, () -> new DeskWiring.Given(database, files)))
                .properties(
                    "server.port=0",
                    "server.address=127.0.0.1",
                    "svoi.demo=true",
                    "spring.main.banner-mode=off",
                    "spring.servlet.multipart.enabled=false",
                    "spring.mvc.formcontent.filter.enabled=false",
                    "spring.web.resources.add-mappings=false",
                    "logging.level.root=error")
                .run();
    base = "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("svoi-sheets");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Moves the time of the database and of the program together.
  public void moveClock(Duration shift) {
    database.moveClock(shift);
    context.getBean(DatabaseClock.class).shiftTo(shift);
  }

  /// A part of the running program.
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /// An answer of the desk.
  public record Answer(int status, String body, Optional<String> location, byte[] bytes) {}

  public Answer get(Member by, String path) {
    return send(by, HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  public Answer post(Member by, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        by,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// A form with the version of what was seen and a scan.
  public Answer upload(Member by, String path, String version, byte[] file) {
    return upload(by, path, Map.of("version", version), "scan", file);
  }

  /// A form with one file after its fields.
  public Answer upload(
      Member by, String path, Map<String, String> fields, String name, byte[] file) {
    byte[] body = parts(fields, name, file);
    return upload(by, path, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /// The same from a client that does not say how long it is.
  public Answer uploadOfUntoldLength(
      Member by, String path, Map<String, String> fields, String name, byte[] file) {
    byte[] body = parts(fields, name, file);
    return upload(
        by, path, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private Answer upload(Member by, String path, HttpRequest.BodyPublisher body) {
    return send(
        by,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .POST(body));
  }

  private static byte[] parts(Map<String, String> fields, String name, byte[] file) {
    String line = "--frontier\r\nContent-Disposition: form-data; name=";
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (field, value) ->
            head.append(line)
                .append('"')
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    head.append(line)
        .append('"')
        .append(name)
        .append("\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    byte[] body = together(head.toString().getBytes(StandardCharsets.UTF_8), file);
    return together(body, "\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] together(byte[] a, byte[] b) {
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private Answer send(Member by, HttpRequest.Builder request) {
    HttpResponse<byte[]> answer =
        exchange(request.header("Cookie", cookies.computeIfAbsent(by, this::signIn)));
    return new Answer(
        answer.statusCode(),
        new String(answer.body(), StandardCharsets.UTF_8),
        answer.headers().firstValue("Location"),
        answer.body());
  }

  private String signIn(Member member) {
    HttpResponse<byte[]> answer =
        exchange(
            HttpRequest.newBuilder(URI.create(base + "/desk/demo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("member=" + member.id())));
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
    try {
      return http.send(
          request.header("Sec-Fetch-Site", "same-origin").build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
