package svoi.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import svoi.audit.AuditTrail;
import svoi.cases.Detentions;
import svoi.cases.Finding;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.PersonKeys;
import svoi.staff.Institution;
import svoi.staff.Institutions;
import svoi.staff.Member;
import svoi.staff.StaffRole;

/// Invented institutions of a demo, one of them with a liaison, and who is held there.
final class DemoPlaces {
  private static final String COLONY = "Вигадана виправна колонія № 1001";
  private static final String PRISON = "Вигаданий слідчий ізолятор № 1002";
  private static final Member ADMINISTRATOR =
      new Member(DemoStaff.id("administrator"), "coordination-hq", Set.of(StaffRole.ADMINISTRATOR));

  private final Database desk;
  private final Institutions institutions;
  private final Detentions detentions;

  DemoPlaces(Database desk, PersonKeys keys) {
    AuditTrail audit = new AuditTrail(desk.jdbc(), keys);
    this.desk = desk;
    this.institutions = new Institutions(desk, audit);
    this.detentions = new Detentions(desk, audit, keys, Clock.system(Kyiv.ZONE));
  }

  /// Adds the institutions if there are none.
  void ensure() {
    if (institutions.all().isEmpty()) {
      var colony = institutions.add(COLONY, "Invented colony No. 1001", ADMINISTRATOR);
      institutions.add(PRISON, "Invented remand prison No. 1002", ADMINISTRATOR);
      institutions.post(colony, DemoStaff.id("liaison"), ADMINISTRATOR);
    }
  }

  /// Half of these persons are held in the colony now, half in the remand prison still.
  void hold(List<PersonId> persons) {
    for (int i = 0; i < persons.size(); i++) {
      LocalDate detained = detainedOn(persons.get(i));
      hold(persons.get(i), PRISON, detained);
      if (i % 2 == 0) {
        hold(persons.get(i), COLONY, detained.plusMonths(9));
      }
    }
  }

  private void hold(PersonId person, String where, LocalDate since) {
    Institution institution =
        institutions.all().stream().filter(i -> i.nameUk().equals(where)).findFirst().orElseThrow();
    Optional<Finding> refused =
        detentions.record(person, institution.id(), since, authorOf(person));
    if (refused.isPresent()) {
      throw new IllegalStateException(refused.get().code());
    }
  }

  private LocalDate detainedOn(PersonId person) {
    return desk.jdbc()
        .sql("SELECT custody_from FROM cases.v_person WHERE id = ?")
        .param(person.value())
        .query(LocalDate.class)
        .single();
  }

  private Member authorOf(PersonId person) {
    String agency =
        desk.jdbc()
            .sql("SELECT agency FROM cases.v_person WHERE id = ?")
            .param(person.value())
            .query(String.class)
            .single();
    return new Member(DemoStaff.id(agency + "-author"), agency, Set.of(StaffRole.AUTHOR));
  }
}
