package svoi.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.platform.Change;
import svoi.platform.Database;

/// Files of convicted persons. Every method joins the running transaction.
public final class Cases {
  private final CaseRepository files;
  private final AuditSink audit;

  public Cases(Database database, AuditSink audit) {
    this.files = new CaseRepository(database.jdbc());
    this.audit = audit;
  }

  /// Saves a person and the file of one proceeding; recognises a file by its case number and the
  /// person's birth date and family name.
  ///
  /// @param agency whose file it is if it is new
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule of the database is
  ///     broken: see [svoi.platform.Violation]
  public Filed file(Person person, CaseFile file, String agency, String actor) {
    Optional<CaseRepository.Key> known = files.find(person, file);
    PersonId id = known.map(CaseRepository.Key::person).orElseGet(() -> newPerson());
    UUID proceeding = known.map(CaseRepository.Key::proceeding).orElseGet(UUID::randomUUID);
    Change change = known.isEmpty() ? Change.NEW : Change.UNCHANGED;
    if (known.isEmpty()) {
      files.add(id, person, agency, proceeding, file);
    } else {
      boolean personChanged = files.update(id, person);
      boolean fileChanged = files.update(proceeding, id, file);
      change = personChanged || fileChanged ? Change.CHANGED : Change.UNCHANGED;
    }
    if (change != Change.UNCHANGED) {
      audit.append(actor, "cases.file", Set.of(id.value()), change.name());
    }
    return new Filed(id, proceeding, change);
  }

  /// Records a step of the case, for example that the verdict was quashed (R2).
  public void record(PersonId person, CaseFile.Event event, String actor) {
    files.addEvent(person, event);
    audit.append(actor, "cases.event", Set.of(person.value()), event.kind());
  }

  /// Records that the person left in a publicly announced exchange.
  public void left(PersonId person, LocalDate on, String actor) {
    files.setLeft(person, on);
    audit.append(actor, "cases.left", Set.of(person.value()), "");
  }

  /// Takes a departure back: it was recorded by mistake, and a correction of two signatures says
  /// so.
  public void notLeft(PersonId person, String actor) {
    files.setLeft(person, null);
    audit.append(actor, "cases.not-left", Set.of(person.value()), "");
  }

  /// Records a death: the profile is dark from this moment (R7).
  public void died(PersonId person, LocalDate on, String actor) {
    files.setDied(person, on);
    audit.append(actor, "cases.died", Set.of(person.value()), "");
  }

  private static PersonId newPerson() {
    return new PersonId(UUID.randomUUID());
  }
}
