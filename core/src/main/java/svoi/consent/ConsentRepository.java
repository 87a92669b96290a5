package svoi.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.staff.StaffId;

/// SQL that gives, verifies and reconfirms acts.
final class ConsentRepository {
  private static final String COUNSEL =
      """
      INSERT INTO consent.counsel (id, licence) VALUES (gen_random_uuid(), ?)
      ON CONFLICT ON CONSTRAINT counsel_once DO NOTHING
      """;
  private static final String LINK_COUNSEL =
      "UPDATE consent.counsel SET member_id = ? WHERE licence = ? AND member_id IS DISTINCT FROM ?";
  private static final String ADD =
      """
      INSERT INTO consent.act (id, person_id, born_on, scope, given_at, valid_until, text_version, language,
        read_aloud, place_kind, session_start, session_end, counsel_id, interviewer_id, present_roles,
        evidence_sha256, points_read, session_id)
      SELECT gen_random_uuid(), n.id, n.born_on, s.scope, ?, ?, ?, ?, ?, ?, ?, ?, c.id, ?, ?, ?, ?, ?::uuid
      FROM cases.v_person n, consent.counsel c, unnest(?::text[]) s (scope)
      WHERE n.id = ? AND c.licence = ? AND NOT EXISTS (
        SELECT FROM consent.act a WHERE a.person_id = n.id AND a.scope = s.scope AND a.evidence_sha256 = ?)
      """;
  private static final String TO_VERIFY =
      """
      SELECT id FROM consent.act
      WHERE person_id = ? AND scope = ANY (?) AND verified_at IS NULL AND ended_at IS NULL
      """;
  private static final String ADD_INTERVIEW =
      """
      INSERT INTO consent.interview (id, person_id, held_by, held_at, knows_consequences, knows_of_saying_no,
        no_benefit_or_punishment, alone_without_guards, family_informed_if_wished)
      VALUES (?, ?, ?, coalesce(?::timestamptz, platform.now()), ?, ?, ?, ?, ?)
      """;
  private static final String VERIFY =
      """
      UPDATE consent.act SET verified_at = coalesce(?::timestamptz, platform.now()), verified_by = ?,
        interview_id = ?, verifier_agency = ?,
        verifier_entitled = coalesce((SELECT verifies_consent FROM staff.v_agency WHERE code = ?), false)
      WHERE person_id = ? AND id = ANY (?) AND verified_at IS NULL AND ended_at IS NULL
      """;
  private static final String RECONFIRM =
      """
      INSERT INTO consent.reconfirmation (act_id, person_id, confirmed_by)
      SELECT id, person_id, ? FROM consent.v_in_force WHERE person_id = ? AND scope = ?
      """;
  private static final String KEEP_DATE =
      """
      INSERT INTO consent.kept_waiting_date (act_id, person_id, kept_from, decided_by)
      SELECT id, person_id, given_on, ? FROM consent.act WHERE id = ? AND person_id = ?
      """;

  private final JdbcClient jdbc;

  ConsentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int add(PersonId person, Set<Scope> scopes, Session session, @Nullable UUID meeting) {
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
        .param(session.points().stream().sorted().map(Integer::shortValue).toArray(Short[]::new))
        .param(meeting)
        .param(codes(scopes))
        .param(person.value())
        .param(session.counselLicence())
        .param(session.evidence())
        .update();
  }

  void linkCounsel(String licence, UUID member) {
    jdbc.sql(COUNSEL).param(licence).update();
    jdbc.sql(LINK_COUNSEL).params(member, licence, member).update();
  }

  List<UUID> toVerify(PersonId person, Set<Scope> scopes) {
    return jdbc.sql(TO_VERIFY).param(person.value()).param(codes(scopes)).query(UUID.class).list();
  }

  /// @param at when; the transaction's time if null
  int verify(
      PersonId person,
      Collection<UUID> acts,
      StaffId verifier,
      String agency,
      @Nullable Instant at,
      Interview talk) {
    UUID interview = UUID.randomUUID();
    jdbc.sql(ADD_INTERVIEW)
        .param(interview)
        .param(person.value())
        .param(verifier.value())
        .param(at == null ? null : utc(at))
        .param(talk.consequences())
        .param(talk.refusal())
        .param(talk.noBenefit())
        .param(talk.alone())
        .param(talk.family())
        .update();
    return jdbc.sql(VERIFY)
        .param(at == null ? null : utc(at))
        .param(verifier.value())
        .param(interview)
        .param(agency)
        .param(agency)
        .param(person.value())
        .param(acts.toArray(UUID[]::new))
        .update();
  }

  int reconfirm(PersonId person, Scope scope, StaffId by) {
    return jdbc.sql(RECONFIRM).params(by.value(), person.value(), scope.code()).update();
  }

  int keepDate(PersonId person, UUID act, StaffId by) {
    return jdbc.sql(KEEP_DATE).params(by.value(), act, person.value()).update();
  }

  static String[] codes(Set<Scope> scopes) {
    return scopes.stream().map(Scope::code).sorted().toArray(String[]::new);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
