package svoi.exchange.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.staff.Member;

/// Answer lists and their rows.
final class AnswerListRepository {
  private static final String ADD =
      """
      INSERT INTO exchange.answer_list (id, channel, letter, received_on, file_sha256, recorded_by, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
      """;
  private static final String ADD_ROW =
      """
      INSERT INTO exchange.answer_row (answer_list_id, position, written_name, written_born, match, awaited_id, kind,
        ground, occurred_on)
      VALUES (?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)
      """;
  private static final String LOCK =
      "SELECT id FROM exchange.answer_list WHERE id = ? AND version = ? FOR NO KEY UPDATE";
  private static final String DECIDE =
      """
      UPDATE exchange.answer_list SET outcome = ?, decided_by = CASE WHEN ?::text IS NOT NULL THEN ?::uuid END WHERE id = ?
      """;
  private static final String MATCH =
      "UPDATE exchange.answer_row SET match = ?, awaited_id = ? WHERE answer_list_id = ? AND position = ?";
  private static final String ENTERED =
      "UPDATE exchange.answer_row SET entry_id = ? WHERE answer_list_id = ? AND position = ?";
  private static final String HASH = "SELECT file_sha256 FROM exchange.answer_list WHERE id = ?";
  private static final String FIND =
      "SELECT id, channel, letter, received_on, outcome, version FROM exchange.answer_list WHERE id = ?";
  private static final String ROWS =
      """
      SELECT r.position, r.written_name, r.written_born, r.match, r.awaited_id, r.kind, r.ground, r.occurred_on,
             concat_ws(' ', a.family_uk, a.given_uk, a.patronymic_uk) AS name, r.entry_id IS NOT NULL AS entered,
             EXISTS (SELECT FROM exchange.response_entry e WHERE e.awaited_id = r.awaited_id AND e.kind = 'asked'
                       AND e.occurred_on <= r.occurred_on AND NOT EXISTS (
                         SELECT FROM exchange.response_entry o
                         WHERE o.asked_id = e.id AND o.kind IN ('refused', 'accepted', 'countered'))) AS asked
      FROM exchange.answer_row r LEFT JOIN exchange.awaited a ON a.id = r.awaited_id
      WHERE r.answer_list_id = ? ORDER BY r.position
      """;
  private static final String OPEN =
      """
      SELECT l.id, l.channel, l.letter, l.received_on, count(r.position) AS rows,
             count(r.position) FILTER (WHERE r.match = 'ambiguous') AS ambiguous
      FROM exchange.answer_list l LEFT JOIN exchange.answer_row r ON r.answer_list_id = l.id
      WHERE l.outcome IS NULL GROUP BY l.id ORDER BY l.received_on, l.id LIMIT 100
      """;

  private final JdbcClient jdbc;

  AnswerListRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns false if it is there already.
  boolean add(UUID id, AnswerLists.Entry entry, byte[] hash, Member by) {
    return jdbc.sql(ADD)
            .param(id)
            .param(entry.channel())
            .param(entry.letter())
            .param(entry.receivedOn())
            .param(hash)
            .param(by.id().value())
            .param(by.agency())
            .update()
        == 1;
  }

  void addRow(UUID id, int position, AnswerLists.Written row, Matching.Found found) {
    jdbc.sql(ADD_ROW)
        .param(id)
        .param(position)
        .param(row.name())
        .param(row.born())
        .param(found.match())
        .param(found.id())
        .param(row.kind())
        .param(row.ground())
        .param(row.on())
        .update();
  }

  /// Returns false if it has another version.
  boolean lock(UUID id, int version) {
    return jdbc.sql(LOCK).params(id, version).query(UUID.class).optional().isPresent();
  }

  /// Counts the version up.
  ///
  /// @param outcome null while it stays open
  void decide(UUID id, @Nullable String outcome, Member by) {
    jdbc.sql(DECIDE).param(outcome).param(outcome).param(by.id().value()).param(id).update();
  }

  void match(UUID id, int position, String match, @Nullable UUID person) {
    jdbc.sql(MATCH).param(match).param(person).param(id).param(position).update();
  }

  void entered(UUID id, int position, UUID entry) {
    jdbc.sql(ENTERED).params(entry, id, position).update();
  }

  byte[] hash(UUID id) {
    return jdbc.sql(HASH).param(id).query(byte[].class).single();
  }

  Optional<AnswerList> find(UUID id) {
    List<AnswerList.Row> rows = jdbc.sql(ROWS).param(id).query((row, n) -> row(row)).list();
    return jdbc.sql(FIND)
        .param(id)
        .query(
            (row, n) ->
                new AnswerList(
                    id,
                    row.getString("channel"),
                    row.getString("letter"),
                    row.getObject("received_on", LocalDate.class),
                    row.getString("outcome"),
                    row.getInt("version"),
                    rows))
        .optional();
  }

  List<AnswerLists.Line> open() {
    return jdbc.sql(OPEN)
        .query(
            (row, n) ->
                new AnswerLists.Line(
                    row.getObject("id", UUID.class),
                    row.getString("channel"),
                    row.getString("letter"),
                    row.getObject("received_on", LocalDate.class),
                    row.getInt("rows"),
                    row.getInt("ambiguous")))
        .list();
  }

  private static AnswerList.Row row(ResultSet row) throws SQLException {
    String born = row.getString("written_born");
    return new AnswerList.Row(
        row.getInt("position"),
        row.getString("written_name"),
        born == null ? "" : born,
        row.getString("match"),
        row.getObject("awaited_id", UUID.class),
        row.getString("name"),
        row.getString("kind"),
        row.getString("ground"),
        row.getObject("occurred_on", LocalDate.class),
        row.getBoolean("asked"),
        row.getBoolean("entered"));
  }
}
