package svoi.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.staff.StaffId;

/// SQL of the schema `consent`.
final class ConsentRepository {
  private static final String COUNSEL =
      """
      INSERT INTO consent.counsel (id, licence) VALUES (gen_random_uuid(), ?)
      ON CONFLICT ON CONSTRAINT counsel_once DO NOTHING
      """;
  private static final String ADD =
      """
      INSERT INTO consent.act (id, person_id, born_on, scope, given_at, valid_until, text_version, language,
        read_aloud, place_kind, session_start, session_end, counsel_id, interviewer_id, present_roles, evidence_sha256)
      SELECT gen_random_uuid(), n.id, n.born_on, s.scope, ?, ?, ?, ?, ?, ?, ?, ?, c.id, ?, ?, ?
      FROM cases.v_person n, consent.counsel c, unnest(?::text[]) s (scope)
      WHERE n.id = ? AND c.licence = ? AND NOT EXISTS (
        SELECT FROM consent.act a WHERE a.person_id = n.id AND a.scope = s.scope AND a.evidence_sha256 = ?)
      """;
  private static final String VERIFY =
      """
      UPDATE consent.act SET verified_at = ?, verified_by = ?, verifier_agency = ?,
        verifier_entitled = coalesce((SELECT verifies_consent FROM staff.v_agency WHERE code = ?), false)
      WHERE person_id = ? AND scope = ANY (?) AND verified_at IS NULL AND ended_at IS NULL
      """;
  private static final String RECONFIRM =
      """
      INSERT INTO consent.reconfirmation (act_id, person_id, confirmed_by)
      SELECT id, person_id, ? FROM consent.v_in_force WHERE person_id = ? AND scope = ?
      """;
  private static final String WITHDRAW =
      """
      INSERT INTO consent.withdrawal (act_id, person_id, said_by)
      SELECT id, person_id, ? FROM consent.act WHERE person_id = ? AND scope = ? AND ended_at IS NULL
      """;

  private final JdbcClient jdbc;

  ConsentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int add(PersonId person, Set<Scope> scopes, Session session) {
    jdbc.sql(COUNSEL).param(session.counselLicence()).update();
    return jdbc.sql(ADD)
        .param(utc(session.signedAt()))
        .param(session.validUntil())
        .param(session.textVersion())
        .param(session.language())
        .param(session.readAloud())
        .param(session.placeKind())
        .param(utc(session.start()))
        .param(utc(session.end()))
        .param(session.interviewer().value())
        .param(session.present().stream().sorted().toArray(String[]::new))
        .param(session.evidence())
        .param(codes(scopes))
        .param(person.value())
        .param(session.counselLicence())
        .param(session.evidence())
        .update();
  }

  int verify(PersonId person, Set<Scope> scopes, Verification by) {
    return jdbc.sql(VERIFY)
        .param(utc(by.at()))
        .param(by.verifier().value())
        .param(by.agency())
        .param(by.agency())
        .param(person.value())
        .param(codes(scopes))
        .update();
  }

  private static String[] codes(Set<Scope> scopes) {
    return scopes.stream().map(Scope::code).sorted().toArray(String[]::new);
  }

  void reconfirm(PersonId person, Scope scope, StaffId by) {
    jdbc.sql(RECONFIRM).params(by.value(), person.value(), scope.code()).update();
  }

  int withdraw(PersonId person, Scope scope, String saidBy) {
    return jdbc.sql(WITHDRAW).params(saidBy, person.value(), scope.code()).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
