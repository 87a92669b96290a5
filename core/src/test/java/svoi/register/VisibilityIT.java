package svoi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import svoi.audit.AuditTrail;
import svoi.cases.CaseFile;
import svoi.cases.Cases;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.TestDatabase;

/// Rule 1 of the design, condition by condition, asked by the site's own role.
class VisibilityIT {
  private static TestDatabase database;
  private static Database desk;
  private static PublicRegister site;
  private static AuditTrail audit;
  private final LocalDate today = LocalDate.now(Kyiv.ZONE);

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    desk = database.as(Role.DESK);
    site = new PublicRegister(database.as(Role.SITE).jdbc());
    audit = new AuditTrail(desk.jdbc());
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @AfterEach
  void resetClock() {
    database.moveClock(Duration.ZERO);
  }

  @Test
  void showsOneForWhomEveryConditionHolds() {
    ProfileId id = PublishedPerson.in(database).create().profile();

    assertThat(site.profile(id)).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE cases.verdict SET in_force_from = NULL WHERE person_id = ?",
        "UPDATE cases.verdict SET in_force_from = platform.today() + 1 WHERE person_id = ?",
        "UPDATE cases.verdict SET guilty = false WHERE person_id = ?",
        "UPDATE cases.verdict SET in_absentia = true WHERE person_id = ?",
        "UPDATE cases.person SET prisoner_of_war = true WHERE id = ?",
        "UPDATE cases.person SET enemy_serviceman = true WHERE id = ?",
        "UPDATE cases.person SET died_on = platform.today() WHERE id = ?",
        "UPDATE cases.person SET custody_until = platform.today() WHERE id = ?",
        "UPDATE cases.person SET custody_from = platform.today() + 1 WHERE id = ?",
        "UPDATE cases.charge SET committed_from = '1998-01-01' WHERE person_id = ?",
        "UPDATE cases.person SET left_on = platform.today() - 7 WHERE id = ?",
        "UPDATE register.profile_text SET plot = plot || ' Додано.' WHERE language = 'ru' AND person_id = ?",
        "UPDATE cases.person SET given_uk = 'Інший' WHERE id = ?",
        "DELETE FROM register.profile_text WHERE language = 'en' AND person_id = ?"
      })
  void isDarkAtOnceWhen(String event) {
    PublishedPerson.Created created = PublishedPerson.in(database).create();

    database.superuser().sql(event).param(created.person().value()).update();

    assertThat(site.profile(created.profile())).isEmpty();
    assertThat(site.oncePublic(created.profile())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quashed", "acquitted", "reopened", "appeal-restored", "pardoned", "expunged"})
  void isDarkWhenTheVerdictFalls(String kind) {
    PublishedPerson.Created created = PublishedPerson.in(database).create();

    new Cases(desk, audit).record(created.person(), new CaseFile.Event(kind, today), "test");

    assertThat(site.profile(created.profile())).isEmpty();
  }

  @Test
  void comesBackAfterAQuashedVerdictIsConfirmedOnlyByNewApprovals() {
    PublishedPerson.Created created = PublishedPerson.in(database).create();
    Cases cases = new Cases(desk, audit);
    cases.record(created.person(), new CaseFile.Event("reopened", today), "test");
    cases.record(created.person(), new CaseFile.Event("confirmed", today), "test");
    assertThat(site.profile(created.profile())).isEmpty();

    approve(created);

    assertThat(site.profile(created.profile())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TEXT", "EXCHANGE"})
  void isDarkWhenAConsentIsWithdrawn(String scope) {
    PublishedPerson.Created created = PublishedPerson.in(database).create();

    withdraw(created, Scope.valueOf(scope));

    assertThat(site.profile(created.profile())).isEmpty();
    assertThat(site.oncePublic(created.profile())).isTrue();
  }

  @Test
  void isDarkWhenAConsentRunsOutWithoutAnyEvent() {
    PublishedPerson.Created created = PublishedPerson.in(database).create();

    database.moveClock(Duration.ofDays(160));
    assertThat(site.profile(created.profile())).isPresent();
    database.moveClock(Duration.ofDays(161));

    assertThat(site.profile(created.profile())).isEmpty();
  }

  @Test
  void isDarkWhenCustodyEndsByTime() {
    PublishedPerson.Created created = PublishedPerson.in(database).create();
    database
        .superuser()
        .sql("UPDATE cases.person SET custody_until = platform.today() + 3 WHERE id = ?")
        .param(created.person().value())
        .update();
    assertThat(site.profile(created.profile())).isPresent();

    database.moveClock(Duration.ofDays(3));

    assertThat(site.profile(created.profile())).isEmpty();
  }

  @Test
  void isNotPublicBeforeAConsentIsVerified() {
    PublishedPerson.Created created =
        PublishedPerson.in(database).consenting(Scope.EXCHANGE).notApproved().create();
    new Consents(desk, audit)
        .give(
            created.person(),
            Set.of(Scope.TEXT),
            PublishedPerson.session(today.minusDays(10)),
            "test");
    approve(created);

    assertThat(site.profile(created.profile())).isEmpty();
    assertThat(site.oncePublic(created.profile())).isFalse();
  }

  @Test
  void needsTwoAgenciesAndNotTwoReviewersOfOne() {
    PublishedPerson.Created created = PublishedPerson.in(database).notApproved().create();
    Register register = new Register(desk, audit);
    register.approve(
        created.profile(),
        register.standing(created.profile()).content(),
        PublishedPerson.HUR_REVIEWER);

    assertThat(register.standing(created.profile()).obstacles())
        .containsExactly("r3-not-approved-by-two-agencies");
    assertThat(site.profile(created.profile())).isEmpty();
  }

  @Test
  void refusesTheAuthorsOwnApproval() {
    PublishedPerson.Created created = PublishedPerson.in(database).notApproved().create();
    Register register = new Register(desk, audit);

    assertThatThrownBy(
            () ->
                register.approve(
                    created.profile(),
                    register.standing(created.profile()).content(),
                    PublishedPerson.AUTHOR))
        .hasMessageContaining("r3_approval_never_by_author");
  }

  @Test
  void refusesTheApprovalOfABodyThatDoesNotPublish() {
    PublishedPerson.Created created = PublishedPerson.in(database).notApproved().create();
    Register register = new Register(desk, audit);

    assertThatThrownBy(
            () ->
                register.approve(
                    created.profile(),
                    register.standing(created.profile()).content(),
                    PublishedPerson.OMBUDSMAN))
        .hasMessageContaining("approval_agency");
  }

  @Test
  void aHoldIsDarkUntilItIsLiftedAndApprovedAnew() {
    PublishedPerson.Created created = PublishedPerson.in(database).create();
    Register register = new Register(desk, audit);
    UUID hold = register.hold(created.person(), PublishedPerson.OMBUDSMAN);
    assertThat(site.profile(created.profile())).isEmpty();
    register.lift(hold, PublishedPerson.OMBUDSMAN);
    assertThat(site.profile(created.profile())).isEmpty();

    approve(created);

    assertThat(site.profile(created.profile())).isPresent();
  }

  @Test
  void nobodyElseLiftsTheOmbudsmansHold() {
    PublishedPerson.Created created = PublishedPerson.in(database).create();
    Register register = new Register(desk, audit);
    UUID hold = register.hold(created.person(), PublishedPerson.OMBUDSMAN);

    assertThatThrownBy(() -> register.lift(hold, PublishedPerson.HUR_REVIEWER))
        .hasMessageContaining("r46_hold_lifted_by_the_body_that_placed_it");
  }

  @Test
  void oneWhoLeftStaysSevenDays() {
    PublishedPerson.Created created = PublishedPerson.in(database).create();
    new Cases(desk, audit).left(created.person(), today, "test");

    assertThat(site.profile(created.profile()).orElseThrow().leftOn()).contains(today);
    database.moveClock(Duration.ofDays(7));
    assertThat(site.profile(created.profile())).isEmpty();
  }

  @Test
  void oneWhoLeftStaysLongerUnderTheConsentToKeep() {
    PublishedPerson.Created created =
        PublishedPerson.in(database)
            .consenting(Scope.EXCHANGE, Scope.TEXT, Scope.KEEP_AFTER_DEPARTURE)
            .create();
    new Cases(desk, audit).left(created.person(), today, "test");

    database.moveClock(Duration.ofDays(30));
    assertThat(site.profile(created.profile())).isPresent();
    database.moveClock(Duration.ofDays(161));
    assertThat(site.profile(created.profile())).isEmpty();
  }

  @Test
  void aRenewedConsentKeepsTheFirstDayOfTheChain() {
    PublishedPerson builder = PublishedPerson.in(database).consentOn(today.minusDays(100));
    PublishedPerson.Created created = builder.create();

    builder.consent(created.person(), EnumSet.of(Scope.EXCHANGE, Scope.TEXT), today.minusDays(10));

    ExchangeConsent consent = site.profile(created.profile()).orElseThrow().exchange();
    assertThat(consent.since()).isEqualTo(today.minusDays(100));
    assertThat(consent.givenOn()).isEqualTo(today.minusDays(10));
  }

  @Test
  void aConsentAfterAGapNeedsNewApprovals() {
    PublishedPerson builder = PublishedPerson.in(database).consentOn(today.minusDays(175));
    PublishedPerson.Created created = builder.create();
    database.moveClock(Duration.ofDays(30));
    builder.consent(created.person(), Set.of(Scope.EXCHANGE, Scope.TEXT), today.plusDays(20));

    assertThat(site.profile(created.profile())).isEmpty();
    approve(created);
    assertThat(site.profile(created.profile()).orElseThrow().exchange().since())
        .isEqualTo(today.plusDays(20));
  }

  @Test
  void showsTheBirthYearAndTheCaseNumberOnlyUnderTheirOwnConsents() {
    Profile plain = site.profile(PublishedPerson.in(database).create().profile()).orElseThrow();
    Profile open =
        site.profile(
                PublishedPerson.in(database)
                    .consenting(Scope.EXCHANGE, Scope.TEXT, Scope.BIRTH_YEAR, Scope.CASE_NUMBER)
                    .create()
                    .profile())
            .orElseThrow();

    assertThat(plain.birthYear()).isEmpty();
    assertThat(plain.caseNumber()).isEmpty();
    assertThat(open.birthYear()).contains(1980);
    assertThat(open.caseNumber()).isPresent();
  }

  @Test
  void neverShowsTheCaseNumberOfAClosedSession() {
    PublishedPerson.Created created =
        PublishedPerson.in(database)
            .consenting(Scope.EXCHANGE, Scope.TEXT, Scope.CASE_NUMBER)
            .create();
    database
        .superuser()
        .sql("UPDATE cases.proceeding SET closed_session = true WHERE person_id = ?")
        .param(created.person().value())
        .update();

    assertThat(site.profile(created.profile()).orElseThrow().caseNumber()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cases.person",
        "cases.v_person",
        "cases.proceeding",
        "cases.v_proceeding",
        "cases.event",
        "consent.act",
        "consent.v_act",
        "consent.v_in_force",
        "consent.withdrawal",
        "register.profile",
        "register.profile_text",
        "register.approval",
        "register.hold",
        "register.appearance",
        "register.v_standing",
        "register.v_visible",
        "media.asset",
        "media.rendition",
        "staff.member",
        "staff.v_member",
        "audit.entry",
        "audit.v_entry"
      })
  void theSiteCannotRead(String relation) {
    assertThatThrownBy(
            () ->
                database
                    .as(Role.SITE)
                    .jdbc()
                    .sql("SELECT count(*) FROM " + relation)
                    .query(Long.class)
                    .single())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void thePublicViewHasNoBirthDate() {
    assertThat(
            database
                .superuser()
                .sql(
                    """
                    SELECT attname FROM pg_attribute
                    WHERE attrelid = 'register.v_profile'::regclass AND attnum > 0
                    """)
                .query(String.class)
                .list())
        .doesNotContain("born_on", "author_id", "scopes", "closed_session", "proceeding_id");
  }

  private static void approve(PublishedPerson.Created created) {
    PublishedPerson.approve(new Register(desk, audit), created.profile());
  }

  private static void withdraw(PublishedPerson.Created created, Scope scope) {
    new Consents(desk, audit).withdraw(created.person(), EnumSet.of(scope), "counsel", "test");
  }
}
