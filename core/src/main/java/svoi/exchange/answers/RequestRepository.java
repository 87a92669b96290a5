package svoi.exchange.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.staff.Member;

/// Requests and their rows.
final class RequestRepository {
  private static final String ADD =
      """
      INSERT INTO exchange.request (id, kind, channel, letter, received_on, file_sha256, recorded_by, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
      """;
  private static final String ADD_ROW =
      """
      INSERT INTO exchange.request_row (request_id, position, written_name, written_born, match, offered_id)
      VALUES (?, ?, ?, nullif(?, ''), ?, ?)
      """;
  private static final String COUNT =
      "UPDATE exchange.request SET letter = letter WHERE id = ? AND version = ?";
  private static final String MATCH =
      """
      UPDATE exchange.request_row SET match = ?, offered_id = ?, answer = NULL, ground = NULL, answered_by = NULL,
        answered_at = NULL
      WHERE request_id = ? AND position = ?
      """;
  private static final String ANSWER =
      """
      UPDATE exchange.request_row SET answer = ?, ground = ?, answered_by = ?, answered_at = platform.now()
      WHERE request_id = ? AND position = ? AND (answer, ground) IS DISTINCT FROM (?, ?)
      """;
  private static final String MOVE =
      "INSERT INTO exchange.request_event (request_id, state, recorded_by, agency) VALUES (?, ?, ?, ?)";
  private static final String NAMED =
      "SELECT offered_id FROM exchange.request_row WHERE request_id = ? AND offered_id IS NOT NULL";
  private static final String FIND =
      """
      SELECT id, kind, channel, letter, received_on, state, file_sha256, agency, version FROM exchange.request WHERE id = ?
      """;
  private static final String PERSON =
      """
      SELECT o.id AS offered_id, o.kind AS offered_kind,
             coalesce(concat_ws(' ', n.family_uk, n.given_uk, n.patronymic_uk), '')
               || coalesce(concat_ws(' ', c.family_uk, c.given_uk, c.patronymic_uk), '') AS name,
             coalesce(n.born_on, c.born_on) AS born_on
      FROM exchange.offered o
      LEFT JOIN cases.v_person n ON n.id = o.person_id
      LEFT JOIN exchange.offered_captive c ON c.offered_id = o.id
      """;
  private static final String PERSONS = PERSON + " WHERE o.id = ANY (?)";
  private static final String ROWS =
      "SELECT r.position, r.written_name, r.written_born, r.match, r.answer, r.ground, p.offered_id,"
          + " p.offered_kind, p.name, p.born_on FROM exchange.request_row r LEFT JOIN ("
          + PERSON
          + ") p ON p.offered_id = r.offered_id WHERE r.request_id = ? ORDER BY r.position";
  private static final String LIST =
      """
      SELECT q.id, q.kind, q.channel, q.letter, q.received_on, q.state, count(r.position) AS rows,
             count(r.position) FILTER (WHERE r.answer IS NULL) AS open,
             count(r.position) FILTER (WHERE r.match = 'ambiguous') AS ambiguous
      FROM exchange.request q LEFT JOIN exchange.request_row r ON r.request_id = q.id
      WHERE CASE ? WHEN '' THEN q.state IN ('received', 'authenticated') ELSE q.state = ? END
      GROUP BY q.id ORDER BY q.received_on DESC, q.id LIMIT 100
      """;
  private static final String HASH = "SELECT file_sha256 FROM exchange.request WHERE id = ?";

  private final JdbcClient jdbc;

  RequestRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns false if it is there already.
  boolean add(UUID id, Requests.Entry entry, byte[] hash, Member by) {
    return jdbc.sql(ADD)
            .param(id)
            .param(entry.kind())
            .param(entry.channel())
            .param(entry.letter())
            .param(entry.receivedOn())
            .param(hash)
            .param(by.id().value())
            .param(by.agency())
            .update()
        == 1;
  }

  void addRow(UUID id, int position, Requests.Written row, Matching.Found found) {
    jdbc.sql(ADD_ROW)
        .param(id)
        .param(position)
        .param(row.name())
        .param(row.born())
        .param(found.match())
        .param(found.id())
        .update();
  }

  /// Locks the request and counts its version up; false if it has another one.
  boolean count(UUID id, int version) {
    return jdbc.sql(COUNT).params(id, version).update() == 1;
  }

  void match(UUID id, int position, String match, @Nullable UUID person) {
    jdbc.sql(MATCH).param(match).param(person).param(id).param(position).update();
  }

  void answer(UUID id, Requests.Answer answer, Member by) {
    jdbc.sql(ANSWER)
        .param(answer.answer())
        .param(answer.ground())
        .param(by.id().value())
        .param(id)
        .param(answer.position())
        .param(answer.answer())
        .param(answer.ground())
        .update();
  }

  void move(UUID id, String state, Member by) {
    jdbc.sql(MOVE).params(id, state, by.id().value(), by.agency()).update();
  }

  List<UUID> named(UUID id) {
    return jdbc.sql(NAMED).param(id).query(UUID.class).list();
  }

  Optional<byte[]> hash(UUID id) {
    return jdbc.sql(HASH).param(id).query(byte[].class).optional();
  }

  Optional<Request> find(UUID id) {
    List<Request.Row> rows = rows(id);
    return jdbc.sql(FIND).param(id).query((row, n) -> request(row, rows)).optional();
  }

  List<Request.Row> rows(UUID id) {
    return jdbc.sql(ROWS).param(id).query((row, n) -> row(row)).list();
  }

  List<Request.Person> persons(List<UUID> ids) {
    return jdbc.sql(PERSONS)
        .param(ids.toArray(UUID[]::new))
        .query((row, n) -> Objects.requireNonNull(person(row)))
        .list();
  }

  List<Requests.Line> list(String state) {
    return jdbc.sql(LIST)
        .params(state, state)
        .query(
            (row, n) ->
                new Requests.Line(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("channel"),
                    row.getString("letter"),
                    row.getObject("received_on", LocalDate.class),
                    row.getString("state"),
                    row.getInt("rows"),
                    row.getInt("open"),
                    row.getInt("ambiguous")))
        .list();
  }

  private static Request request(ResultSet row, List<Request.Row> rows) throws SQLException {
    return new Request(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("channel"),
        row.getString("letter"),
        row.getObject("received_on", LocalDate.class),
        row.getString("state"),
        HexFormat.of().formatHex(row.getBytes("file_sha256")),
        row.getString("agency"),
        row.getInt("version"),
        rows);
  }

  private static Request.Row row(ResultSet row) throws SQLException {
    String born = row.getString("written_born");
    return new Request.Row(
        row.getInt("position"),
        row.getString("written_name"),
        born == null ? "" : born,
        row.getString("match"),
        person(row),
        row.getString("answer"),
        row.getString("ground"));
  }

  private static Request.@Nullable Person person(ResultSet row) throws SQLException {
    UUID id = row.getObject("offered_id", UUID.class);
    return id == null
        ? null
        : new Request.Person(
            id,
            row.getString("name"),
            row.getObject("born_on", LocalDate.class),
            row.getString("offered_kind"));
  }
}
