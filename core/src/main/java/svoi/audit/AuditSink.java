package svoi.audit;

import java.util.Collection;
import java.util.UUID;

/// Where every module writes what staff read and did, before the answer leaves (rule 8 of the
/// design).
///
/// Others who append wait until the running transaction ends: append last.
public interface AuditSink {
  /// Appends one entry in the running transaction.
  ///
  /// @param actor a staff id or the name of a job: never a person's name
  /// @param action `module.verb`, for example `consent.withdraw`
  /// @param subjects ids of the persons or profiles concerned
  /// @param detail counts and codes; never a name, a text or a birth date
  void append(String actor, String action, Collection<UUID> subjects, String detail);

  /// Appends an entry about one person together with what was changed, sealed under the person's
  /// key: it is read by who may read the log until that key is erased, and the chain holds after.
  ///
  /// @param payload the old and the new values, in any form
  /// @throws svoi.platform.EvidenceDamaged if the person's key was erased
  void appendSealed(String actor, String action, UUID person, String detail, String payload);
}
