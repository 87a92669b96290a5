package svoi.audit;

import java.util.Collection;
import java.util.UUID;

/// Where every module writes what staff read and did, before the answer leaves (rule 8 of the
/// design).
public interface AuditSink {
  /// Appends one entry in the running transaction.
  ///
  /// @param actor a staff id or the name of a job: never a person's name
  /// @param action `module.verb`, for example `consent.withdraw`
  /// @param subjects ids of the persons or profiles concerned
  /// @param detail counts and codes; never a name, a text or a birth date
  void append(String actor, String action, Collection<UUID> subjects, String detail);
}
