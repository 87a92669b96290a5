package svoi.consent;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.platform.Propagation;
import svoi.staff.StaffId;

/// SQL of withdrawals: what ended, who was told, when everything was dark.
final class WithdrawalRepository {
  private static final String LIVE =
      """
      SELECT id FROM consent.act WHERE person_id = ? AND scope = ANY (?) AND ended_at IS NULL
      ORDER BY id FOR UPDATE
      """;
  private static final String STATE =
      "INSERT INTO consent.statement (id, person_id, said_by, entered_by) VALUES (?, ?, ?, ?)";
  private static final String WITHDRAW =
      """
      INSERT INTO consent.withdrawal (act_id, person_id, said_by, statement_id)
      SELECT id, person_id, ?, ? FROM consent.act WHERE id = ANY (?) ORDER BY id
      """;
  private static final String TELL =
      """
      INSERT INTO consent.notice (id, statement_id, agency, member_id)
      SELECT gen_random_uuid(), ?, code, NULL FROM staff.v_agency
      WHERE publishes OR code IN ('coordination-hq', 'ombudsman')
      UNION ALL
      SELECT gen_random_uuid(), ?, NULL, m.member_id FROM (
        SELECT DISTINCT c.member_id FROM consent.act a JOIN consent.counsel c ON c.id = a.counsel_id
        WHERE a.id = ANY (?) AND c.member_id IS NOT NULL) m
      """;
  private static final String DARK =
      """
      INSERT INTO consent.darkness (statement_id, committed_at, everywhere, dark_after_ms)
      VALUES (?, platform.now() - make_interval(secs => ?::double precision / 1000), ?, ?)
      """;
  private static final String DARK_NODE =
      "INSERT INTO consent.dark_node (statement_id, node_id, after_ms) VALUES (?, ?, ?)";
  private static final String IS_CLIENT =
      "SELECT count(*) FROM consent.v_client WHERE member_id = ? AND person_id = ?";

  private final JdbcClient jdbc;

  WithdrawalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<UUID> live(PersonId person, Set<Scope> scopes) {
    return jdbc.sql(LIVE)
        .param(person.value())
        .param(ConsentRepository.codes(scopes))
        .query(UUID.class)
        .list();
  }

  UUID withdraw(PersonId person, List<UUID> acts, String saidBy, String actor) {
    UUID statement = UUID.randomUUID();
    UUID[] ids = acts.toArray(UUID[]::new);
    jdbc.sql(STATE).params(statement, person.value(), saidBy, actor).update();
    jdbc.sql(WITHDRAW).param(saidBy).param(statement).param(ids).update();
    jdbc.sql(TELL).param(statement).param(statement).param(ids).update();
    return statement;
  }

  void dark(UUID statement, Propagation.Reached reached) {
    jdbc.sql(DARK).params(statement, reached.took(), reached.everywhere(), reached.took()).update();
    reached
        .nodes()
        .forEach(
            (node, millis) ->
                jdbc.sql(DARK_NODE).param(statement).param(node).param(millis).update());
  }

  boolean isClient(StaffId counsel, PersonId person) {
    return jdbc.sql(IS_CLIENT).params(counsel.value(), person.value()).query(Integer.class).single()
        > 0;
  }
}
