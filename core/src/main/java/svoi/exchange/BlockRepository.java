package svoi.exchange;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of blocks.
final class BlockRepository {
  private static final String READ =
      """
      SELECT b.id, b.number, b.offers_part, b.needs_part, b.ground, b.offered_kind, b.awaited_category, b.version,
             count(s.id) FILTER (WHERE s.side = 'offered' AND s.reserve_rank IS NULL) AS offered,
             count(s.id) FILTER (WHERE s.side = 'awaited' AND s.reserve_rank IS NULL) AS awaited,
             count(s.id) FILTER (WHERE s.reserve_rank IS NOT NULL) AS reserves,
             ARRAY(SELECT g.agency FROM exchange.signature g WHERE g.subject_kind = 'block' AND g.subject_id = b.id
                   AND g.content_hash = exchange.hash_of('block', b.id) ORDER BY g.signed_at) AS signatures,
             exchange.hash_of('block', b.id) AS hash
      FROM exchange.block b
      LEFT JOIN exchange.slot s ON s.block_id = b.id AND s.state <> 'dropped'
      WHERE b.round_id = ?
      GROUP BY b.id ORDER BY b.number
      """;
  private static final String ADD =
      """
      INSERT INTO exchange.block (id, round_id, number, kind, offers_part, needs_part, ground, offered_kind, awaited_category)
      SELECT ?, ?, coalesce(max(b.number), 0) + 1, ?, ?::smallint, ?::smallint, ?, ?, ?
      FROM exchange.block b WHERE b.round_id = ?
      """;
  private static final String SAVE =
      """
      UPDATE exchange.block SET kind = ?, offers_part = ?, needs_part = ?, ground = ?, offered_kind = ?, awaited_category = ?
      WHERE id = ? AND round_id = ? AND version = ?
      """;
  private static final String REMOVE =
      "DELETE FROM exchange.block WHERE id = ? AND round_id = ? AND version = ?";

  private final JdbcClient jdbc;

  BlockRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Block> of(RoundId round) {
    return jdbc.sql(READ).param(round.value()).query((row, n) -> block(row)).list();
  }

  void add(UUID id, RoundId round, Block.Terms terms) {
    jdbc.sql(ADD)
        .param(id)
        .param(round.value())
        .param(terms.offersPart() == null ? "asymmetric" : "ratio")
        .param(terms.offersPart())
        .param(terms.needsPart())
        .param(terms.ground())
        .param(code(terms.offeredKind()))
        .param(code(terms.awaitedCategory()))
        .param(round.value())
        .update();
  }

  boolean save(UUID id, RoundId round, int version, Block.Terms terms) {
    return jdbc.sql(SAVE)
            .param(terms.offersPart() == null ? "asymmetric" : "ratio")
            .param(terms.offersPart())
            .param(terms.needsPart())
            .param(terms.ground())
            .param(code(terms.offeredKind()))
            .param(code(terms.awaitedCategory()))
            .param(id)
            .param(round.value())
            .param(version)
            .update()
        == 1;
  }

  boolean remove(UUID id, RoundId round, int version) {
    return jdbc.sql(REMOVE).param(id).param(round.value()).param(version).update() == 1;
  }

  private static @Nullable String code(@Nullable OfferedKind kind) {
    return kind == null ? null : kind.code();
  }

  private static @Nullable String code(@Nullable Category category) {
    return category == null ? null : category.code();
  }

  private static Block block(ResultSet row) throws SQLException {
    return new Block(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getObject("offers_part", Integer.class),
        row.getObject("needs_part", Integer.class),
        row.getString("ground"),
        Optional.ofNullable(row.getString("offered_kind")).flatMap(OfferedKind::of).orElse(null),
        Optional.ofNullable(row.getString("awaited_category")).flatMap(Category::of).orElse(null),
        row.getInt("version"),
        row.getInt("offered"),
        row.getInt("awaited"),
        row.getInt("reserves"),
        strings(row.getArray("signatures")),
        row.getBytes("hash"));
  }

  static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
