package svoi.consent;

import static java.util.Objects.requireNonNull;
import static svoi.consent.MeetingRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.platform.Alphabet;
import svoi.staff.Member;
import svoi.staff.StaffRole;

/// What the consents of a person are worth now, and whose wait for something. Whoever shows it
/// writes the audit log first.
public final class ConsentStates {
  /// More persons than this are not shown at once; who is served leaves the list.
  public static final int PAGE = 100;

  private static final String OF_PERSON =
      """
      SELECT a.id, a.scope, a.given_at, a.valid_until, a.language, a.text_version, a.place_kind, a.present_roles,
        c.licence, a.interviewer_id, a.verified_at, a.verifier_agency, v.confirmed_on, v.chain_from,
        k.act_id IS NOT NULL AS kept, a.session_id IS NOT NULL AS on_file, a.ended_at, w.said_by, w.statement_id,
        CASE WHEN a.ended_how = 'withdrawn' THEN 'WITHDRAWN' WHEN a.ended_at IS NOT NULL THEN 'REPLACED'
             WHEN a.valid_until < platform.today() THEN 'EXPIRED' WHEN a.verified_at IS NOT NULL THEN 'IN_FORCE'
             WHEN a.given_at + interval '72 hours' > platform.now() THEN 'COOLING' ELSE 'TO_VERIFY' END AS state,
        a.verified_at IS NOT NULL AND a.ended_at IS NULL AND k.act_id IS NULL AND coalesce((
          SELECT e.ended_how = 'withdrawn' AND e.valid_until >= (e.ended_at AT TIME ZONE 'Europe/Kyiv')::date
            AND NOT EXISTS (SELECT FROM consent.withdrawal o WHERE o.act_id = e.id AND o.said_by = 'person')
          FROM consent.act e
          WHERE e.person_id = a.person_id AND e.scope = a.scope AND e.verified_at IS NOT NULL
            AND e.given_at < a.given_at
          ORDER BY e.given_at DESC LIMIT 1), false) AS may_keep
      FROM consent.act a JOIN consent.v_act v ON v.id = a.id JOIN consent.counsel c ON c.id = a.counsel_id
      LEFT JOIN consent.withdrawal w ON w.act_id = a.id
      LEFT JOIN consent.kept_waiting_date k ON k.act_id = a.id
      WHERE a.person_id = ? ORDER BY a.given_at DESC, a.id
      """;
  private static final String WAITING =
      """
      SELECT a.person_id, n.family_uk, n.given_uk, min(a.given_at) + interval '72 hours' AS due,
        array_agg(a.scope ORDER BY a.scope) AS scopes
      FROM consent.act a JOIN cases.v_person n ON n.id = a.person_id
      WHERE a.verified_at IS NULL AND a.ended_at IS NULL AND a.valid_until >= platform.today()
        AND (?::text IS NULL OR n.agency = ?)
      GROUP BY a.person_id, n.family_uk, n.given_uk, a.given_at
      ORDER BY a.given_at LIMIT ?
      """;
  private static final String ENDING =
      """
      SELECT r.person_id, n.family_uk, n.given_uk, r.valid_until, r.days_left, r.step,
        array_agg(r.scope ORDER BY r.scope) AS scopes
      FROM consent.v_reminder r JOIN cases.v_person n ON n.id = r.person_id
      WHERE ?::text IS NULL OR n.agency = ?
      GROUP BY r.person_id, n.family_uk, n.given_uk, r.valid_until, r.days_left, r.step
      ORDER BY r.valid_until, r.person_id LIMIT ?
      """;

  private final JdbcClient jdbc;

  public ConsentStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All acts of a person, newest first.
  public List<Act> of(PersonId person) {
    return jdbc.sql(OF_PERSON).param(person.value()).query((row, n) -> act(row)).list();
  }

  /// Acts of one session that wait for a verification.
  ///
  /// @param due the first moment at which they may be verified
  public record Waiting(PersonId person, String name, Instant due, List<Scope> scopes) {}

  /// What waits for verification among the files that the member reaches, the oldest first.
  public List<Waiting> waiting(Member by) {
    return jdbc.sql(WAITING)
        .param(agencyOf(by))
        .param(agencyOf(by))
        .param(PAGE)
        .query(
            (row, n) ->
                new Waiting(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("family_uk") + " " + row.getString("given_uk"),
                    requireNonNull(instant(row, "due")),
                    scopes(row)))
        .list();
  }

  /// Consents of one person that end on one day soon.
  ///
  /// @param step 30, 14 or 3: which reminder this is
  public record Ending(
      PersonId person,
      String name,
      List<Scope> scopes,
      LocalDate validUntil,
      int daysLeft,
      int step) {}

  /// Consents that end within 30 days among the files that the member reaches: by day, then by
  /// name.
  public List<Ending> ending(Member by) {
    return jdbc
        .sql(ENDING)
        .param(agencyOf(by))
        .param(agencyOf(by))
        .param(PAGE)
        .query(
            (row, n) ->
                new Ending(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("family_uk") + " " + row.getString("given_uk"),
                    scopes(row),
                    row.getObject("valid_until", LocalDate.class),
                    row.getInt("days_left"),
                    row.getInt("step")))
        .list()
        .stream()
        .sorted(
            Comparator.comparing(Ending::validUntil)
                .thenComparing(Alphabet.ukrainian(Ending::name)))
        .toList();
  }

  /// Verifiers, interviewers and the monitor reach all files, others those of their agency.
  private static @org.jspecify.annotations.Nullable String agencyOf(Member by) {
    boolean all =
        by.is(StaffRole.VERIFIER) || by.is(StaffRole.INTERVIEWER) || by.is(StaffRole.MONITOR);
    return all ? null : by.agency();
  }

  private static List<Scope> scopes(ResultSet row) throws SQLException {
    return MeetingRepository.texts(row.getArray("scopes")).stream()
        .flatMap(code -> Scope.of(code).stream())
        .sorted()
        .toList();
  }

  private static Act act(ResultSet row) throws SQLException {
    return new Act(
        row.getObject("id", UUID.class),
        Scope.of(row.getString("scope")).orElseThrow(),
        Act.State.valueOf(row.getString("state")),
        requireNonNull(instant(row, "given_at")),
        row.getObject("valid_until", LocalDate.class),
        row.getString("language"),
        row.getString("text_version"),
        row.getString("place_kind"),
        MeetingRepository.texts(row.getArray("present_roles")),
        row.getString("licence"),
        row.getObject("interviewer_id", UUID.class),
        instant(row, "verified_at"),
        row.getString("verifier_agency"),
        row.getObject("confirmed_on", LocalDate.class),
        row.getObject("chain_from", LocalDate.class),
        row.getBoolean("kept"),
        row.getBoolean("may_keep"),
        row.getBoolean("on_file"),
        instant(row, "ended_at"),
        row.getString("said_by"),
        row.getObject("statement_id", UUID.class));
  }
}
