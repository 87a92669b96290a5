package svoi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.staff.Member;

/// SQL of slots and of who may fill them.
final class SlotRepository {
  private static final String AWAITED =
      """
      SELECT n.id, NULL::uuid AS person_id, n.family_uk, n.given_uk, n.patronymic_uk, n.born_on, n.category AS kind,
             n.held_since AS since,
             CASE WHEN g.inseparable THEN (
               SELECT count(*) FROM exchange.awaited f WHERE f.family_group_id = g.id AND f.id <> n.id
                 AND f.track = 'negotiated' AND f.state IN ('reported', 'confirmed')
                 AND NOT EXISTS (SELECT FROM exchange.slot s WHERE s.participant_id = f.id AND s.round_id = :round
                                   AND s.state IN ('planned', 'named', 'confirmed'))) ELSE 0 END AS family,
             array_remove(ARRAY[CASE WHEN n.state <> 'confirmed' THEN 'not-confirmed' END,
               CASE WHEN n.round_id IS NOT NULL THEN 'in-a-round' END], NULL) AS obstacles
      FROM exchange.v_need n
      LEFT JOIN exchange.family_group g ON g.id = n.family_group_id
      WHERE (:category::text IS NULL OR n.category = :category)
        AND (:all OR (n.state = 'confirmed' AND n.round_id IS NULL))
        AND (:family = '' OR n.family_uk ILIKE :family)
        AND (:since::date IS NULL OR (n.held_since, n.id) > (:since::date, :after::uuid))
      ORDER BY n.held_since, n.id LIMIT :limit
      """;
  private static final String OFFERED =
      """
      WITH found AS (
        SELECT a.id, a.person_id, a.kind, a.waiting_since AS since, a.obstacles
        FROM exchange.available_on(:day) a
        WHERE a.id IS NOT NULL AND a.waiting_since IS NOT NULL
          AND (:kind::text IS NULL OR a.kind = :kind) AND (:all OR a.available)
          AND (:family = '' OR a.id IN (SELECT v.id FROM exchange.v_offer v WHERE v.family_uk ILIKE :family))
          AND (:since::date IS NULL OR (a.waiting_since, a.id) > (:since::date, :after::uuid))
        ORDER BY a.waiting_since, a.id LIMIT :limit)
      SELECT f.id, f.person_id, v.family_uk, v.given_uk, v.patronymic_uk, v.born_on, f.kind, f.since, 0 AS family, f.obstacles
      FROM found f JOIN exchange.v_offer v ON v.id = f.id
      ORDER BY f.since, f.id
      """;
  private static final String ADD =
      """
      INSERT INTO exchange.slot (id, round_id, block_id, participant_id, side, reserve_rank, added_by, agency)
      SELECT gen_random_uuid(), ?, ?, p.id, p.side,
             CASE WHEN ? THEN (row_number() OVER (PARTITION BY p.side ORDER BY x.place) + (
               SELECT coalesce(max(s.reserve_rank), 0) FROM exchange.slot s
               WHERE s.block_id = ? AND s.side = p.side AND s.state <> 'dropped'))::smallint END, ?, ?
      FROM unnest(?::uuid[]) WITH ORDINALITY x (id, place) JOIN exchange.participant p ON p.id = x.id
      ORDER BY p.id
      """;
  private static final String RESERVED =
      """
      SELECT s.participant_id FROM exchange.slot s
      WHERE s.participant_id = ANY (?) AND s.state IN ('planned', 'named', 'confirmed')
      """;
  private static final String DROP =
      """
      INSERT INTO exchange.slot_event (slot_id, state, reason)
      SELECT s.id, 'dropped', ? FROM exchange.slot s
      WHERE s.id = ? AND s.round_id = ? AND s.version = ? AND s.state IN ('planned', 'named', 'confirmed')
      """;
  private static final String RANK =
      """
      UPDATE exchange.slot SET reserve_rank = ?::smallint, block_id = ?
      WHERE id = ? AND round_id = ? AND version = ? AND state IN ('planned', 'named', 'confirmed')
      """;
  private static final String PARTICIPANT = "SELECT participant_id FROM exchange.slot WHERE id = ?";

  private final JdbcClient jdbc;

  SlotRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Candidate> awaited(
      RoundId round, @Nullable Category category, Candidate.Wanted wanted, int limit) {
    return asked(AWAITED, wanted, limit)
        .param("round", round.value())
        .param("category", category == null ? null : category.code())
        .query((row, n) -> candidate(row))
        .list();
  }

  List<Candidate> offered(
      LocalDate day, @Nullable OfferedKind kind, Candidate.Wanted wanted, int limit) {
    return asked(OFFERED, wanted, limit)
        .param("day", day)
        .param("kind", kind == null ? null : kind.code())
        .query((row, n) -> candidate(row))
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql, Candidate.Wanted wanted, int limit) {
    Candidate.Place after = wanted.after();
    String family = wanted.family().replaceAll("[\\\\%_]", "\\\\$0");
    return jdbc.sql(sql)
        .param("all", wanted.all())
        .param("family", family.isEmpty() ? "" : family + "%")
        .param("since", after == null ? null : after.since())
        .param("after", after == null ? null : after.id())
        .param("limit", limit);
  }

  int add(RoundId round, UUID block, List<UUID> participants, boolean reserve, Member by) {
    return jdbc.sql(ADD)
        .param(round.value())
        .param(block)
        .param(reserve)
        .param(block)
        .param(by.id().value())
        .param(by.agency())
        .param(participants.toArray(UUID[]::new))
        .update();
  }

  List<UUID> reserved(Collection<UUID> participants) {
    return jdbc.sql(RESERVED).param(participants.toArray(UUID[]::new)).query(UUID.class).list();
  }

  boolean drop(RoundId round, SlotId slot, int version, String reason) {
    return jdbc.sql(DROP)
            .param(reason)
            .param(slot.value())
            .param(round.value())
            .param(version)
            .update()
        == 1;
  }

  boolean place(
      RoundId round, SlotId slot, int version, UUID block, @Nullable Integer reserveRank) {
    return jdbc.sql(RANK)
            .param(reserveRank)
            .param(block)
            .param(slot.value())
            .param(round.value())
            .param(version)
            .update()
        == 1;
  }

  UUID participant(SlotId slot) {
    return jdbc.sql(PARTICIPANT).param(slot.value()).query(UUID.class).single();
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getObject("id", UUID.class),
        row.getObject("person_id", UUID.class),
        RoundRepository.name(row),
        row.getObject("born_on", LocalDate.class),
        row.getString("kind"),
        row.getObject("since", LocalDate.class),
        row.getInt("family"),
        BlockRepository.strings(row.getArray("obstacles")));
  }
}
