package svoi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditTrail;
import svoi.cases.CaseFile;
import svoi.cases.Cases;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.Violation;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Writing, handing in, reviewing: scenarios 9-14 and 22 of the acceptance list, by the services
/// and by SQL as the desk's role.
class ReviewsIT {
  private static final Member HUR_SECOND = member("hur", StaffRole.REVIEWER);
  private static final Member BOTH = member("hur", StaffRole.AUTHOR, StaffRole.REVIEWER);
  private static final Member SBU_AUTHOR = member("sbu", StaffRole.AUTHOR);
  private static final Set<Check> CHECKED = EnumSet.of(Check.VERDICT, Check.WORDS);

  private static TestDatabase database;
  private static Database desk;
  private static AuditTrail audit;
  private static PublicRegister site;
  private static Drafts drafts;
  private static Reviews reviews;
  private static Publication publication;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    desk = database.as(Role.DESK);
    audit = new AuditTrail(desk.jdbc());
    site = new PublicRegister(database.as(Role.SITE).jdbc());
    drafts = new Drafts(desk, audit);
    reviews = new Reviews(desk, audit);
    publication = new Publication(desk, audit);
    Staff staff = new Staff(desk.jdbc(), audit);
    List.of(HUR_SECOND, BOTH, SBU_AUTHOR).forEach(staff::add);
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
  void fromADraftToThePublicByTwoAgencies() {
    PersonId person = draft().person();

    assertThat(handIn(person)).isInstanceOf(HandedIn.Accepted.class);
    assertThat(approve(person, PublishedPerson.HUR_REVIEWER))
        .isEqualTo(new Reviewed.Noted(List.of("hur"), false));
    assertThat(approve(person, PublishedPerson.SBU_REVIEWER))
        .isEqualTo(new Reviewed.Noted(List.of("hur", "sbu"), true));

    assertThat(site.profile(profile(person))).isPresent();
    assertThat(publication.why(person).visible()).isTrue();
    assertThat(publication.why(person).endings()).isNotEmpty();
    assertThat(reviews.queue(PublishedPerson.SBU_REVIEWER))
        .extracting(Waiting::person)
        .doesNotContain(person);
  }

  /// Scenario 9.
  @Test
  void anApprovalIsRefusedWhileTheVerdictIsNotFinal() {
    PublishedPerson.Created created = draft();
    handIn(created.person());
    new Cases(desk, audit)
        .record(created.person(), new CaseFile.Event("appeal-restored", today()), "test");

    assertThat(approve(created.person(), PublishedPerson.HUR_REVIEWER))
        .isEqualTo(Reviewed.Refused.of("publication.verdict_not_final"));
    assertThat(handIn(created.person()))
        .isEqualTo(new HandedIn.Refused(List.of("publication.verdict_not_final")));
    insertApproval(created.person(), PublishedPerson.HUR_REVIEWER, CHECKED);
    insertApproval(created.person(), PublishedPerson.SBU_REVIEWER, CHECKED);
    assertThat(site.profile(created.profile())).as("nor by SQL").isEmpty();
  }

  /// Scenario 10.
  @Test
  void aQuashedVerdictIsDarkAndComesBackOnlyByTwoNewApprovals() {
    PersonId person = published();
    Cases cases = new Cases(desk, audit);
    cases.record(person, new CaseFile.Event("quashed", today()), "test");
    assertThat(site.profile(profile(person))).isEmpty();
    cases.record(person, new CaseFile.Event("confirmed", today()), "test");

    assertThat(publication.why(person).obstacles())
        .containsExactly("r3-not-approved-by-two-agencies");
    assertThat(publication.why(person).olderApprovals()).isTrue();
    handIn(person);
    approve(person, PublishedPerson.HUR_REVIEWER);
    assertThat(site.profile(profile(person))).isEmpty();
    approve(person, PublishedPerson.SBU_REVIEWER);
    assertThat(site.profile(profile(person))).isPresent();
  }

  /// Scenario 11.
  @Test
  void twoReviewersOfOneAgencyAreOneApproval() {
    PersonId person = draft().person();
    handIn(person);
    approve(person, PublishedPerson.HUR_REVIEWER);

    assertThat(approve(person, HUR_SECOND)).isEqualTo(Reviewed.Refused.of("approval.same_agency"));
    insertApproval(person, HUR_SECOND, CHECKED);
    assertThat(site.profile(profile(person))).as("nor by SQL").isEmpty();
    assertThat(approve(person, PublishedPerson.SBU_REVIEWER))
        .isEqualTo(new Reviewed.Noted(List.of("hur", "sbu"), true));
  }

  /// Scenario 12.
  @Test
  void whoEverWroteInAProfileNeverApprovesIt() {
    PersonId person = draft().person();
    save(person, "Суд установив обставини справи в умовному місті Прикладне.", BOTH);
    handIn(person);

    assertThatThrownBy(() -> approve(person, BOTH))
        .isInstanceOfSatisfying(
            Forbidden.class, refused -> assertThat(refused.code()).isEqualTo("approval.author"));
    assertThat(rule(() -> insertApproval(person, BOTH, CHECKED)))
        .isEqualTo("r3-approval-never-by-author");
    assertThat(rule(() -> insertApproval(person, PublishedPerson.AUTHOR, CHECKED)))
        .isEqualTo("r3-approval-never-by-author");
  }

  @Test
  void onlyAReviewerApproves() {
    PersonId person = draft().person();
    handIn(person);

    assertThatThrownBy(() -> approve(person, SBU_AUTHOR))
        .isInstanceOfSatisfying(
            Forbidden.class,
            refused -> assertThat(refused.code()).isEqualTo("right.review-profiles"));
    assertThat(rule(() -> insertApproval(person, SBU_AUTHOR, CHECKED)))
        .isEqualTo("r3-approval-by-a-reviewer");
  }

  /// Scenario 13.
  @Test
  void aCommaVoidsBothApprovals() {
    PersonId person = published();
    ContentHash seen = hash(person);

    save(person, "Суд установив, обставини справи в умовному селищі Прикладне.");

    assertThat(site.profile(profile(person))).isEmpty();
    Reviews.Sheet sheet = reviews.sheet(person).orElseThrow();
    assertThat(sheet.approvedBy()).isEmpty();
    assertThat(reviews.approve(person, seen, CHECKED, PublishedPerson.HUR_REVIEWER))
        .isEqualTo(Reviewed.Refused.of("approval.stale_content"));
    assertThat(rule(() -> insertApproval(person, seen, PublishedPerson.HUR_REVIEWER, CHECKED)))
        .isEqualTo("approval-of-the-present-content");
  }

  @Test
  void reviewersSeeWordByWordWhatChangedSinceItWasPublic() {
    PersonId person = published();
    save(person, "Суд установив, обставини справи в умовному селищі Прикладне.");

    Reviews.Sheet sheet = reviews.sheet(person).orElseThrow();
    List<Difference> found = Difference.between(sheet.before().orElseThrow(), sheet.present());

    assertThat(found).extracting(Difference::field).containsExactly("plot-uk");
    assertThat(found.getFirst().pieces())
        .containsExactly(
            new Difference.Piece(Difference.Kind.SAME, "Суд "),
            new Difference.Piece(Difference.Kind.GONE, "установив "),
            new Difference.Piece(Difference.Kind.NEW, "установив, "),
            new Difference.Piece(
                Difference.Kind.SAME, "обставини справи в умовному селищі Прикладне."));
  }

  /// Scenario 14.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Суд установив обставини справи. Телефон 067 123 45 67 у матеріалах.|r18-phone|false",
        "Суд установив обставини справи. Його дружина знала про це.|r18-relative|true",
        "Суд установив обставини справи № 100/1234/23 в умовному селищі.|r18-case-number|false",
        "Суд установив, що цей зрадник передавав відомості з селища.|r19-label|false",
        "Суд установив обставини справи. Утримується в СІЗО умовного міста.|r18-detention|true"
      })
  void openMarksAreNotHandedIn(String plot, String code, boolean clearable) {
    PersonId person = draft().person();
    save(person, plot);

    HandedIn refused = handIn(person);

    assertThat(refused).isInstanceOf(HandedIn.Marked.class);
    PlotMark mark = ((HandedIn.Marked) refused).open().getFirst();
    assertThat(mark.mark().code()).isEqualTo(code);
    assertThat(mark.mark().clearable()).isEqualTo(clearable);
    assertThat(plot.substring(mark.mark().from(), mark.mark().to())).isEqualTo(mark.mark().words());
    assertThat(reviews.sheet(person).orElseThrow().handedIn()).isFalse();
  }

  @Test
  void aWrittenReasonLetsWordsStayUntilTheirSentenceChanges() {
    PersonId person = draft().person();
    save(person, "Суд установив обставини справи. Подія сталася на вулиці умовного міста.");
    TextCheck.Mark mark = ((HandedIn.Marked) handIn(person)).open().getFirst().mark();
    drafts.clear(
        person, Language.UK, mark, "Вулиця без назви, адреси немає.", PublishedPerson.AUTHOR);

    assertThat(handIn(person)).isInstanceOf(HandedIn.Accepted.class);
    assertThat(reviews.sheet(person).orElseThrow().required()).contains(Check.MARKS);
    assertThat(approve(person, PublishedPerson.HUR_REVIEWER))
        .isEqualTo(Reviewed.Refused.of("review.check_missing"));
    assertThat(rule(() -> insertApproval(person, PublishedPerson.HUR_REVIEWER, CHECKED)))
        .isEqualTo("r18-approval-marks-were-read");

    save(person, "Суд установив обставини справи. Подія сталася на вулиці умовного села.");
    assertThat(handIn(person)).isInstanceOf(HandedIn.Marked.class);
  }

  @Test
  void aTelephoneIsNeverClearedNotEvenBySql() {
    PersonId person = draft().person();
    TextCheck.Mark phone = TextCheck.marks("Телефон 067 123 45 67.").getFirst();

    assertThat(
            rule(
                () ->
                    drafts.clear(
                        person, Language.UK, phone, "Дуже потрібно.", PublishedPerson.AUTHOR)))
        .isEqualTo("r18-mark-that-can-be-cleared");
  }

  @Test
  void onlyWhatWasHandedInIsApproved() {
    PersonId person = draft().person();
    assertThat(approve(person, PublishedPerson.HUR_REVIEWER))
        .isEqualTo(Reviewed.Refused.of("approval.not_handed_in"));
    assertThat(rule(() -> insertApproval(person, PublishedPerson.HUR_REVIEWER, CHECKED)))
        .isEqualTo("approval-of-what-was-handed-in");
  }

  @Test
  void whatWasSentBackWaitsForTheAuthor() {
    PersonId person = draft().person();
    handIn(person);
    database.moveClock(Duration.ofMinutes(1));
    reviews.sendBack(person, hash(person), "Уточніть дату події.", PublishedPerson.SBU_REVIEWER);

    assertThat(publication.why(person).review()).isEqualTo(Why.Review.SENT_BACK);
    assertThat(rule(() -> insertApproval(person, PublishedPerson.HUR_REVIEWER, CHECKED)))
        .isEqualTo("approval-of-what-was-handed-in");
    database.moveClock(Duration.ofMinutes(2));
    reviews.comment(person, "Дату перевірено за вироком.", PublishedPerson.AUTHOR);
    handIn(person);
    assertThat(approve(person, PublishedPerson.HUR_REVIEWER)).isInstanceOf(Reviewed.Noted.class);
    assertThat(reviews.history(person))
        .extracting(Step::what)
        .contains("handed-in", "approved", "sent-back", "comment");
  }

  @Test
  void anApprovalWithoutTheVerdictCheckedIsRefused() {
    PersonId person = draft().person();
    handIn(person);

    assertThat(
            reviews.approve(
                person, hash(person), Set.of(Check.WORDS), PublishedPerson.HUR_REVIEWER))
        .isEqualTo(Reviewed.Refused.of("review.check_missing"));
    assertThat(
            rule(() -> insertApproval(person, PublishedPerson.HUR_REVIEWER, Set.of(Check.WORDS))))
        .isEqualTo("r3-approval-verdict-was-checked");
  }

  @Test
  void approvalsBeforeTheConsentsWouldCountForNothingAndAreRefused() {
    PublishedPerson.Created created =
        PublishedPerson.in(database).consenting(Scope.EXCHANGE).notApproved().create();
    handIn(created.person());

    assertThat(approve(created.person(), PublishedPerson.HUR_REVIEWER))
        .isEqualTo(Reviewed.Refused.of("publication.consent_missing"));
  }

  @Test
  void aProfileWaitsForItsDayAndAppearsWithoutAnybody() {
    PersonId person = draft().person();
    drafts.schedule(
        person, Optional.of(Instant.now().plus(Duration.ofHours(5))), PublishedPerson.AUTHOR);
    handIn(person);
    approve(person, PublishedPerson.HUR_REVIEWER);
    assertThat(approve(person, PublishedPerson.SBU_REVIEWER))
        .isEqualTo(new Reviewed.Noted(List.of("hur", "sbu"), false));
    assertThat(publication.why(person).obstacles()).containsExactly("scheduled");

    database.moveClock(Duration.ofHours(6));

    assertThat(site.profile(profile(person))).isPresent();
    new Register(desk, audit).noteAppearances();
    assertThat(site.profile(profile(person))).isPresent();
    assertThat(drafts.find(person).orElseThrow().notBefore()).isEmpty();
  }

  /// Scenario 22.
  @Test
  void theSecondSaveOfTheSameVersionKeepsNothingAndShowsTheOther() {
    PersonId person = draft().person();
    int version = drafts.find(person).orElseThrow().version();
    drafts.save(person, version, texts("Перший автор записав обставини вигаданої справи."), BOTH);

    Saved second =
        drafts.save(
            person,
            version,
            texts("Другий автор записав обставини вигаданої справи."),
            PublishedPerson.AUTHOR);

    assertThat(second).isInstanceOf(Saved.Stale.class);
    assertThat(((Saved.Stale) second).theirs().texts().get(Language.UK)).startsWith("Перший");
    assertThat(drafts.find(person).orElseThrow().texts().get(Language.UK)).startsWith("Перший");
  }

  @Test
  void anAuthorOfTheOtherAgencyReachesNothing() {
    PersonId person = draft().person();

    assertThatThrownBy(() -> save(person, "Суд установив обставини іншої справи.", SBU_AUTHOR))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> approve(person, PublishedPerson.SBU_REVIEWER))
        .as("not before it was handed in")
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void theMonitorsHoldIsPlacedAndLiftedByTheMonitorOnly() {
    PersonId person = published();
    assertThatThrownBy(() -> publication.hold(person, PublishedPerson.HUR_REVIEWER))
        .isInstanceOf(Forbidden.class);
    publication.hold(person, PublishedPerson.OMBUDSMAN);
    assertThat(site.profile(profile(person))).isEmpty();
    assertThat(approve(person, PublishedPerson.HUR_REVIEWER)).isInstanceOf(Reviewed.Refused.class);
    UUID hold = publication.holds(PublishedPerson.OMBUDSMAN).getFirst().id();

    assertThat(rule(() -> lift(hold, PublishedPerson.VERIFIER)))
        .isEqualTo("r46-hold-only-by-the-monitor");
    assertThat(publication.lift(hold, PublishedPerson.OMBUDSMAN)).contains(person);
    assertThat(publication.why(person).obstacles())
        .containsExactly("r3-not-approved-by-two-agencies");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE register.approval SET checked = '{}'",
        "DELETE FROM register.submission",
        "DELETE FROM register.comment",
        "UPDATE register.content SET content = '[]'",
        "DELETE FROM register.writer",
        "DELETE FROM register.review",
        "UPDATE register.clearance SET reason = 'Інша підстава тут.'",
        "INSERT INTO register.content (profile_id, person_id, content_hash, content) "
            + "SELECT id, person_id, content_hash, content FROM register.v_standing"
      })
  void theDeskCannotRewriteTheHistoryOfAReview(String sql) {
    published();

    assertThatThrownBy(() -> desk.jdbc().sql(sql).update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "clearance", "comment", "review", "writer", "v_preview"})
  void theSiteReadsNothingOfAReview(String relation) {
    assertThatThrownBy(
            () ->
                database
                    .as(Role.SITE)
                    .jdbc()
                    .sql("SELECT count(*) FROM register." + relation)
                    .query(Long.class)
                    .single())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void thePreviewIsThePublicProfile() {
    PersonId person = published();

    assertThat(publication.preview(person).orElseThrow().profile())
        .isEqualTo(site.profile(profile(person)).orElseThrow());
  }

  @Test
  void thePreviewOfADraftSaysWhatItHadToAssume() {
    PublishedPerson.Created created =
        PublishedPerson.in(database).consenting(Scope.TEXT).notApproved().create();

    Preview preview = publication.preview(created.person()).orElseThrow();

    assertThat(preview.assumed()).containsExactly("exchange", "updated");
    assertThat(preview.profile().exchange().since()).isEqualTo(today());
  }

  @Test
  void thePanelNamesEveryConditionThatFailsAtOnce() {
    PublishedPerson.Created created =
        PublishedPerson.in(database).consenting(Scope.EXCHANGE).notApproved().create();
    new Consents(desk, audit)
        .withdraw(created.person(), EnumSet.of(Scope.EXCHANGE), "counsel", "test");
    publication.hold(created.person(), PublishedPerson.OMBUDSMAN);

    assertThat(publication.why(created.person()).obstacles())
        .containsExactly(
            "r8-no-consent-to-publication",
            "r8-no-consent-to-exchange",
            "r46-held",
            "r3-not-approved-by-two-agencies");
    assertThat(publication.why(new PersonId(UUID.randomUUID())).obstacles())
        .containsExactly("no-profile");
  }

  private static PublishedPerson.Created draft() {
    return PublishedPerson.in(database).notApproved().create();
  }

  private static PersonId published() {
    PersonId person = draft().person();
    handIn(person);
    approve(person, PublishedPerson.HUR_REVIEWER);
    approve(person, PublishedPerson.SBU_REVIEWER);
    return person;
  }

  private static HandedIn handIn(PersonId person) {
    return drafts.handIn(person, PublishedPerson.AUTHOR);
  }

  private static Reviewed approve(PersonId person, Member by) {
    return reviews.approve(person, hash(person), CHECKED, by);
  }

  private static void save(PersonId person, String plot) {
    save(person, plot, PublishedPerson.AUTHOR);
  }

  private static void save(PersonId person, String plot, Member by) {
    int version = drafts.find(person).orElseThrow().version();
    assertThat(drafts.save(person, version, texts(plot), by)).isInstanceOf(Saved.Kept.class);
  }

  private static Map<Language, String> texts(String plot) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    texts.put(Language.UK, plot);
    texts.put(Language.RU, "Суд установил обстоятельства дела в условном поселке Прикладное.");
    texts.put(
        Language.EN, "The court established the facts in the invented settlement of Prykladne.");
    return texts;
  }

  private static ContentHash hash(PersonId person) {
    return reviews.sheet(person).orElseThrow().present().hash();
  }

  private static ProfileId profile(PersonId person) {
    return reviews.sheet(person).orElseThrow().id();
  }

  private static void insertApproval(PersonId person, Member by, Set<Check> checked) {
    insertApproval(person, hash(person), by, checked);
  }

  private static void insertApproval(
      PersonId person, ContentHash content, Member by, Set<Check> checked) {
    desk.jdbc()
        .sql(
            """
            INSERT INTO register.approval (profile_id, person_id, content_hash, agency, reviewer_id, author_id, checked)
            SELECT id, person_id, ?, ?, ?, author_id, ? FROM register.profile WHERE person_id = ?
            """)
        .param(content.bytes())
        .param(by.agency())
        .param(by.id().value())
        .param(checked.stream().map(Check::code).toArray(String[]::new))
        .param(person.value())
        .update();
  }

  private static void lift(UUID hold, Member by) {
    desk.jdbc()
        .sql(
            """
            UPDATE register.hold SET lifted_by = ?, lifted_agency = ?, lifted_at = platform.now() WHERE id = ?
            """)
        .params(by.id().value(), by.agency(), hold)
        .update();
  }

  private static String rule(Runnable work) {
    try {
      work.run();
    } catch (DataIntegrityViolationException e) {
      return Violation.rule(e).orElseThrow();
    }
    return "";
  }

  private static LocalDate today() {
    return LocalDate.now(Kyiv.ZONE);
  }

  private static Member member(String agency, StaffRole... roles) {
    return new Member(new StaffId(UUID.randomUUID()), agency, Set.of(roles));
  }
}
