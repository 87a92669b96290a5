package svoi.intake;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;

/// Writes what members read and do into the audit log, under pseudonyms of the cases.
final class CaseLog {
  private final Pseudonym pseudonym;
  private final AuditSink audit;

  CaseLog(IntakeSecrets secrets, AuditSink audit) {
    this.pseudonym = new Pseudonym(secrets);
    this.audit = audit;
  }

  /// @param act the verb, for example `read`
  /// @param detail counts and codes
  void note(Unlocked member, String act, Collection<UUID> cases, String detail) {
    note(member.staff(), act, cases, detail);
  }

  /// The same for one who has nothing to unlock.
  void note(UUID staff, String act, Collection<UUID> cases, String detail) {
    Set<UUID> subjects = Set.copyOf(cases.stream().map(pseudonym::of).toList());
    audit.append(staff.toString(), "intake." + act, subjects, detail);
  }
}
