package svoi.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.consent.Errands;
import svoi.platform.PersonKeys;
import svoi.platform.TestVault;
import svoi.register.PublishedPerson;
import svoi.staff.Institutions;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Two invented institutions, a liaison in each, and the services of places of detention.
final class Held {
  static final Member LIAISON = member(1, "prison-service", StaffRole.PRISON_LIAISON);
  static final Member OTHER_LIAISON = member(2, "prison-service", StaffRole.PRISON_LIAISON);
  static final Member ADMINISTRATOR = member(3, "coordination-hq", StaffRole.ADMINISTRATOR);
  static final LocalDate DAY = LocalDate.of(2023, 7, 1);

  final Desk desk = new Desk();
  final PersonKeys keys = TestVault.keys(desk.desk);
  final AuditTrail audit = new AuditTrail(desk.desk.jdbc(), keys);
  final Institutions institutions = new Institutions(desk.desk, audit);
  final Detentions detentions = new Detentions(desk.desk, audit, keys, desk.clock);
  final BreakGlass glass = new BreakGlass(desk.desk, audit, keys, detentions);
  final Errands errands = new Errands(desk.desk.jdbc(), detentions);
  final UUID colony;
  final UUID prison;

  Held() {
    Staff staff = new Staff(desk.desk.jdbc(), audit);
    List.of(LIAISON, OTHER_LIAISON, ADMINISTRATOR).forEach(staff::add);
    colony = institutions.add("Вигадана колонія № 1", "Invented colony 1", ADMINISTRATOR);
    prison = institutions.add("Вигаданий ізолятор № 2", "Invented prison 2", ADMINISTRATOR);
    institutions.post(colony, LIAISON.id(), ADMINISTRATOR);
    institutions.post(prison, OTHER_LIAISON.id(), ADMINISTRATOR);
  }

  private static Member member(int number, String agency, StaffRole role) {
    return new Member(new StaffId(new UUID(41, number)), agency, Set.of(role));
  }

  /// A person of HUR's whose consents are in force for long, held in the colony.
  PersonId someone() {
    PersonId person = PublishedPerson.in(desk.database).create().person();
    detentions.record(person, colony, DAY, Desk.AUTHOR);
    return person;
  }
}
