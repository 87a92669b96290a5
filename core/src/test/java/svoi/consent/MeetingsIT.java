package svoi.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.cases.PersonId;
import svoi.register.PublishedPerson;
import svoi.staff.Forbidden;

/// Guided sessions: a draft until signed, evidence afterwards (R10, R11, R16).
class MeetingsIT {
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void aSignedSessionGivesOneActForEachYesAndNothingForANo() {
    PersonId person = desk.someone();

    assertThat(desk.sign(person, desk.sheet(Scope.EXCHANGE, Scope.TEXT)))
        .isEqualTo(new Meetings.Signing.Signed(2));

    assertThat(desk.states.of(person))
        .extracting(Act::scope, Act::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Scope.EXCHANGE, Act.State.COOLING),
            org.assertj.core.groups.Tuple.tuple(Scope.TEXT, Act.State.COOLING));
  }

  @Test
  void namesEverythingThatASignatureWaitsFor() {
    PersonId person = desk.someone();
    Meeting fresh = desk.meetings.open(PublishedPerson.INTERVIEWER, person, "2026-1", "uk");

    assertThat(fresh.sheet().missing())
        .containsExactlyInAnyOrder(
            "consent.points_missing",
            "consent.counsel_required",
            "consent.place_missing",
            "consent.session_times",
            "consent.validity",
            "consent.nothing_to_sign");
  }

  @Test
  void aFileThatIsNeitherPdfNorPictureIsNoSheet() {
    PersonId person = desk.someone();
    Meeting open = desk.meetings.open(PublishedPerson.INTERVIEWER, person, "2026-1", "uk");
    desk.meetings.save(
        PublishedPerson.INTERVIEWER, open.id(), desk.sheet(Scope.TEXT), open.version());
    Meeting saved = desk.meetings.current(PublishedPerson.INTERVIEWER, person).orElseThrow();

    assertThat(
            desk.meetings.sign(
                PublishedPerson.INTERVIEWER,
                saved,
                new ByteArrayInputStream("MZ program".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Meetings.Signing.WrongFile());
    assertThat(desk.states.of(person)).isEmpty();
  }

  @Test
  void theSecondOfTwoSavingsIsStaleAndADoubleClickSignsOnce() {
    PersonId person = desk.someone();
    Meeting open = desk.meetings.open(PublishedPerson.INTERVIEWER, person, "2026-1", "uk");
    Sheet sheet = desk.sheet(Scope.TEXT);
    var by = PublishedPerson.INTERVIEWER;

    assertThat(desk.meetings.save(by, open.id(), sheet, open.version())).isTrue();
    assertThat(desk.meetings.save(by, open.id(), sheet, open.version())).isFalse();

    Meeting saved = desk.meetings.current(by, person).orElseThrow();
    assertThat(desk.meetings.sign(by, saved, Desk.scan()))
        .isEqualTo(new Meetings.Signing.Signed(1));
    assertThat(desk.meetings.sign(by, saved, Desk.scan())).isEqualTo(new Meetings.Signing.Stale());
    assertThat(desk.states.of(person)).hasSize(1);
  }

  @Test
  void aSessionEndedWithoutASignatureLeavesNoTraceOfAnAnswer() {
    PersonId person = desk.someone();
    Meeting open = desk.meetings.open(PublishedPerson.INTERVIEWER, person, "2026-1", "uk");

    desk.meetings.discard(PublishedPerson.INTERVIEWER, open);

    assertThat(desk.meetings.current(PublishedPerson.INTERVIEWER, person)).isEmpty();
    assertThat(
            desk.desk
                .jdbc()
                .sql("SELECT count(*) FROM consent.session WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void bySqlASignedSessionIsNeitherRewrittenNorDeletedNorMadeWithThirteenPoints() {
    PersonId person = desk.someone();
    desk.sign(person, desk.sheet(Scope.TEXT));

    for (String sql :
        List.of(
            "UPDATE consent.session SET points_read = '{1}' WHERE person_id = ?",
            "UPDATE consent.session SET signed_at = NULL WHERE person_id = ?",
            "DELETE FROM consent.session WHERE person_id = ?")) {
      assertThat(desk.refusal(sql, person.value())).isEqualTo("session-is-not-rewritten");
    }
    Meeting open = desk.meetings.open(PublishedPerson.INTERVIEWER, person, "2026-1", "uk");
    desk.meetings.save(
        PublishedPerson.INTERVIEWER, open.id(), desk.sheet(Scope.TEXT), open.version());
    assertThat(
            desk.refusal(
                """
                UPDATE consent.session SET points_read = points_read[1:13], signed_at = now(),
                  evidence_sha256 = sha256('x'), evidence_type = 'image/png' WHERE id = ?
                """,
                open.id()))
        .isEqualTo("r10-session-all-fourteen-points-read");
    assertThat(
            desk.refusal(
                """
                UPDATE consent.session SET present_roles = '{interviewer}', signed_at = now(),
                  evidence_sha256 = sha256('x'), evidence_type = 'image/png' WHERE id = ?
                """,
                open.id()))
        .isEqualTo("r11-session-counsel-present");
  }

  @Test
  void aVerifierLeadsNoSession() {
    PersonId person = desk.someone();

    assertThatThrownBy(() -> desk.meetings.open(PublishedPerson.VERIFIER, person, "2026-1", "uk"))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aRequestIsOpenUntilASessionIsSignedOrItIsClosedWithoutACause() {
    SessionRequests requests = new SessionRequests(desk.desk, desk.audit);
    PersonId person = desk.someone();
    PersonId other = desk.someone();

    assertThat(requests.ask(Desk.LIAISON, person)).isTrue();
    assertThat(requests.ask(Desk.COUNSEL, person)).isTrue();
    requests.ask(Desk.LIAISON, other);
    assertThat(requests.open(PublishedPerson.INTERVIEWER))
        .extracting(SessionRequests.Open::person)
        .containsExactlyInAnyOrder(person, other);

    desk.sign(person, desk.sheet(Scope.EXCHANGE));
    requests.close(PublishedPerson.INTERVIEWER, other);
    assertThat(requests.open(PublishedPerson.INTERVIEWER)).isEmpty();
  }

  @Test
  void theFourteenPointsAndTenScopesExistInThreeLanguagesUnderOneVersion() {
    ConsentTexts texts = new ConsentTexts(desk.desk.jdbc());

    for (String language : List.of("uk", "ru", "en")) {
      ConsentTexts.Text text = texts.find(texts.current(), language).orElseThrow();
      assertThat(text.points()).hasSize(14);
      assertThat(text.scopes()).hasSize(10);
      assertThat(text.id()).matches("svoi:2026-1:" + language + ":[0-9a-f]{16}");
    }
    assertThat(texts.find("2026-1", "fr")).isEmpty();
  }

  @Test
  void remindsAt30And14And3Days() {
    try (Desk fresh = new Desk()) {
      PublishedPerson.Created person = fresh.publicPerson();
      for (int[] step : new int[][] {{130, 30}, {146, 14}, {157, 3}}) {
        fresh.database.moveClock(Duration.ofDays(step[0]));
        assertThat(fresh.states.ending(PublishedPerson.VERIFIER))
            .extracting(ConsentStates.Ending::person, ConsentStates.Ending::step)
            .contains(org.assertj.core.groups.Tuple.tuple(person.person(), step[1]));
      }
      fresh.database.moveClock(Duration.ofDays(129));
      assertThat(fresh.states.ending(PublishedPerson.VERIFIER)).isEmpty();
    }
  }
}
