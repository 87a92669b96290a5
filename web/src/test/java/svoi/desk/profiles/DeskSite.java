package svoi.desk.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import svoi.desk.DeskWiring;
import svoi.platform.TestDatabase;
import svoi.staff.Member;

/// The public door and the staff door on the real server, over a test database; members sign in
/// as in a demo.
final class DeskSite implements AutoCloseable {
  private final ServletWebServerApplicationContext context;
  private final Map<Member, HttpClient> clients = new HashMap<>();
  private final String root;

  DeskSite(TestDatabase database, Path folder) {
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(DeskWiring.class)
                .initializers(
                    (GenericApplicationContext made) ->
                        made.registerBean(
                            DeskWiring.Given.class, () -> new DeskWiring.Given(database, folder)))
                .properties(
                    "server.port=0",
                    "server.address=127.0.0.1",
                    "spring.main.banner-mode=off",
                    "spring.threads.virtual.enabled=true",
                    "spring.mvc.formcontent.filter.enabled=false",
                    "spring.web.resources.add-mappings=false",
                    "logging.level.root=error",
                    "svoi.demo=true")
                .run();
    root = "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /// What came back.
  record Answer(int status, String body, String location) {}

  Answer get(Member member, String path) {
    return send(member, HttpRequest.newBuilder(URI.create(root + path)).GET());
  }

  /// A visitor of the public site.
  Answer visit(String path) {
    return send(HttpClient.newHttpClient(), HttpRequest.newBuilder(URI.create(root + path)));
  }

  Answer post(Member member, String path, Map<String, String> fields) {
    return send(
        member,
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  Answer upload(Member member, String path, Map<String, String> fields, String field, byte[] file) {
    String mark = "zrazok";
    java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(mark, name, value)
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\n\r\n"
            .formatted(mark, field)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--%s--\r\n".formatted(mark).getBytes(StandardCharsets.UTF_8));
    return send(
        member,
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "multipart/form-data; boundary=" + mark)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Answer send(Member member, HttpRequest.Builder request) {
    return send(clients.computeIfAbsent(member, this::signedIn), request);
  }

  private HttpClient signedIn(Member member) {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    Answer answer =
        send(
            client,
            HttpRequest.newBuilder(URI.create(root + "/desk/demo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("member=" + member.id())));
    if (answer.status() != 303) {
      throw new IllegalStateException("not signed in: " + answer);
    }
    return client;
  }

  private Answer send(HttpClient client, HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(
              request.header("Origin", root).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          answer.statusCode(), answer.body(), answer.headers().firstValue("Location").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
