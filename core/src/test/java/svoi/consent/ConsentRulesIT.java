package svoi.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.Violation;
import svoi.register.PublishedPerson;
import svoi.staff.Member;

/// What a consent is, kept by the database (rules R4, R10-R13, R15; exchange invariants 4-7, 9).
class ConsentRulesIT {
  private static TestDatabase database;
  private static Consents consents;
  private static PublishedPerson.Created someone;
  private final LocalDate today = LocalDate.now(Kyiv.ZONE);

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    Database desk = database.as(Role.DESK);
    consents = new Consents(desk, new AuditTrail(desk.jdbc()));
    someone = PublishedPerson.in(database).create();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void refusesASheetWithoutCounsel() {
    Session valid = PublishedPerson.session(today.minusDays(9));
    Session alone = with(valid, Set.of("interviewer"), valid.validUntil());

    assertThat(rule(() -> give(Scope.PHOTO, alone))).isEqualTo("r11-act-counsel-present");
  }

  @Test
  void refusesAValidityOver180Days() {
    Session valid = PublishedPerson.session(today.minusDays(9));
    Session longer = with(valid, valid.present(), today.plusDays(172));

    assertThat(rule(() -> give(Scope.PHOTO, longer))).isEqualTo("r13-act-valid-at-most-180-days");
  }

  @Test
  void refusesASheetDatedInTheFuture() {
    assertThat(rule(() -> give(Scope.PHOTO, PublishedPerson.session(today.plusDays(2)))))
        .isEqualTo("act-is-not-in-the-future");
  }

  @Test
  void refusesAVerificationBefore72Hours() {
    Session session = PublishedPerson.session(today.minusDays(9));
    give(Scope.VIDEO, session);

    assertThat(
            rule(
                () -> verify(Scope.VIDEO, PublishedPerson.VERIFIER, session, Duration.ofHours(71))))
        .isEqualTo("r12-act-verified-after-72-hours");
  }

  @Test
  void refusesAVerificationByAnAgencyThatPublishes() {
    Session session = PublishedPerson.session(today.minusDays(9));
    give(Scope.BIRTH_YEAR, session);

    assertThat(
            rule(
                () ->
                    verify(
                        Scope.BIRTH_YEAR,
                        PublishedPerson.HUR_REVIEWER,
                        session,
                        Duration.ofHours(80))))
        .isIn("r11-act-verifier-entitled", "r11-act-verified-by-neither-agency");
  }

  @Test
  void refusesOneWhoWasSeventeenAtTheConsent() {
    assertThat(
            rule(
                () ->
                    PublishedPerson.in(database).bornOn(today.minusYears(17).toString()).create()))
        .isEqualTo("r4-act-given-by-adult");
  }

  @Test
  void aVerifiedActIsNeverRewrittenAndAWithdrawalNeverUndone() {
    PublishedPerson.Created person = PublishedPerson.in(database).create();
    consents.withdraw(person.person(), Set.of(Scope.TEXT), "person", "test");

    for (String sql :
        Set.of(
            "UPDATE consent.act SET ended_at = NULL, ended_how = NULL WHERE scope = 'text' AND person_id = ?",
            "UPDATE consent.act SET valid_until = valid_until - 1 WHERE scope = 'text' AND person_id = ?",
            "UPDATE consent.act SET evidence_sha256 = sha256('x') WHERE scope = 'text' AND person_id = ?")) {
      assertThat(rule(() -> database.superuser().sql(sql).param(person.person().value()).update()))
          .isEqualTo("act-is-not-rewritten");
    }
  }

  @Test
  void keepsAtMostOneLiveConsentForAPersonAndScope() {
    PublishedPerson builder = PublishedPerson.in(database);
    PublishedPerson.Created person = builder.create();
    builder.consent(person.person(), Set.of(Scope.TEXT), today.minusDays(8));

    assertThat(
            database
                .superuser()
                .sql(
                    "SELECT count(*) FROM consent.v_in_force WHERE scope = 'text' AND person_id = ?")
                .param(person.person().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void hasNoColumnThatOverridesAConsentOrGivesAReasonForAWithdrawal() {
    assertThat(
            database
                .superuser()
                .sql(
                    "SELECT column_name FROM information_schema.columns WHERE table_schema = 'consent'")
                .query(String.class)
                .list())
        .noneMatch(c -> c.contains("overrid") || c.contains("reason") || c.contains("refus"));
  }

  @Test
  void deletesNothing() {
    assertThatThrownBy(() -> database.as(Role.OWNER).jdbc().sql("DELETE FROM consent.act").update())
        .hasMessageContaining("append-only");
  }

  private static void give(Scope scope, Session session) {
    consents.give(someone.person(), Set.of(scope), session, "test");
  }

  private static void verify(Scope scope, Member by, Session session, Duration after) {
    consents.verify(
        someone.person(),
        Set.of(scope),
        new Verification(by.id(), by.agency(), session.signedAt().plus(after)));
  }

  private static Session with(Session s, Set<String> present, LocalDate validUntil) {
    return new Session(
        s.start(),
        s.end(),
        s.signedAt(),
        validUntil,
        s.placeKind(),
        s.counselLicence(),
        s.interviewer(),
        present,
        s.language(),
        s.readAloud(),
        s.textVersion(),
        s.evidence());
  }

  private static String rule(Runnable act) {
    try {
      act.run();
      return "";
    } catch (DataIntegrityViolationException e) {
      return Violation.rule(e).orElse("other");
    }
  }
}
