package svoi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.staff.Member;

/// SQL of list versions.
final class ListRepository {
  private static final String READ =
      """
      SELECT l.id, l.n, l.author, l.state, l.made_at, l.passed_at, l.canonical_hash, l.round_id,
             coalesce(l.content_hash, exchange.hash_of('list', l.id), l.file_sha256) AS hash,
             l.canonical_hash = exchange.slots_hash(l.round_id) AS agrees,
             r.offered, r.awaited, r.reserves, r.open, r.demands,
             ARRAY(SELECT s.agency FROM exchange.signature s WHERE s.subject_kind = 'list' AND s.subject_id = l.id
                   ORDER BY s.signed_at) AS signatures,
             ARRAY(SELECT s.agency FROM exchange.signature s WHERE s.subject_kind = 'demand' AND s.subject_id = l.id
                   ORDER BY s.signed_at) AS demand_signatures
      FROM exchange.list l
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE r.side = 'offered' AND r.reserve_rank IS NULL) AS offered,
               count(*) FILTER (WHERE r.side = 'awaited' AND r.reserve_rank IS NULL) AS awaited,
               count(r.reserve_rank) AS reserves, count(*) FILTER (WHERE r.match <> 'linked') AS open,
               count(r.demand_ground) AS demands
        FROM exchange.list_row r WHERE r.list_id = l.id) r ON true
      """;
  private static final String OF_ROUND = READ + " WHERE l.round_id = ? ORDER BY l.n DESC";
  private static final String FIND = READ + " WHERE l.round_id = ? AND l.n = ?";
  private static final String ROWS =
      """
      SELECT r.position, r.block_number, r.block_terms, r.side, r.reserve_rank, r.match, r.participant_id,
             coalesce(r.content ->> 'uk', r.content ->> 'written', '') AS name, coalesce(r.content ->> 'ru', '') AS name_ru,
             coalesce(r.content ->> 'latin', '') AS name_latin, coalesce(r.content ->> 'born', '') AS born,
             r.demand_ground IS NOT NULL AS demand
      FROM exchange.list_row r WHERE r.list_id = ? AND r.position > ? ORDER BY r.position LIMIT ?
      """;
  private static final String DEMAND = "SELECT exchange.hash_of('demand', ?)";
  private static final String TAKE = "SELECT exchange.take_list(?, ?, ?, ?)";
  private static final String SUPERSEDE =
      "UPDATE exchange.list SET state = 'superseded' WHERE round_id = ? AND author = ? AND state = 'draft'";
  private static final String PASS =
      "UPDATE exchange.list SET state = ? WHERE id = ? AND state = 'draft'";
  private static final String ADD_THEIRS =
      """
      INSERT INTO exchange.list (id, round_id, n, author, file_sha256, made_by, agency) VALUES (?, ?, 0, 'theirs', ?, ?, ?)
      """;
  private static final String ADD_ROW =
      """
      INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, match, participant_id, content, salt,
        row_hash, demand_ground)
      SELECT ?, ?, ?, ?, ?, ?, ?, x.content, x.salt, sha256(x.salt || convert_to(x.content::text, 'UTF8')), ?
      FROM (SELECT jsonb_build_object('written', ?::text, 'born', ?::text) AS content, uuid_send(gen_random_uuid()) AS salt) x
      """;
  private static final String LINK =
      """
      UPDATE exchange.list_row SET match = ?, participant_id = ?, demand_ground = coalesce(?, demand_ground)
      WHERE list_id = ? AND position = ?
      """;

  private final JdbcClient jdbc;

  ListRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ListVersion> of(RoundId round) {
    return jdbc.sql(OF_ROUND).param(round.value()).query((row, n) -> version(row)).list();
  }

  Optional<ListVersion> find(RoundId round, int number) {
    return jdbc.sql(FIND)
        .param(round.value())
        .param(number)
        .query((row, n) -> version(row))
        .optional();
  }

  /// @param after a position; only later ones come
  List<ListRow> rows(UUID list, int after, int limit) {
    return jdbc.sql(ROWS).param(list).param(after).param(limit).query((row, n) -> row(row)).list();
  }

  Optional<byte[]> demandHash(UUID list) {
    return jdbc.sql(DEMAND)
        .param(list)
        .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
        .single();
  }

  int take(UUID list, RoundId round, Member by) {
    return jdbc.sql(TAKE)
        .param(list)
        .param(round.value())
        .param(by.id().value())
        .param(by.agency())
        .query(Integer.class)
        .single();
  }

  void supersede(RoundId round, boolean ours) {
    jdbc.sql(SUPERSEDE).param(round.value()).param(ours ? "ours" : "theirs").update();
  }

  boolean pass(UUID list, String state) {
    return jdbc.sql(PASS).param(state).param(list).update() == 1;
  }

  void addTheirs(UUID list, RoundId round, byte[] file, Member by) {
    jdbc.sql(ADD_THEIRS)
        .param(list)
        .param(round.value())
        .param(file)
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  void addRow(UUID list, int position, TheirRow row, @Nullable String demand) {
    jdbc.sql(ADD_ROW)
        .param(list)
        .param(position)
        .param(row.block())
        .param(row.terms())
        .param(row.side().code())
        .param(row.match())
        .param(row.participant())
        .param(demand)
        .param(row.name())
        .param(row.born())
        .update();
  }

  boolean link(UUID list, int position, @Nullable UUID participant, @Nullable String demand) {
    String match = participant == null ? "unknown" : "linked";
    return jdbc.sql(LINK)
            .param(match)
            .param(participant)
            .param(demand)
            .param(list)
            .param(position)
            .update()
        == 1;
  }

  private static ListVersion version(ResultSet row) throws SQLException {
    OffsetDateTime passed = row.getObject("passed_at", OffsetDateTime.class);
    return new ListVersion(
        row.getObject("id", UUID.class),
        row.getInt("n"),
        row.getString("author").equals("ours"),
        Objects.requireNonNull(row.getString("state")),
        Objects.requireNonNull(row.getBytes("hash")),
        row.getBytes("canonical_hash"),
        row.getBoolean("agrees"),
        row.getInt("offered"),
        row.getInt("awaited"),
        row.getInt("reserves"),
        row.getInt("open"),
        row.getInt("demands"),
        BlockRepository.strings(row.getArray("signatures")),
        BlockRepository.strings(row.getArray("demand_signatures")),
        RoundRepository.instant(row, "made_at"),
        passed == null ? null : passed.toInstant());
  }

  private static ListRow row(ResultSet row) throws SQLException {
    return new ListRow(
        row.getInt("position"),
        row.getInt("block_number"),
        row.getString("block_terms"),
        Side.of(row.getString("side")).orElseThrow(),
        row.getObject("reserve_rank", Integer.class),
        row.getString("match"),
        row.getObject("participant_id", UUID.class),
        row.getString("name"),
        row.getString("name_ru"),
        row.getString("name_latin"),
        row.getString("born"),
        row.getBoolean("demand"));
  }
}
