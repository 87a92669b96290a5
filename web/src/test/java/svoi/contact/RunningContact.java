package svoi.contact;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import svoi.audit.AuditTrail;
import svoi.intake.Audience;
import svoi.intake.DeskKeys;
import svoi.intake.Draft;
import svoi.intake.Inbox;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.InventedSecrets;
import svoi.intake.Referrals;
import svoi.intake.RootKey;
import svoi.intake.StaffKeys;
import svoi.intake.Unlocked;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.TestDatabase;

/// The anonymous door on the real server over a real database, with an officer who answers.
final class RunningContact implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final char[] PASSPHRASE = "вигадана довга фраза".toCharArray();

  final TestDatabase database = TestDatabase.create();
  final Path folder;
  final Inbox inbox;
  final Referrals referrals;
  final Unlocked unlocked;
  private final ServletWebServerApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  final URI base;

  /// @param open audiences whose desk takes messages
  RunningContact(Path folder, Set<Audience> open, String... properties) {
    this.folder = folder;
    IntakeSecrets secrets = InventedSecrets.random();
    RootKey.Pair root = RootKey.generate();
    RootKey.Verifier verifier = RootKey.verifier(root.publicText());
    ContactWiring.Given given = new ContactWiring.Given(database, folder, secrets, verifier);
    Database desk = database.as(Role.DESK);
    AuditTrail audit = new AuditTrail(desk.jdbc());
    IntakeStore store = given.store();
    this.inbox = new Inbox(desk, store, verifier, secrets, audit);
    this.referrals = new Referrals(desk, store, secrets, audit);
    StaffKeys staff = new StaffKeys(desk, secrets, audit);
    UUID officer = UUID.randomUUID();
    staff.enrol(officer, PASSPHRASE);
    DeskKeys keys = new DeskKeys(desk, store, verifier, staff, audit);
    for (Audience audience : open) {
      DeskKeys.NewEpoch epoch =
          keys.found(
              officer,
              "hur",
              audience.code(),
              Set.of(officer),
              java.time.LocalDate.now(svoi.platform.Kyiv.ZONE).plusYears(1),
              DeskKeys.Sharing.NONE);
      keys.certify(officer, epoch.id(), RootKey.signer(root.privateText()).sign(epoch.statement()));
    }
    this.unlocked = staff.unlock(officer, PASSPHRASE);
    this.context = start(given, properties);
    this.base =
        URI.create("http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort());
  }

  private static ServletWebServerApplicationContext start(
      ContactWiring.Given given, String... more) {
    String[] properties =
        Stream.concat(
                Stream.of(
                    "server.port=0",
                    "server.address=127.0.0.1",
                    "svoi.demo=true",
                    "svoi.limits.messages=0",
                    "spring.main.banner-mode=off",
                    "spring.servlet.multipart.enabled=false",
                    "spring.mvc.formcontent.filter.enabled=false",
                    "spring.web.resources.add-mappings=false",
                    "logging.level.root=error"),
                Stream.of(more))
            .toArray(String[]::new);
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(ContactWiring.class)
            .initializers(
                (GenericApplicationContext c) ->
                    c.registerBean(ContactWiring.Given.class, () -> given))
            .properties(properties)
            .run();
  }

  /// What came back.
  record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {
    String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    String header(String name) {
      return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /// The cookie that was set, as a browser sends it back.
    String cookie() {
      return header("set-cookie").replaceFirst(";.*", "");
    }

    /// The words of the receipt in the list of that id.
    List<String> words(String id) {
      String list = body().replaceFirst("(?s).*<ol class=\"words\" id=\"" + id + "\"", "");
      return Pattern.compile("<li>([^<]+)</li>")
          .matcher(list.replaceFirst("(?s)</ol>.*", ""))
          .results()
          .map(found -> found.group(1))
          .toList();
    }

    String token() {
      Matcher matcher = TOKEN.matcher(body());
      if (!matcher.find()) {
        throw new AssertionError("no token in " + body());
      }
      return matcher.group(1);
    }
  }

  /// @param headers names and values in turn
  Answer get(String path, String... headers) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET(), headers);
  }

  Answer post(String path, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  /// A form with files, each a name and a content.
  Answer upload(
      String path, Map<String, String> fields, Map<String, String> files, String... headers) {
    return raw(path, multipart(fields, files) + "--frontier--\r\n", headers);
  }

  /// Whatever somebody sends as a form with files.
  Answer raw(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  static String multipart(Map<String, String> fields, Map<String, String> files) {
    StringBuilder body = new StringBuilder();
    String line = "--frontier\r\nContent-Disposition: form-data; name=\"";
    fields.forEach(
        (name, value) -> body.append(line + name + "\"\r\n\r\n").append(value).append("\r\n"));
    files.forEach(
        (name, content) ->
            body.append(line + "file\"; filename=\"" + name + "\"\r\n")
                .append("Content-Type: text/plain\r\n\r\n")
                .append(content)
                .append("\r\n"));
    return body.toString();
  }

  private Answer send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The officer answers the first case of a desk.
  void answer(Audience audience, String text, String file) {
    UUID id = inbox.queue(unlocked, audience.code()).getFirst().id();
    try (Draft draft = inbox.draft()) {
      draft.add(
          "memo.txt",
          "text/plain",
          new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
      inbox.answer(unlocked, id, text, draft);
    }
  }

  /// Files in a folder of the store.
  List<Path> stored(String name) {
    Path inside = folder.resolve(name);
    if (!Files.exists(inside)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(inside)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String one(String sql) {
    return String.valueOf(database.superuser().sql(sql).query().singleValue());
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
