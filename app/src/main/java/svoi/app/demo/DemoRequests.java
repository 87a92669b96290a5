package svoi.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import svoi.cases.Persons;
import svoi.exchange.answers.Request;
import svoi.exchange.answers.Requests;
import svoi.exchange.answers.Taken;

/// Whom the other side asks for in a demo: letters and lists with names that are known, one that
/// nobody knows and one without a birth date, which an officer has to decide.
final class DemoRequests {
  private static final String NEWEST =
      """
      SELECT v.family_ru || ' ' || v.given_ru AS name, v.born_on::text AS born
      FROM (SELECT o.id, o.entered_at FROM exchange.offered o ORDER BY o.entered_at DESC, o.id LIMIT :count) o
      JOIN exchange.v_offer v ON v.id = o.id ORDER BY o.entered_at DESC, o.id
      """;
  private static final String TODAY = "SELECT platform.today()";
  private static final Requests.Written NOBODY =
      new Requests.Written("Никтошенко Нигде Неизвестнович", "1901-01-01");
  private static final byte[] SCAN = "%PDF-1.7 invented letter".getBytes(StandardCharsets.UTF_8);

  private final DemoOffice office;
  private final Requests requests;

  DemoRequests(DemoOffice office) {
    this.office = office;
    this.requests =
        new Requests(office.desk(), office.audit(), office.vault(), new Persons(office.desk()));
  }

  /// Takes in a list, or a letter whose rows are typed, that asks for so many who may be offered.
  ///
  /// @param kind `list` or `letter`
  UUID receive(String kind, String channel, int count) {
    UUID id = UUID.randomUUID();
    LocalDate today = office.desk().jdbc().sql(TODAY).query(LocalDate.class).single();
    Requests.Entry entry = new Requests.Entry(kind, channel, "ВИГ-" + channel, today);
    List<Requests.Written> rows = rows(count);
    boolean list = kind.equals("list");
    Taken taken = requests.take(id, entry, list ? table(rows) : SCAN, today, DemoOffice.ROUNDS);
    if (!(taken instanceof Taken.In)) {
      throw new IllegalStateException(taken.toString());
    }
    if (!list) {
      DemoOffice.done(requests.type(id, version(id), rows, DemoOffice.ROUNDS));
    }
    return id;
  }

  private List<Requests.Written> rows(int count) {
    List<Requests.Written> known =
        office
            .desk()
            .jdbc()
            .sql(NEWEST)
            .params(Map.of("count", count + 1))
            .query((row, n) -> new Requests.Written(row.getString(1), row.getString(2)))
            .list();
    List<Requests.Written> rows = new ArrayList<>(known.subList(0, count));
    rows.add(NOBODY);
    rows.add(new Requests.Written(known.get(count).name(), ""));
    return rows;
  }

  private static byte[] table(List<Requests.Written> rows) {
    return rows.stream()
        .map(row -> row.name() + "," + row.born())
        .collect(Collectors.joining("\n", "name,born\n", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private int version(UUID id) {
    return request(id).version();
  }

  private Request request(UUID id) {
    return requests.find(id, DemoOffice.ROUNDS).orElseThrow();
  }

  void move(UUID id, String state) {
    DemoOffice.done(requests.move(id, version(id), state, DemoOffice.ROUNDS));
  }

  /// Decides whom every row means, answers all of them and says so.
  void answer(UUID id) {
    move(id, "authenticated");
    for (Request.Row row : request(id).rows()) {
      if (row.match().equals("ambiguous")) {
        DemoOffice.done(requests.decide(id, version(id), row.position(), null, DemoOffice.ROUNDS));
      }
    }
    Request decided = request(id);
    List<Requests.Answer> answers = decided.rows().stream().map(DemoRequests::answer).toList();
    DemoOffice.done(requests.answer(id, decided.version(), answers, DemoOffice.ROUNDS));
    move(id, "answered");
  }

  private static Requests.Answer answer(Request.Row row) {
    if (!row.match().equals("linked")) {
      return new Requests.Answer(row.position(), "refuse", "unknown-person");
    }
    return switch (row.position() % 3) {
      case 0 -> new Requests.Answer(row.position(), "counter", null);
      case 1 -> new Requests.Answer(row.position(), "accept", null);
      default -> new Requests.Answer(row.position(), "refuse", "not-available");
    };
  }
}
