package svoi.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Change;
import svoi.platform.Database;
import svoi.staff.Member;

/// Profiles on the staff's side. Nothing here says "publish": two approvals of the same content
/// make a profile visible, as long as every other condition holds.
public final class Register {
  private final RegisterRepository profiles;
  private final AuditSink audit;

  public Register(Database database, AuditSink audit) {
    this.profiles = new RegisterRepository(database.jdbc());
    this.audit = audit;
  }

  /// Saves content. Approvals of other content stop counting by themselves.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule is broken
  public Drafted draft(Draft draft) {
    Drafted saved = profiles.save(draft);
    if (saved.change() != Change.UNCHANGED) {
      audit.append(
          draft.author().id().toString(),
          "register.draft",
          Set.of(saved.id().value()),
          saved.change().name());
    }
    return saved;
  }

  /// What a reviewer would approve now, and what stands in the way.
  ///
  /// @throws IllegalArgumentException if there is no such profile
  public Standing standing(ProfileId id) {
    return profiles.standing(id);
  }

  /// Notes that a reviewer approves exactly the content `seen`, as a file of an import or a demo
  /// says; what nobody handed in is handed in by its author with it. Reviewers in the desk approve
  /// through [Reviews].
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if the reviewer is the author
  /// or     of an agency that does not publish (R3)
  public void approve(ProfileId id, ContentHash seen, Member reviewer) {
    profiles.addSubmission(id, seen);
    profiles.addApproval(id, seen, List.of(Check.values()), reviewer);
    audit.append(reviewer.id().toString(), "register.approve", Set.of(id.value()), seen.toString());
  }

  /// Whose profile this is.
  public Optional<UUID> personOf(ProfileId id) {
    return profiles.personOf(id);
  }

  /// The profile of this person, public or not; empty if none was written.
  public Optional<ProfileId> profileOf(PersonId person) {
    return profiles.profileOf(person);
  }

  /// Stops a publication at once; only the same body lifts it (R46).
  public UUID hold(PersonId person, Member by) {
    UUID hold = profiles.addHold(person, by);
    audit.append(by.id().toString(), "register.hold", Set.of(person.value()), by.agency());
    return hold;
  }

  /// Lifts a hold; the profile comes back only by new approvals.
  public void lift(UUID hold, Member by) {
    profiles.liftHold(hold, by);
    audit.append(by.id().toString(), "register.lift", Set.of(hold), by.agency());
  }

  /// Notes which profiles became visible since the last call, also those whose day has come without
  /// an event; from then on their address answers 410 when they are gone. Called after approvals
  /// and by a job.
  ///
  /// @return how many appeared
  public int noteAppearances() {
    return profiles.addAppearances();
  }
}
