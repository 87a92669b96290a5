package svoi.exchange;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.staff.Member;

/// What a round writes into the ledger of the other side's answers.
final class RoundLedger {
  /// Days the other side has to answer a list.
  private static final int DAYS = 14;

  /// The asking of this round that has no answer yet.
  private static final String OPEN =
      """
      SELECT DISTINCT ON (e.awaited_id) e.id, e.awaited_id, e.occurred_on, e.due_on
      FROM exchange.response_entry e
      WHERE e.round_id = :round AND e.kind = 'asked' AND NOT EXISTS (
        SELECT FROM exchange.response_entry r WHERE r.asked_id = e.id AND r.kind IN ('refused', 'accepted'))
      ORDER BY e.awaited_id, e.recorded_at DESC, e.id
      """;
  private static final String ASK =
      """
      WITH open AS (%s), listed AS (
        SELECT r.participant_id FROM exchange.list_row r
        WHERE r.list_id = :list AND r.side = 'awaited' AND r.reserve_rank IS NULL)
      INSERT INTO exchange.response_entry (id, awaited_id, kind, asked_id, asked_on, occurred_on, due_on, round_id, list_id,
        recorded_by, agency)
      SELECT gen_random_uuid(), l.participant_id, CASE WHEN o.id IS NULL THEN 'asked' ELSE 'reminded' END,
             o.id, o.occurred_on, platform.today(), coalesce(o.due_on, platform.today() + :days), :round, :list, :by, :agency
      FROM listed l LEFT JOIN open o ON o.awaited_id = l.participant_id
      ORDER BY l.participant_id
      """
          .formatted(OPEN);

  /// Of our latest sent list: who is not on theirs was refused; of theirs: who was not on ours.
  private static final String ANSWER =
      """
      WITH open AS (%s), ours AS (
        SELECT r.participant_id FROM exchange.list_row r
        WHERE r.side = 'awaited' AND r.reserve_rank IS NULL AND r.list_id = (
          SELECT l.id FROM exchange.list l WHERE l.round_id = :round AND l.state = 'sent' ORDER BY l.n DESC LIMIT 1)),
      theirs AS (
        SELECT r.participant_id FROM exchange.list_row r
        JOIN exchange.awaited a ON a.id = r.participant_id
        WHERE r.list_id = :list AND r.side = 'awaited' AND a.track = 'negotiated')
      INSERT INTO exchange.response_entry (id, awaited_id, kind, asked_id, asked_on, occurred_on, due_on, ground, round_id,
        list_id, recorded_by, agency)
      SELECT gen_random_uuid(), x.awaited_id, x.kind, o.id, o.occurred_on, platform.today(), o.due_on, x.ground, :round, :list,
             :by, :agency
      FROM (SELECT u.participant_id AS awaited_id, 'refused' AS kind, 'none-given' AS ground
            FROM ours u WHERE u.participant_id NOT IN (SELECT t.participant_id FROM theirs t)
            UNION ALL
            SELECT t.participant_id, 'countered', NULL
            FROM theirs t WHERE t.participant_id NOT IN (SELECT u.participant_id FROM ours u)) x
      LEFT JOIN open o ON o.awaited_id = x.awaited_id
      WHERE x.kind = 'countered' OR o.id IS NOT NULL
      ORDER BY x.awaited_id
      """
          .formatted(OPEN);
  private static final String ACCEPT =
      """
      WITH open AS (%s)
      INSERT INTO exchange.response_entry (id, awaited_id, kind, asked_id, asked_on, occurred_on, due_on, round_id,
        recorded_by, agency)
      SELECT gen_random_uuid(), o.awaited_id, 'accepted', o.id, o.occurred_on, platform.today(), o.due_on, :round, :by, :agency
      FROM open o JOIN exchange.slot s ON s.participant_id = o.awaited_id AND s.round_id = :round
      WHERE s.reserve_rank IS NULL AND s.state IN ('planned', 'named', 'confirmed')
      ORDER BY o.awaited_id
      """
          .formatted(OPEN);

  private final JdbcClient jdbc;

  RoundLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Our list was sent: everybody on it is asked for, or asked for again.
  void asked(RoundId round, UUID list, Member by) {
    jdbc.sql(ASK)
        .param("round", round.value())
        .param("list", list)
        .param("days", DAYS)
        .param("by", by.id().value())
        .param("agency", by.agency())
        .update();
  }

  /// Their list came: who is missing was refused, whom they added is a counter-offer.
  ///
  /// @return how many entries were made
  int answered(RoundId round, UUID list, Member by) {
    return jdbc.sql(ANSWER)
        .param("round", round.value())
        .param("list", list)
        .param("by", by.id().value())
        .param("agency", by.agency())
        .update();
  }

  /// Both sides agreed: everybody on the list was accepted, which is a promise from now on.
  void accepted(RoundId round, Member by) {
    jdbc.sql(ACCEPT)
        .param("round", round.value())
        .param("by", by.id().value())
        .param("agency", by.agency())
        .update();
  }
}
