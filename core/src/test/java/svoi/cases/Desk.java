package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.reference.Reference;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// The services of the desk over a test's own database, with members of two agencies.
final class Desk implements AutoCloseable {
  static final Member AUTHOR = PublishedPerson.AUTHOR;
  static final Member REVIEWER = PublishedPerson.HUR_REVIEWER;
  static final Member SBU_AUTHOR = member("sbu", StaffRole.AUTHOR);

  final TestDatabase database = TestDatabase.create();
  final Database desk = database.as(Role.DESK);
  final AuditTrail audit = new AuditTrail(desk.jdbc());
  final Clock clock = Clock.system(Kyiv.ZONE);
  final Files files = new Files(desk, audit, Reference.read(desk.jdbc()), clock);
  final Turns turns = new Turns(desk, audit, clock);
  final Merges merges = new Merges(desk, audit);
  final Persons persons = new Persons(desk);
  final Duplicates duplicates = new Duplicates(persons, desk);

  Desk() {
    PublishedPerson.in(database).named("Перший").create();
    new Staff(desk.jdbc(), audit).add(SBU_AUTHOR);
  }

  private static Member member(String agency, StaffRole role) {
    return new Member(
        new StaffId(
            UUID.nameUUIDFromBytes(
                (agency + role).getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        agency,
        Set.of(role));
  }

  StoredFile stored(Entered entered, Member by) {
    PersonId id = new PersonId(UUID.randomUUID());
    assertThat(files.create(id, entered.person(), entered.proceedings(), by))
        .isInstanceOf(Saving.Saved.class);
    return files.find(id).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}
