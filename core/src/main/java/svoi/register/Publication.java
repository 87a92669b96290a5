package svoi.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// What stands between a profile and the public, what the public would see, and the monitor's hold.
public final class Publication {
  private final PublicationRepository profiles;
  private final RegisterRepository register;
  private final AuditSink audit;
  private final Database database;
  private final List<HoldListener> listeners;

  public Publication(Database database, AuditSink audit) {
    this(database, audit, List.of());
  }

  /// @param listeners join the transaction of a hold
  public Publication(Database database, AuditSink audit, List<HoldListener> listeners) {
    this.database = database;
    this.listeners = List.copyOf(listeners);
    this.profiles = new PublicationRepository(database.jdbc());
    this.register = new RegisterRepository(database.jdbc());
    this.audit = audit;
  }

  /// Computed now, from the same view that the public site reads.
  public Why why(PersonId person) {
    return profiles.why(person);
  }

  /// Empty while no profile was begun.
  public Optional<Preview> preview(PersonId person) {
    return profiles.preview(person);
  }

  /// How pages of the desk name a person.
  ///
  /// @param name in Ukrainian, family name first
  /// @param latin the same name in Latin letters
  /// @param agency whose file it is
  public record Card(PersonId person, String name, String latin, String agency) {}

  /// Empty if there is no such person.
  public Optional<Card> card(PersonId person) {
    return profiles.card(person);
  }

  /// A stop that nobody has lifted.
  ///
  /// @param name in Ukrainian, family name first
  public record Hold(
      UUID id, PersonId person, String name, String agency, java.time.Instant placedAt) {}

  /// All holds that stand, newest first. Whose they are goes to the audit log as one row.
  public List<Hold> holds(Member by) {
    by.needs(Right.HOLD_PUBLICATION);
    List<Hold> holds = profiles.holds();
    List<UUID> persons = holds.stream().map(hold -> hold.person().value()).toList();
    audit.append(by.actor(), "desk.holds", persons, "");
    return holds;
  }

  /// Stops a publication at once (R46), and takes the person off every list that is negotiated;
  /// does nothing if a hold of this body stands already.
  public void hold(PersonId person, Member by) {
    by.needs(Right.HOLD_PUBLICATION);
    if (profiles.heldBy(person, by.agency())) {
      return;
    }
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              register.addHold(person, by);
              listeners.forEach(listener -> listener.held(person));
              audit.append(by.actor(), "register.hold", Set.of(person.value()), by.agency());
            });
  }

  /// Lifts a hold; the profile comes back only by new approvals.
  ///
  /// @return whose it was; empty if there is no such hold or it was lifted before
  /// @throws org.springframework.dao.DataIntegrityViolationException if another body placed it
  public Optional<PersonId> lift(UUID hold, Member by) {
    by.needs(Right.HOLD_PUBLICATION);
    Optional<PersonId> person = profiles.heldPerson(hold);
    person.ifPresent(
        held -> {
          register.liftHold(hold, by);
          audit.append(by.actor(), "register.lift", Set.of(held.value()), by.agency());
        });
    return person;
  }
}
