package svoi.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What of rounds waits for somebody, computed from where they stand.
public final class RoundQueue {
  private static final String SIGNATURES =
      """
      SELECT x.what, x.round_id, r.number, x.detail FROM (
        SELECT 'list' AS what, l.round_id, l.n AS detail, l.id AS subject, 'list' AS kind
        FROM exchange.list l WHERE l.author = 'ours' AND l.state = 'draft'
        UNION ALL
        SELECT 'block', b.round_id, b.number, b.id, 'block'
        FROM exchange.block b JOIN exchange.round r ON r.id = b.round_id
        WHERE b.kind = 'asymmetric' AND r.state IN ('draft', 'proposed', 'counter-proposed')
        UNION ALL
        SELECT 'correction', o.round_id, 0, c.id, 'correction'
        FROM exchange.correction c JOIN exchange.outcome o ON o.id = c.outcome_id
        WHERE c.in_effect_at IS NULL AND o.round_id IS NOT NULL) x
      JOIN exchange.round r ON r.id = x.round_id
      JOIN LATERAL (
        SELECT bool_or(s.agency = ?) AS own, count(*) AS signatures FROM exchange.signature s
        WHERE s.subject_kind = x.kind AND s.subject_id = x.subject
          AND s.content_hash = exchange.hash_of(x.kind, x.subject)) s ON s.signatures = 1 AND NOT s.own
      ORDER BY r.number, x.what LIMIT 20
      """;
  private static final String DROPPED =
      """
      SELECT r.id, r.number, NULL::date AS planned_on,
             (SELECT count(*) FROM exchange.slot s JOIN exchange.slot_event d ON d.slot_id = s.id AND d.state = 'dropped'
              WHERE s.round_id = r.id AND d.recorded_at >= e.recorded_at) AS n
      FROM exchange.round r
      JOIN LATERAL (SELECT e.reason, e.recorded_at FROM exchange.round_event e WHERE e.round_id = r.id
                    ORDER BY e.recorded_at DESC, e.id LIMIT 1) e ON e.reason = 'slot-dropped'
      WHERE r.state = 'counter-proposed' ORDER BY r.number LIMIT 20
      """;
  private static final String NOT_READY =
      """
      SELECT r.id, r.number, r.planned_on, count(*) AS n
      FROM exchange.round r JOIN exchange.v_readiness v ON v.round_id = r.id
      WHERE r.state IN ('agreed', 'preparing') AND r.planned_on <= (SELECT platform.today()) + 7
        AND v.reserve_rank IS NULL AND v.ready IS NOT TRUE
      GROUP BY r.id, r.number, r.planned_on ORDER BY r.planned_on, r.number LIMIT 20
      """;
  private static final String DESPITE =
      """
      SELECT r.id, r.number, NULL::date AS planned_on, count(*) AS n
      FROM exchange.outcome o JOIN exchange.round r ON r.id = o.round_id
      WHERE o.despite IS NOT NULL AND o.recorded_at > (SELECT platform.now()) - interval '30 days'
      GROUP BY r.id, r.number ORDER BY r.number LIMIT 20
      """;

  private final JdbcClient jdbc;

  /// @param jdbc statements under the desk's role
  public RoundQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One agency has signed and another one has to.
  ///
  /// @param what list, block or correction
  /// @param detail number of the list or block
  public record Signature(String what, RoundId round, int number, int detail) {}

  /// How many of a round wait.
  ///
  /// @param on day of the handover; null where none matters
  public record Waiting(RoundId round, int number, @Nullable LocalDate on, int n) {}

  /// What waits for the second signature, and that agency's has not been given.
  public List<Signature> signatures(String agency) {
    return jdbc.sql(SIGNATURES)
        .param(agency)
        .query(
            (row, n) ->
                new Signature(
                    row.getString("what"),
                    new RoundId(row.getObject("round_id", UUID.class)),
                    row.getInt("number"),
                    row.getInt("detail")))
        .list();
  }

  /// Rounds that went back to the table because slots were dropped by themselves.
  public List<Waiting> dropped() {
    return waiting(DROPPED);
  }

  /// Rounds whose day comes within a week while slots are not ready.
  public List<Waiting> notReady() {
    return waiting(NOT_READY);
  }

  /// Rounds of the last 30 days with somebody who crossed although a consent or a hold spoke
  /// against it by then.
  public List<Waiting> despite() {
    return waiting(DESPITE);
  }

  private List<Waiting> waiting(String sql) {
    return jdbc.sql(sql)
        .query(
            (row, n) ->
                new Waiting(
                    new RoundId(row.getObject("id", UUID.class)),
                    row.getInt("number"),
                    row.getObject("planned_on", LocalDate.class),
                    row.getInt("n")))
        .list();
  }
}
