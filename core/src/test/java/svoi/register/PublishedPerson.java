package svoi.register;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import svoi.audit.AuditTrail;
import svoi.cases.CaseFile;
import svoi.cases.Cases;
import svoi.cases.Filed;
import svoi.cases.Person;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.consent.Session;
import svoi.consent.Verification;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.platform.Sha256;
import svoi.platform.TestDatabase;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Builds an invented person whose profile is public; a test changes only what it is about.
public final class PublishedPerson {
  public static final Member AUTHOR = member("hur", "author");
  public static final Member HUR_REVIEWER = member("hur", "reviewer");
  public static final Member SBU_REVIEWER = member("sbu", "reviewer");
  public static final Member VERIFIER = member("ombudsman", "verifier");
  public static final Member INTERVIEWER = member("coordination-hq", "interviewer");
  public static final Member OMBUDSMAN = member("ombudsman", "monitor");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Database desk;
  private final AuditTrail audit;
  private final LocalDate today = LocalDate.now(Kyiv.ZONE);
  private Set<Scope> scopes = Set.of(Scope.EXCHANGE, Scope.TEXT);
  private LocalDate consentOn = today.minusDays(20);
  private LocalDate bornOn = LocalDate.of(1980, 5, 2);
  private LocalDate offenceOn = LocalDate.of(2022, 5, 1);
  private String family = "Вигаданець";
  private String region = "UA-63";
  private boolean approved = true;

  private PublishedPerson(TestDatabase database) {
    this.desk = database.as(Role.DESK);
    this.audit = new AuditTrail(desk.jdbc());
  }

  /// Everything valid; call [#create] at the end.
  public static PublishedPerson in(TestDatabase database) {
    return new PublishedPerson(database);
  }

  private static Member member(String agency, String role) {
    byte[] name = ("test:" + agency + role).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Member(
        new StaffId(UUID.nameUUIDFromBytes(name)),
        agency,
        Set.of(StaffRole.of(role).orElseThrow()));
  }

  public PublishedPerson consenting(Scope... scopes) {
    this.scopes = Set.of(scopes);
    return this;
  }

  public PublishedPerson consentOn(LocalDate day) {
    this.consentOn = day;
    return this;
  }

  public PublishedPerson bornOn(String day) {
    this.bornOn = LocalDate.parse(day);
    return this;
  }

  public PublishedPerson offenceOn(String day) {
    this.offenceOn = LocalDate.parse(day);
    return this;
  }

  public PublishedPerson named(String family) {
    this.family = family;
    return this;
  }

  public PublishedPerson in(String region) {
    this.region = region;
    return this;
  }

  public PublishedPerson notApproved() {
    this.approved = false;
    return this;
  }

  /// Ids of the created person.
  public record Created(PersonId person, UUID proceeding, ProfileId profile) {}

  public Created create() {
    return desk.inTransaction(
        () -> {
          Staff staff = new Staff(desk.jdbc(), audit);
          List.of(AUTHOR, HUR_REVIEWER, SBU_REVIEWER, VERIFIER, INTERVIEWER, OMBUDSMAN)
              .forEach(staff::add);
          Filed filed = new Cases(desk, audit).file(person(), file(), AUTHOR.agency(), "test");
          consent(filed.person(), scopes, consentOn);
          Register register = new Register(desk, audit);
          ProfileId profile =
              register
                  .draft(
                      new Draft(
                          filed.person(),
                          filed.proceeding(),
                          AUTHOR,
                          texts(),
                          Optional.empty(),
                          Optional.empty()))
                  .id();
          if (approved) {
            approve(register, profile);
          }
          return new Created(filed.person(), filed.proceeding(), profile);
        });
  }

  /// Two reviewers of two agencies approve what stands now.
  public static void approve(Register register, ProfileId profile) {
    ContentHash content = register.standing(profile).content();
    register.approve(profile, content, HUR_REVIEWER);
    register.approve(profile, content, SBU_REVIEWER);
    register.noteAppearances();
  }

  /// Signs a sheet on that day and has it verified after four days.
  public void consent(PersonId person, Set<Scope> wanted, LocalDate on) {
    Consents consents = new Consents(desk, audit);
    Session session = session(on);
    consents.give(person, wanted, session, "test");
    consents.verify(
        person,
        wanted,
        new Verification(VERIFIER.id(), "ombudsman", session.signedAt().plus(Duration.ofDays(4))));
  }

  public static Session session(LocalDate on) {
    Instant signed = on.atTime(12, 0).atZone(Kyiv.ZONE).toInstant();
    return new Session(
        signed.minusSeconds(3600),
        signed.plusSeconds(3600),
        signed,
        on.plusDays(180),
        "colony",
        "ТЕСТ-1",
        INTERVIEWER.id(),
        Set.of("counsel", "interviewer"),
        "uk",
        true,
        "2026-1",
        Sha256.of("sheet " + NUMBER.incrementAndGet()));
  }

  private Person person() {
    return new Person(
        "m",
        family,
        "Тест",
        "Прикладович",
        family,
        "Тест",
        "Прикладович",
        bornOn,
        true,
        LocalDate.of(2022, 7, 1),
        null,
        false,
        false,
        null,
        null);
  }

  private CaseFile file() {
    return new CaseFile(
        region,
        "100/" + NUMBER.incrementAndGet() + "/23",
        false,
        List.of(
            new CaseFile.Count(
                "111", LocalDate.of(2001, 9, 1), true, 2, offenceOn, offenceOn, null)),
        new CaseFile.Verdict(
            true, false, LocalDate.of(2023, 3, 2), LocalDate.of(2023, 6, 19), 15, 0, false, true),
        List.of(
            new CaseFile.Event("verdict", LocalDate.of(2023, 3, 2)),
            new CaseFile.Event("in-force", LocalDate.of(2023, 6, 19))));
  }

  private static Map<Language, String> texts() {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    texts.put(Language.UK, "Суд установив обставини справи в умовному селищі Прикладне.");
    texts.put(Language.RU, "Суд установил обстоятельства дела в условном поселке Прикладное.");
    texts.put(
        Language.EN, "The court established the facts in the invented settlement of Prykladne.");
    return texts;
  }
}
