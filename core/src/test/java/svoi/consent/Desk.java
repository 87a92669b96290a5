package svoi.consent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.TestVault;
import svoi.platform.Vault;
import svoi.platform.Violation;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// What a test of consents works with: the services under the desk's own role.
final class Desk implements AutoCloseable {
  static final Member COUNSEL = member("bar", StaffRole.COUNSEL);
  static final Member LIAISON = member("prison-service", StaffRole.PRISON_LIAISON);
  static final Member ADMINISTRATOR = member("coordination-hq", StaffRole.ADMINISTRATOR);

  final TestDatabase database = TestDatabase.create();
  final Database desk = database.as(Role.DESK);
  final AuditTrail audit = new AuditTrail(desk.jdbc());
  final Path files = folder();
  final Vault vault = TestVault.in(files, desk);
  final Consents consents = new Consents(desk, audit);
  final Meetings meetings = new Meetings(desk, audit, vault);
  final ConsentStates states = new ConsentStates(desk.jdbc());
  final Withdrawals withdrawals = new Withdrawals(desk, audit);

  Desk() {
    Staff staff = new Staff(desk.jdbc(), audit);
    Set.of(COUNSEL, LIAISON, ADMINISTRATOR).forEach(staff::add);
  }

  private static Member member(String agency, StaffRole role) {
    byte[] name = ("consents:" + agency + role).getBytes(StandardCharsets.UTF_8);
    return new Member(new StaffId(UUID.nameUUIDFromBytes(name)), agency, Set.of(role));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("svoi-sheets");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PublishedPerson.Created publicPerson() {
    return PublishedPerson.in(database).create();
  }

  /// One whose consents are to come.
  PersonId someone() {
    return PublishedPerson.in(database).consenting().notApproved().create().person();
  }

  /// A session of today to which nothing is missing.
  Sheet sheet(Scope... scopes) {
    Instant end = now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);
    LocalDate today = end.atZone(Kyiv.ZONE).toLocalDate();
    return new Sheet(
        "uk",
        true,
        Session.ALL_POINTS,
        Set.of("counsel", "interviewer"),
        "ТЕСТ-7",
        null,
        "colony",
        end.minusSeconds(3600),
        end,
        today.plusDays(180),
        Set.of(scopes));
  }

  /// The moment that the rules read.
  Instant now() {
    return database
        .superuser()
        .sql("SELECT platform.now()")
        .query(java.time.OffsetDateTime.class)
        .single()
        .toInstant();
  }

  static InputStream scan() {
    return new ByteArrayInputStream(
        ("%PDF-1.7 invented sheet " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
  }

  /// Opens, saves and signs a session.
  Meetings.Signing sign(PersonId person, Sheet sheet) {
    Meeting open = meetings.open(PublishedPerson.INTERVIEWER, person, "2026-1", "uk");
    meetings.save(PublishedPerson.INTERVIEWER, open.id(), sheet, open.version());
    Meeting saved = meetings.current(PublishedPerson.INTERVIEWER, person).orElseThrow();
    return meetings.sign(PublishedPerson.INTERVIEWER, saved, scan());
  }

  Act act(PersonId person, Scope scope) {
    return states.of(person).stream().filter(a -> a.scope() == scope).findFirst().orElseThrow();
  }

  void verify(PersonId person, Scope scope) {
    consents.verify(
        PublishedPerson.VERIFIER, person, Set.of(act(person, scope).id()), Interview.WHOLE);
  }

  /// Signs, lets 72 h pass and verifies.
  void consent(PersonId person, Scope scope, Duration clockBefore) {
    sign(person, sheet(scope));
    database.moveClock(clockBefore.plusHours(73));
    verify(person, scope);
  }

  /// The stable code with which `act` is refused; empty if it is not.
  static String code(Runnable act) {
    try {
      act.run();
      return "";
    } catch (DataIntegrityViolationException e) {
      return ConsentRule.code(e);
    }
  }

  /// The rule of the database that refuses `sql` to the role of the desk.
  String refusal(String sql, Object... values) {
    try {
      desk.jdbc().sql(sql).params(values).update();
      return "";
    } catch (DataIntegrityViolationException e) {
      return Violation.rule(e).orElse("other");
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
