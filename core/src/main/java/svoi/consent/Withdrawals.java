package svoi.consent;

import static java.util.Objects.requireNonNull;
import static svoi.consent.MeetingRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// What became of withdrawals: who was told, and when everything was dark.
public final class Withdrawals {
  private static final String FIND =
      """
      SELECT s.id, s.person_id, s.said_by, s.entered_by, s.stated_at, d.committed_at, d.everywhere, d.dark_after_ms,
        (SELECT array_agg(a.scope) FROM consent.withdrawal w JOIN consent.act a ON a.id = w.act_id
         WHERE w.statement_id = s.id) AS scopes,
        NOT EXISTS (SELECT FROM platform.v_node n WHERE n.lease_until > clock_timestamp()
                    AND NOT pg_visible_in_snapshot(s.xid, n.seen)) AS dark_now
      FROM consent.statement s LEFT JOIN consent.darkness d ON d.statement_id = s.id
      WHERE s.id = ?
      """;
  private static final String NODES =
      "SELECT node_id, after_ms FROM consent.dark_node WHERE statement_id = ? ORDER BY after_ms NULLS LAST, node_id";
  private static final String TOLD =
      """
      SELECT n.agency, n.member_id, n.told_at, n.seen_at FROM consent.notice n
      WHERE n.statement_id = ? ORDER BY n.agency NULLS LAST
      """;
  private static final String SEEN =
      """
      UPDATE consent.notice SET seen_at = platform.now(), seen_by = ?
      WHERE statement_id = ? AND (agency = ? OR member_id = ?) AND seen_at IS NULL
      """;
  private static final String UNSEEN =
      """
      SELECT s.id, s.person_id, s.stated_at FROM consent.notice n JOIN consent.statement s ON s.id = n.statement_id
      WHERE (n.agency = ? OR n.member_id = ?) AND n.seen_at IS NULL ORDER BY s.stated_at DESC LIMIT 100
      """;
  private static final String ALARMS =
      """
      SELECT entered_by, first_at, last_at, within_hour FROM consent.v_withdrawal_alarm
      ORDER BY last_at DESC
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Withdrawals(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// One body or account that was told; exactly one of the first two is there.
  ///
  /// @param seenAt when somebody there opened it; null if nobody has
  public record Told(
      @Nullable String agency, @Nullable UUID member, Instant at, @Nullable Instant seenAt) {}

  /// When one process that serves pages had let go of everything old.
  ///
  /// @param millis after the commit; null if it had not while we waited
  public record Node(UUID id, @Nullable Integer millis) {}

  /// What was measured.
  ///
  /// @param millis after the commit, until the last node confirmed or we stopped waiting
  public record Darkness(Instant committedAt, boolean everywhere, int millis, List<Node> nodes) {}

  /// One withdrawal, whole.
  ///
  /// @param enteredBy id of the member or the name of a command
  /// @param dark what was measured; empty if the process stopped before it could measure
  /// @param darkNow whether every node that runs now has applied it
  public record Page(
      UUID id,
      PersonId person,
      String saidBy,
      String enteredBy,
      Instant statedAt,
      Set<Scope> scopes,
      Optional<Darkness> dark,
      boolean darkNow,
      List<Told> told) {}

  /// The withdrawal with this id.
  public Optional<Page> find(UUID id) {
    return jdbc.sql(FIND)
        .param(id)
        .query(
            (row, n) ->
                new Page(
                    id,
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("said_by"),
                    row.getString("entered_by"),
                    requireNonNull(instant(row, "stated_at")),
                    MeetingRepository.texts(row.getArray("scopes")).stream()
                        .flatMap(code -> Scope.of(code).stream())
                        .collect(Collectors.toSet()),
                    darkness(row, id),
                    row.getBoolean("dark_now"),
                    told(id)))
        .optional();
  }

  /// Notes that the member has seen it, for their agency and for themselves.
  public void seen(Member by, UUID id, PersonId person) {
    database
        .transactions()
        .executeWithoutResult(
            s -> {
              UUID member = by.id().value();
              jdbc.sql(SEEN).params(member, id, by.agency(), member).update();
              audit.append(by.actor(), "consent.withdrawal-seen", Set.of(person.value()), "");
            });
  }

  /// A withdrawal that nobody of the member's agency has opened.
  public record Unseen(UUID id, PersonId person, Instant at) {}

  /// What the member's agency, or they themselves, were told and have not opened; newest first.
  public List<Unseen> unseen(Member by) {
    return jdbc.sql(UNSEEN)
        .params(by.agency(), by.id().value())
        .query(
            (row, n) ->
                new Unseen(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getObject("person_id", UUID.class)),
                    requireNonNull(instant(row, "stated_at"))))
        .list();
  }

  /// An account that entered ten or more withdrawals within an hour of the last week.
  public record Alarm(String enteredBy, Instant first, Instant last, int withinHour) {}

  /// What the monitor should ask about. Nothing is blocked by it.
  public List<Alarm> alarms(Member by) {
    by.needs(Right.READ_AUDIT);
    return jdbc.sql(ALARMS)
        .query(
            (row, n) ->
                new Alarm(
                    row.getString("entered_by"),
                    requireNonNull(instant(row, "first_at")),
                    requireNonNull(instant(row, "last_at")),
                    row.getInt("within_hour")))
        .list();
  }

  private Optional<Darkness> darkness(ResultSet row, UUID id) throws SQLException {
    Instant committed = instant(row, "committed_at");
    return committed == null
        ? Optional.empty()
        : Optional.of(
            new Darkness(
                committed, row.getBoolean("everywhere"), row.getInt("dark_after_ms"), nodes(id)));
  }

  private List<Node> nodes(UUID id) {
    return jdbc.sql(NODES)
        .param(id)
        .query(
            (row, n) ->
                new Node(
                    row.getObject("node_id", UUID.class), row.getObject("after_ms", Integer.class)))
        .list();
  }

  private List<Told> told(UUID id) {
    return jdbc.sql(TOLD)
        .param(id)
        .query(
            (row, n) ->
                new Told(
                    row.getString("agency"),
                    row.getObject("member_id", UUID.class),
                    requireNonNull(instant(row, "told_at")),
                    instant(row, "seen_at")))
        .list();
  }
}
