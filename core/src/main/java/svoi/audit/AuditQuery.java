package svoi.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// What to look for in the log; an empty part asks for nothing.
///
/// @param actor a staff id, or the name of a job
/// @param action a whole action, or its beginning up to a dot, for example `consent.`
/// @param subjects entries that concern any of these
/// @param from first day, Kyiv
/// @param until last day, Kyiv
/// @param before only entries with a smaller number: the last of the page before
public record AuditQuery(
    Optional<String> actor,
    Optional<String> action,
    Set<UUID> subjects,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    OptionalLong before) {
  public static final AuditQuery ALL =
      new AuditQuery(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty());

  public AuditQuery by(String who) {
    return new AuditQuery(Optional.of(who), action, subjects, from, until, before);
  }

  public AuditQuery doing(String what) {
    return new AuditQuery(actor, Optional.of(what), subjects, from, until, before);
  }

  public AuditQuery about(Set<UUID> whom) {
    return new AuditQuery(actor, action, Set.copyOf(whom), from, until, before);
  }

  public AuditQuery between(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new AuditQuery(actor, action, subjects, first, last, before);
  }

  public AuditQuery before(long seq) {
    return new AuditQuery(actor, action, subjects, from, until, OptionalLong.of(seq));
  }
}
