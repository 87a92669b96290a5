package svoi.exchange;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Makes the slots as a list of theirs wants them, as far as the rules allow: who may not stand in
/// a round stays out, and the lists differ until both sides say the same.
public final class Adoption {
  private static final String DROP =
      """
      INSERT INTO exchange.slot_event (slot_id, state, reason)
      SELECT s.id, 'dropped', 'refused-by-them' FROM exchange.slot s JOIN exchange.block b ON b.id = s.block_id
      WHERE s.round_id = :round AND s.reserve_rank IS NULL AND s.state IN ('planned', 'named', 'confirmed')
        AND NOT EXISTS (SELECT FROM exchange.list_row r WHERE r.list_id = :list AND r.participant_id = s.participant_id)
      ORDER BY s.id
      """;

  /// Who stands in another block there than here.
  private static final String PLACE =
      """
      UPDATE exchange.slot s SET block_id = b.id, reserve_rank = NULL
      FROM exchange.list_row r JOIN exchange.block b ON b.number = r.block_number AND b.round_id = :round
      WHERE r.list_id = :list AND r.participant_id = s.participant_id AND s.round_id = :round
        AND s.state IN ('planned', 'named', 'confirmed') AND (s.block_id, s.reserve_rank) IS DISTINCT FROM (b.id, NULL)
        AND (SELECT count(*) FROM exchange.v_slot v WHERE v.id = s.id
               AND coalesce(v.offered_kind = b.offered_kind, true) AND coalesce(v.category = b.awaited_category, true)) = 1
      """;
  private static final String ADD =
      """
      INSERT INTO exchange.slot (id, round_id, block_id, participant_id, side, added_by, agency)
      SELECT gen_random_uuid(), :round, b.id, r.participant_id, r.side, :by, :agency
      FROM exchange.list_row r
      JOIN exchange.block b ON b.number = r.block_number AND b.round_id = :round
      LEFT JOIN exchange.awaited a ON a.id = r.participant_id
      LEFT JOIN exchange.offered o ON o.id = r.participant_id
      WHERE r.list_id = :list AND r.participant_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM exchange.slot s WHERE s.participant_id = r.participant_id
                          AND s.state IN ('planned', 'named', 'confirmed'))
        AND NOT EXISTS (SELECT FROM exchange.delivery d WHERE d.participant_id = r.participant_id)
        AND CASE r.side
              WHEN 'awaited' THEN a.track = 'negotiated' AND a.state = 'confirmed'
                AND coalesce(a.category = b.awaited_category, true)
              ELSE o.fear IS NOT NULL AND exchange.offer_fault(o.id) IS NULL
                AND coalesce(o.kind = b.offered_kind, true) END
      ORDER BY r.participant_id
      """;
  private static final String TOUCHED =
      "SELECT participant_id FROM exchange.slot WHERE round_id = ? AND state IN ('planned', 'named', 'confirmed')";

  private final Database database;
  private final JdbcClient jdbc;
  private final RoundRepository rounds;
  private final AuditSink audit;

  public Adoption(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.rounds = new RoundRepository(database.jdbc());
    this.audit = audit;
  }

  /// Takes over their list; the round has to be on the table.
  public Moved adopt(Member by, RoundId round, ListVersion theirs) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          if (rounds.lock(round).filter(RoundState::isNegotiated).isEmpty() || theirs.ours()) {
            return Moved.Refused.by("round.not_negotiating", "");
          }
          int dropped = of(DROP, round, theirs).update();
          of(PLACE, round, theirs).update();
          int added =
              of(ADD, round, theirs)
                  .param("by", by.id().value())
                  .param("agency", by.agency())
                  .update();
          Set<UUID> ids =
              Stream.concat(
                      Stream.of(round.value()),
                      jdbc.sql(TOUCHED).param(round.value()).query(UUID.class).list().stream())
                  .collect(Collectors.toSet());
          audit.append(
              by.actor(), "exchange.list-adopt", ids, "added " + added + ", dropped " + dropped);
          return new Moved.Done();
        });
  }

  private JdbcClient.StatementSpec of(String sql, RoundId round, ListVersion list) {
    return jdbc.sql(sql).param("round", round.value()).param("list", list.id());
  }
}
