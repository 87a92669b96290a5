package svoi.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Requests for a session. One is open until a session is signed or an interviewer closes it; which
/// of the two it was is not told (R16).
public final class SessionRequests {
  private static final String ASK =
      """
      INSERT INTO consent.session_request (id, person_id, asked_by)
      SELECT gen_random_uuid(), n.id, ? FROM cases.v_person n
      WHERE n.id = ? AND NOT EXISTS (
        SELECT FROM consent.v_session_request r WHERE r.person_id = n.id AND r.answered_at IS NULL)
      """;
  private static final String CLOSE =
      """
      UPDATE consent.session_request r SET closed_by = ?, closed_at = platform.now()
      WHERE person_id = ? AND closed_at IS NULL AND EXISTS (
        SELECT FROM consent.v_session_request v WHERE v.id = r.id AND v.answered_at IS NULL)
      """;
  private static final String OPEN =
      """
      SELECT r.person_id, n.family_uk, n.given_uk, r.asked_at, m.agency
      FROM consent.v_session_request r JOIN cases.v_person n ON n.id = r.person_id
      JOIN staff.v_member m ON m.id = r.asked_by
      WHERE r.answered_at IS NULL ORDER BY r.asked_at LIMIT 100
      """;
  private static final String IS_OPEN =
      """
      SELECT asked_at FROM consent.v_session_request
      WHERE person_id = ? AND answered_at IS NULL ORDER BY asked_at LIMIT 1
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;

  public SessionRequests(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// Asks for a session with this person; does nothing while a request is open.
  ///
  /// @return whether a request is open now
  public boolean ask(Member by, PersonId person) {
    by.needs(Right.REQUEST_SESSIONS);
    return database.inTransaction(
        () -> {
          if (jdbc.sql(ASK).params(by.id().value(), person.value()).update() > 0) {
            audit.append(by.actor(), "consent.session-ask", Set.of(person.value()), "");
          }
          return isOpen(person).isPresent();
        });
  }

  /// Closes what is open, without a cause.
  public void close(Member by, PersonId person) {
    by.needs(Right.LEAD_SESSIONS);
    database
        .transactions()
        .executeWithoutResult(
            s -> {
              jdbc.sql(CLOSE).params(by.id().value(), person.value()).update();
              audit.append(by.actor(), "consent.session-closed", Set.of(person.value()), "");
            });
  }

  /// Since when a session with this person has been asked for.
  public java.util.Optional<Instant> isOpen(PersonId person) {
    return jdbc.sql(IS_OPEN)
        .param(person.value())
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  /// One open request.
  ///
  /// @param agency of the member who asked
  public record Open(PersonId person, String name, Instant askedAt, String agency) {}

  /// Open requests, oldest first, at most 100.
  public List<Open> open(Member by) {
    by.needs(Right.LEAD_SESSIONS);
    return jdbc.sql(OPEN)
        .query(
            (row, n) ->
                new Open(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("family_uk") + " " + row.getString("given_uk"),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                    row.getString("agency")))
        .list();
  }
}
