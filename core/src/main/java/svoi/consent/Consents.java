package svoi.consent;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Propagation;

/// Acts of consent. There is no way to override one, and none to undo a withdrawal.
public final class Consents {
  /// How long a withdrawal waits for all nodes; the design promises 5 s.
  static final Duration DARK_WITHIN = Duration.ofSeconds(5);

  private final Database database;
  private final ConsentRepository acts;
  private final AuditSink audit;
  private final Propagation propagation;

  public Consents(Database database, AuditSink audit) {
    this.database = database;
    this.acts = new ConsentRepository(database.jdbc());
    this.audit = audit;
    this.propagation = new Propagation(database.jdbc());
  }

  /// Records the signed sheets of one session. They count for nothing until verified. A sheet whose
  /// evidence and scope are known is not recorded twice.
  ///
  /// @return how many acts were new
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule is broken
  public int give(PersonId person, Set<Scope> scopes, Session session, String actor) {
    int added = acts.add(person, scopes, session);
    if (added > 0) {
      audit.append(actor, "consent.give", Set.of(person.value()), codes(scopes));
    }
    return added;
  }

  /// Verifies the unverified acts of these scopes, each not before 72 h after the signature (R12).
  ///
  /// @return how many acts were verified
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule is broken
  public int verify(PersonId person, Set<Scope> scopes, Verification verification) {
    int verified = acts.verify(person, scopes, verification);
    if (verified > 0) {
      audit.append(
          verification.verifier().toString(),
          "consent.verify",
          Set.of(person.value()),
          codes(scopes));
    }
    return verified;
  }

  /// Notes that the person, asked again in private, said yes again.
  public void reconfirm(PersonId person, Scope scope, Verification by) {
    acts.reconfirm(person, scope, by.verifier());
    audit.append(
        by.verifier().toString(), "consent.reconfirm", Set.of(person.value()), scope.code());
  }

  /// What a withdrawal did.
  ///
  /// @param ended acts that ended
  /// @param goneEverywhere whether every live node confirmed within 5 s that it shows nothing old
  public record Withdrawn(int ended, boolean goneEverywhere) {}

  /// Takes back consents at once: no reason, no approval, for anyone entitled (R15). Returns when
  /// all live nodes have applied it, or after 5 s.
  ///
  /// @param saidBy role of the one who says so, for example `counsel`
  public Withdrawn withdraw(PersonId person, Set<Scope> scopes, String saidBy, String actor) {
    record Done(int ended, String transaction) {}
    Done done =
        database.inTransaction(
            () -> {
              int ended = 0;
              for (Scope scope : scopes) {
                ended += acts.withdraw(person, scope, saidBy);
              }
              audit.append(actor, "consent.withdraw", Set.of(person.value()), codes(scopes));
              return new Done(ended, propagation.current());
            });
    return new Withdrawn(done.ended(), propagation.await(done.transaction(), DARK_WITHIN));
  }

  private static String codes(Set<Scope> scopes) {
    return scopes.stream().map(Scope::code).sorted().collect(Collectors.joining(","));
  }
}
