package svoi.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.cases.PersonId;
import svoi.platform.Role;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;

/// Scenarios 1-7 of the acceptance list, through the services and by SQL as the desk's role.
class ConsentScenariosIT {
  private static final String INSERT =
      """
      INSERT INTO consent.act (id, person_id, born_on, scope, given_at, valid_until, text_version, language,
        read_aloud, place_kind, session_start, session_end, counsel_id, interviewer_id, present_roles,
        evidence_sha256, points_read, session_id)
      SELECT gen_random_uuid(), person_id, born_on, 'photo', given_at, valid_until, text_version, language,
        read_aloud, place_kind, session_start, session_end, counsel_id, interviewer_id, %s,
        evidence_sha256, %s, session_id FROM consent.act WHERE id = ?
      """;

  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void scenario1ConsentNeedsCounsel() {
    PersonId person = desk.someone();
    Sheet whole = desk.sheet(Scope.EXCHANGE);
    Sheet alone =
        new Sheet(
            whole.language(),
            true,
            whole.points(),
            Set.of("interviewer"),
            "",
            null,
            whole.placeKind(),
            whole.start(),
            whole.end(),
            whole.validUntil(),
            whole.scopes());

    assertThat(desk.sign(person, alone))
        .isEqualTo(new Meetings.Signing.NotReady(java.util.List.of("consent.counsel_required")));
    assertThat(desk.states.of(person)).isEmpty();
  }

  @Test
  void scenario1BySqlNoSheetWithoutCounselAndNoneWithThirteenPoints() {
    PersonId person = desk.someone();
    desk.sign(person, desk.sheet(Scope.EXCHANGE));
    var act = desk.act(person, Scope.EXCHANGE).id();

    assertThat(desk.refusal(INSERT.formatted("ARRAY['interviewer']", "points_read"), act))
        .isEqualTo("r11-act-counsel-present");
    assertThat(desk.refusal(INSERT.formatted("present_roles", "points_read[1:13]"), act))
        .isEqualTo("r10-act-all-fourteen-points-read");
    assertThat(desk.refusal(INSERT.formatted("present_roles", "NULL"), act))
        .isEqualTo("r10-act-all-fourteen-points-read");
    assertThat(desk.refusal(INSERT.formatted("present_roles", "points_read"), act)).isEmpty();
  }

  @Test
  void scenario2InterviewerVerifierAndCounselAreThreePeople() {
    PersonId person = desk.someone();
    desk.sign(person, desk.sheet(Scope.EXCHANGE));
    desk.database.moveClock(Duration.ofHours(73));
    var act = desk.act(person, Scope.EXCHANGE).id();
    String verify =
        """
        UPDATE consent.act SET verified_at = platform.now(), verified_by = ?, verifier_agency = ?,
          verifier_entitled = true, interview_id = gen_random_uuid() WHERE id = ?
        """;

    assertThat(
            desk.refusal(verify, PublishedPerson.INTERVIEWER.id().value(), "coordination-hq", act))
        .isIn(
            "act-verifier-is-not-interviewer",
            "r11-act-verifier-entitled",
            "r11-act-verified-by-neither-agency");
    desk.database
        .superuser()
        .sql(
            "UPDATE staff.member SET roles = ARRAY['verifier', 'counsel'], agency = 'legal-aid' WHERE id = ?")
        .param(Desk.COUNSEL.id().value())
        .update();
    desk.desk
        .jdbc()
        .sql("UPDATE consent.counsel SET member_id = ? WHERE licence = 'ТЕСТ-7'")
        .param(Desk.COUNSEL.id().value())
        .update();

    assertThat(desk.refusal(verify, Desk.COUNSEL.id().value(), "legal-aid", act))
        .isEqualTo("r11-act-counsel-is-nobody-else");
    assertThat(ConsentRule.code(broken(verify, act))).isEqualTo("consent.roles_not_distinct");
  }

  private RuntimeException broken(String sql, Object act) {
    try {
      desk.desk.jdbc().sql(sql).params(Desk.COUNSEL.id().value(), "legal-aid", act).update();
      throw new AssertionError("not refused");
    } catch (org.springframework.dao.DataIntegrityViolationException e) {
      return e;
    }
  }

  @Test
  void scenario2AnAccountThatVerifiedAnActIsNotLaterItsCounsel() {
    PersonId person = desk.someone();
    desk.consent(person, Scope.EXCHANGE, Duration.ZERO);

    for (var other : Set.of(PublishedPerson.VERIFIER, PublishedPerson.INTERVIEWER)) {
      assertThat(
              desk.refusal(
                  "UPDATE consent.counsel SET member_id = ? WHERE licence = 'ТЕСТ-7'",
                  other.id().value()))
          .isEqualTo("r11-act-counsel-is-nobody-else");
    }
  }

  @Test
  void scenario3NobodyVerifiesBefore72Hours() {
    PersonId person = desk.someone();
    desk.sign(person, desk.sheet(Scope.EXCHANGE));
    desk.database.moveClock(Duration.ofHours(71));

    assertThat(Desk.code(() -> desk.verify(person, Scope.EXCHANGE)))
        .isEqualTo("consent.cooling_off");
    assertThat(desk.act(person, Scope.EXCHANGE).state()).isEqualTo(Act.State.COOLING);

    desk.database.moveClock(Duration.ofDays(3));
    desk.verify(person, Scope.EXCHANGE);
    assertThat(desk.act(person, Scope.EXCHANGE).state()).isEqualTo(Act.State.IN_FORCE);
  }

  @Test
  void scenario4AnAgencyMayNotVerify() {
    PersonId person = desk.someone();
    desk.sign(person, desk.sheet(Scope.EXCHANGE));
    desk.database.moveClock(Duration.ofHours(73));
    var act = desk.act(person, Scope.EXCHANGE).id();

    assertThatThrownBy(
            () ->
                desk.consents.verify(
                    PublishedPerson.SBU_REVIEWER, person, Set.of(act), Interview.WHOLE))
        .isInstanceOf(Forbidden.class)
        .hasMessage("right.verify-consents");
    assertThat(
            desk.refusal(
                """
                UPDATE consent.act SET verified_at = platform.now(), verified_by = ?, verifier_agency = 'sbu',
                  verifier_entitled = false, interview_id = gen_random_uuid() WHERE id = ?
                """,
                PublishedPerson.SBU_REVIEWER.id().value(),
                act))
        .isEqualTo("r11-act-verifier-entitled");
  }

  @Test
  void aVerificationNeedsTheWholePrivateInterview() {
    PersonId person = desk.someone();
    desk.sign(person, desk.sheet(Scope.EXCHANGE));
    desk.database.moveClock(Duration.ofHours(73));
    var act = desk.act(person, Scope.EXCHANGE).id();
    Interview withGuards = new Interview(true, true, true, false, true);

    assertThat(
            Desk.code(
                () ->
                    desk.consents.verify(
                        PublishedPerson.VERIFIER, person, Set.of(act), withGuards)))
        .isEqualTo("consent.interview_incomplete");
    assertThat(
            desk.refusal(
                """
                UPDATE consent.act SET verified_at = platform.now(), verified_by = ?, verifier_agency = 'ombudsman',
                  verifier_entitled = true WHERE id = ?
                """,
                PublishedPerson.VERIFIER.id().value(),
                act))
        .isEqualTo("r11-interview-is-complete");
    assertThat(
            desk.desk
                .jdbc()
                .sql("SELECT count(*) FROM consent.interview WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void scenario5AChangedByteOfTheSheetIsFoundAndRaisesAnAlert() throws IOException {
    PersonId person = desk.someone();
    desk.sign(person, desk.sheet(Scope.EXCHANGE));
    var act = desk.act(person, Scope.EXCHANGE).id();
    SignedSheets sheets = new SignedSheets(desk.desk, desk.audit, desk.vault);
    var whole = sheets.open(PublishedPerson.VERIFIER, person, act);
    assertThat(whole).isInstanceOf(SignedSheets.Answer.File.class);
    try (var content = ((SignedSheets.Answer.File) whole).content()) {
      assertThat(content.readAllBytes())
          .startsWith("%PDF-1.7 invented".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    flipAByte();

    assertThat(sheets.open(PublishedPerson.VERIFIER, person, act))
        .isEqualTo(new SignedSheets.Answer.Damaged());
    assertThat(sheets.alerts()).containsExactly(person);
  }

  private void flipAByte() throws IOException {
    try (Stream<Path> all = Files.walk(desk.files)) {
      Path file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }

  @Test
  void scenario6AWithdrawalByCounselEndsThePublicationAndTellsBothAgencies() {
    PublishedPerson.Created shown = desk.publicPerson();
    assertThat(isPublic(shown)).isTrue();
    desk.desk
        .jdbc()
        .sql("UPDATE consent.counsel SET member_id = ? WHERE licence = 'ТЕСТ-1'")
        .param(Desk.COUNSEL.id().value())
        .update();

    Consents.Withdrawn done =
        desk.consents.withdraw(Desk.COUNSEL, shown.person(), Set.of(Scope.TEXT), SaidBy.COUNSEL);

    assertThat(done.ended()).isEqualTo(1);
    assertThat(isPublic(shown)).isFalse();
    Withdrawals.Page page = desk.withdrawals.find(done.statement().orElseThrow()).orElseThrow();
    assertThat(page.told())
        .extracting(Withdrawals.Told::agency)
        .containsExactlyInAnyOrder("hur", "sbu", "coordination-hq", "ombudsman", null);
    assertThat(page.dark()).get().matches(Withdrawals.Darkness::everywhere);
    assertThat(desk.withdrawals.unseen(PublishedPerson.SBU_REVIEWER)).hasSize(1);
  }

  @Test
  void scenario7AConsentExpiresByItself() {
    PublishedPerson.Created shown = desk.publicPerson();

    desk.database.moveClock(Duration.ofDays(162));

    assertThat(isPublic(shown)).isFalse();
    assertThat(desk.act(shown.person(), Scope.TEXT).state()).isEqualTo(Act.State.EXPIRED);
  }

  private boolean isPublic(PublishedPerson.Created person) {
    return desk.database
            .as(Role.SITE)
            .jdbc()
            .sql("SELECT count(*) FROM register.v_profile WHERE id = ?")
            .param(person.profile().value())
            .query(Integer.class)
            .single()
        == 1;
  }
}
