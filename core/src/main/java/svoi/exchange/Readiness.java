package svoi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How ready the slots of a round are for the planned day: computed at every question.
public final class Readiness {
  private static final String CONDITIONS =
      Stream.of(Condition.values())
          .map(c -> "r." + c.column() + " AS " + c.column())
          .collect(Collectors.joining(", "));
  private static final String NUMBERS =
      """
      LEFT JOIN exchange.list_row n ON n.participant_id = s.participant_id AND n.list_id = (
        SELECT l.id FROM exchange.list l WHERE l.round_id = :round AND l.state = 'sent' ORDER BY l.n DESC LIMIT 1)
      """;

  /// Slots first, names of the page last: names are looked up for what is shown only.
  private static final String BOARD =
      """
      WITH page AS (
        SELECT s.id, s.state AS slot_state, r.ready, r.word_at_the_line, %s,
               row_number() OVER (ORDER BY b.number, s.side DESC, n.position, s.reserve_rank NULLS FIRST, s.id) AS place,
               n.position
        FROM exchange.slot s
        JOIN exchange.block b ON b.id = s.block_id
        LEFT JOIN exchange.v_readiness r ON r.slot_id = s.id
        %s
        WHERE s.round_id = :round AND s.state <> 'dropped'
          AND (:block::uuid IS NULL OR s.block_id = :block::uuid) AND (:side::text IS NULL OR s.side = :side)
          AND (NOT :open OR r.ready IS FALSE) {only}
        ORDER BY place LIMIT :limit OFFSET :offset)
      SELECT page.*, v.block_id, v.block_number, v.side, v.participant_id, v.person_id, v.family_uk, v.given_uk,
             v.patronymic_uk, v.born_on, coalesce(v.category, v.offered_kind) AS kind, v.reserve_rank, v.version,
             i.kind AS path_kind, i.state AS path_state, o.reconfirmed_at
      FROM page JOIN exchange.v_slot v ON v.id = page.id
      LEFT JOIN exchange.v_offer o ON o.id = v.participant_id
      LEFT JOIN LATERAL (SELECT i.kind, i.state FROM exchange.legal_instrument i
        WHERE i.offered_id = v.participant_id ORDER BY i.requested_at DESC, i.id LIMIT 1) i ON true
      ORDER BY page.place
      """
          .formatted(CONDITIONS, NUMBERS);
  private static final String TALLY =
      """
      SELECT count(*) AS slots, count(*) FILTER (WHERE r.ready) AS ready, %s
      FROM exchange.v_readiness r WHERE r.round_id = ? AND r.reserve_rank IS NULL
      """
          .formatted(
              Stream.of(Condition.values())
                  .map(c -> "count(*) FILTER (WHERE NOT r.%1$s) AS %1$s".formatted(c.column()))
                  .collect(Collectors.joining(", ")));
  private static final String MISSING =
      """
      SELECT r.slot_id, r.side, %s
      FROM exchange.v_readiness r
      WHERE r.round_id = ? AND r.reserve_rank IS NULL AND r.ready IS NOT TRUE ORDER BY r.slot_id LIMIT ?
      """
          .formatted(CONDITIONS);

  private final JdbcClient jdbc;

  /// @param jdbc statements under the desk's role
  public Readiness(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of the board: by block, the awaited after the offered, in the order of our list.
  public List<BoardSlot> board(RoundId round, BoardSlot.Wanted wanted, int offset, int limit) {
    Condition missing = wanted.missing();
    String only = missing == null ? "" : "AND r." + missing.column() + " IS FALSE";
    Side side = wanted.side();
    return jdbc.sql(BOARD.replace("{only}", only))
        .param("round", round.value())
        .param("block", wanted.block())
        .param("side", side == null ? null : side.code())
        .param("open", wanted.open())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> slot(row))
        .list();
  }

  /// How ready the round is as a whole.
  public BoardSlot.Tally tally(RoundId round) {
    return jdbc.sql(TALLY)
        .param(round.value())
        .query(
            (row, n) -> {
              Map<Condition, Integer> missing = new EnumMap<>(Condition.class);
              for (Condition condition : Condition.values()) {
                missing.put(condition, row.getInt(condition.column()));
              }
              return new BoardSlot.Tally(row.getInt("slots"), row.getInt("ready"), missing);
            })
        .single();
  }

  /// Which slots on the list lack what: for each condition the codes of its slots.
  ///
  /// @param limit of slots that are named
  List<RoundObstacle> missing(RoundId round, int limit) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    jdbc.sql(MISSING)
        .params(round.value(), limit)
        .query(
            (row, n) -> {
              String code = ShortCode.of(row.getObject("slot_id", UUID.class));
              Set<Condition> holds = holds(row);
              Condition.of(side(row)).stream()
                  .filter(c -> !holds.contains(c))
                  .forEach(
                      c -> codes.computeIfAbsent(c.missing(), k -> new ArrayList<>()).add(code));
              return code;
            })
        .list();
    return codes.entrySet().stream()
        .map(e -> new RoundObstacle(e.getKey(), String.join(", ", e.getValue())))
        .toList();
  }

  private static Side side(ResultSet row) throws SQLException {
    return Side.of(Objects.requireNonNull(row.getString("side"))).orElseThrow();
  }

  private static Set<Condition> holds(ResultSet row) throws SQLException {
    Set<Condition> holds = EnumSet.noneOf(Condition.class);
    for (Condition condition : Condition.values()) {
      if (row.getBoolean(condition.column())) {
        holds.add(condition);
      }
    }
    return holds;
  }

  private static BoardSlot.@Nullable Path path(ResultSet row) throws SQLException {
    String kind = row.getString("path_kind");
    return kind == null
        ? null
        : new BoardSlot.Path(kind, InstrumentState.of(row.getString("path_state")).orElseThrow());
  }

  private static BoardSlot slot(ResultSet row) throws SQLException {
    @Nullable Boolean word = row.getObject("word_at_the_line", Boolean.class);
    OffsetDateTime said = row.getObject("reconfirmed_at", OffsetDateTime.class);
    return new BoardSlot(
        new SlotId(row.getObject("id", UUID.class)),
        row.getObject("block_id", UUID.class),
        row.getInt("block_number"),
        row.getObject("position", Integer.class),
        side(row),
        row.getObject("participant_id", UUID.class),
        row.getObject("person_id", UUID.class),
        RoundRepository.name(row),
        row.getObject("born_on", LocalDate.class),
        Objects.requireNonNull(row.getString("kind")),
        row.getObject("reserve_rank", Integer.class),
        SlotState.of(Objects.requireNonNull(row.getString("slot_state"))).orElseThrow(),
        row.getInt("version"),
        row.getBoolean("ready"),
        holds(row),
        word,
        path(row),
        said == null ? null : said.toInstant());
  }
}
