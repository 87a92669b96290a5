package svoi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import svoi.platform.Database;
import svoi.platform.Role;

/// Measures pages of the desk at many persons, as an author reads them; started by `bench/desk`.
public final class Desk {
  private static final String SOME =
      """
      SELECT n.id, n.family_uk FROM cases.v_person n
      WHERE n.agency = 'hur' ORDER BY md5(n.id::text) LIMIT 500
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI site;
  private final String cookie;

  private Desk(URI site, String cookie) {
    this.site = site;
    this.cookie = cookie;
  }

  private record Some(UUID id, String family) {}

  /// @param words number of persons, number of calls of each page, the words that start the program
  public static void main(String[] words) throws IOException, SQLException, InterruptedException {
    int calls = Integer.parseInt(words[1]);
    List<String> program = new ArrayList<>(List.of(words).subList(2, words.length));
    try (ListsDatabase database = ListsDatabase.embedded(true)) {
      Invention.fill(database, Integer.parseInt(words[0]));
      List<Some> some =
          database
              .as(Role.DESK)
              .jdbc()
              .sql(SOME)
              .query((row, n) -> new Some(row.getObject(1, UUID.class), row.getString(2)))
              .list();
      try (Program running = Program.start(program, database.url())) {
        new Desk(running.address(), session(database.as(Role.DESK))).measure(some, calls);
      }
    }
  }

  /// Signs the invented author in as the desk's own session would be, for want of a passkey.
  private static String session(Database desk) {
    JdbcIndexedSessionRepository sessions =
        new JdbcIndexedSessionRepository(new JdbcTemplate(desk.source()), desk.transactions());
    sessions.setTableName("staff.session");
    return begin(sessions, authorOf(desk));
  }

  private static <S extends Session> String begin(SessionRepository<S> sessions, String author) {
    S session = sessions.createSession();
    session.setMaxInactiveInterval(Duration.ofMinutes(30));
    session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, author);
    session.setAttribute("svoi.member", author);
    session.setAttribute("svoi.since", Instant.now());
    session.setAttribute("svoi.confirmed", Instant.now());
    sessions.save(session);
    byte[] id = session.getId().getBytes(StandardCharsets.UTF_8);
    return "__Secure-desk=" + Base64.getEncoder().encodeToString(id);
  }

  private static String authorOf(Database desk) {
    return desk.jdbc()
        .sql("SELECT id FROM staff.v_member WHERE agency = 'hur' AND roles = '{author}' LIMIT 1")
        .query(UUID.class)
        .single()
        .toString();
  }

  private void measure(List<Some> some, int calls) throws IOException, InterruptedException {
    Map<String, IntFunction<String>> pages = new LinkedHashMap<>();
    pages.put("my tasks", i -> "/desk");
    pages.put("list of persons", i -> "/desk/persons");
    pages.put("search by name", i -> "/desk/persons?q=" + encoded(at(some, i).family()));
    pages.put("file", i -> file(some, i));
    pages.put("form of a file", i -> file(some, i) + "/edit");
    pages.put("consents", i -> file(some, i) + "/consents");
    pages.put("profile", i -> file(some, i) + "/profile");
    pages.put("why it is (not) public", i -> file(some, i) + "/why");
    pages.put("queue of reviews", i -> "/desk/reviews");
    for (var page : pages.entrySet()) {
      read(page.getKey(), page.getValue(), Math.max(20, calls / 5));
      System.out.println(read(page.getKey(), page.getValue(), calls).line());
    }
  }

  private Timings read(String name, IntFunction<String> path, int calls)
      throws IOException, InterruptedException {
    Timings timings = new Timings(name);
    for (int i = 0; i < calls; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(site.resolve(path.apply(i))).header("Cookie", cookie).build();
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      timings.add(System.nanoTime() - start);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "%s answers %d", name, answer.statusCode()));
      }
    }
    return timings;
  }

  private static Some at(List<Some> some, int i) {
    return some.get(i % some.size());
  }

  private static String file(List<Some> some, int i) {
    return "/desk/persons/" + at(some, i).id();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
