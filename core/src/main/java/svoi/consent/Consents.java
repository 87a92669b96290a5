package svoi.consent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Propagation;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Acts of consent. There is no way to override one, and none to undo a withdrawal.
public final class Consents {
  /// How long a withdrawal waits for all nodes; the design promises 5 s.
  static final Duration DARK_WITHIN = Duration.ofSeconds(5);

  private final Database database;
  private final ConsentRepository acts;
  private final WithdrawalRepository withdrawals;
  private final AuditSink audit;
  private final Propagation propagation;
  private final List<WithdrawalListener> listeners;

  public Consents(Database database, AuditSink audit) {
    this(database, audit, List.of());
  }

  /// @param listeners told of each withdrawal in its own transaction
  public Consents(Database database, AuditSink audit, List<WithdrawalListener> listeners) {
    this.listeners = List.copyOf(listeners);
    this.database = database;
    this.acts = new ConsentRepository(database.jdbc());
    this.withdrawals = new WithdrawalRepository(database.jdbc());
    this.audit = audit;
    this.propagation = new Propagation(database.jdbc());
  }

  /// Records the signed sheets of one session. They count for nothing until verified. A sheet whose
  /// evidence and scope are known is not recorded twice.
  ///
  /// @return how many acts were new
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule is broken
  public int give(PersonId person, Set<Scope> scopes, Session session, String actor) {
    return give(person, scopes, session, null, actor);
  }

  /// @param meeting the guided session that was signed, if it was one
  int give(
      PersonId person, Set<Scope> scopes, Session session, @Nullable UUID meeting, String actor) {
    int added = acts.add(person, scopes, session, meeting);
    if (added > 0) {
      audit.append(actor, "consent.give", Set.of(person.value()), codes(scopes));
    }
    return added;
  }

  /// Links the advocate of this licence to their account in the desk, for good.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if the account is not an
  ///     advocate's, or led or verified one of their sessions
  public void linkCounsel(String licence, StaffId account, String actor) {
    acts.linkCounsel(licence, account.value());
    audit.append(actor, "consent.link-counsel", Set.of(account.value()), "");
  }

  /// Verifies the unverified acts of these scopes, each not before 72 h after the signature (R12).
  ///
  /// @return how many acts were verified
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule is broken
  public int verify(PersonId person, Set<Scope> scopes, Verification by) {
    List<UUID> waiting = acts.toVerify(person, scopes);
    if (waiting.isEmpty()) {
      return 0;
    }
    int verified =
        acts.verify(person, waiting, by.verifier(), by.agency(), by.at(), by.interview());
    audit.append(by.verifier().toString(), "consent.verify", Set.of(person.value()), codes(scopes));
    return verified;
  }

  /// Verifies these acts now, after a private interview of which every point holds.
  ///
  /// @return how many acts were verified; those that ended or were verified meanwhile are not
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule is broken
  public int verify(Member by, PersonId person, Set<UUID> ids, Interview interview) {
    by.needs(Right.VERIFY_CONSENTS);
    return database.inTransaction(
        () -> {
          int verified = acts.verify(person, ids, by.id(), by.agency(), null, interview);
          audit.append(by.actor(), "consent.verify", Set.of(person.value()), verified + " acts");
          return verified;
        });
  }

  /// Notes that the person, asked again in private, said yes again.
  public void reconfirm(PersonId person, Scope scope, Verification by) {
    acts.reconfirm(person, scope, by.verifier());
    audit.append(
        by.verifier().toString(), "consent.reconfirm", Set.of(person.value()), scope.code());
  }

  /// Notes that the person, asked again in private, said yes again.
  ///
  /// @return whether there was a consent in force to confirm
  public boolean reconfirm(Member by, PersonId person, Scope scope) {
    by.needs(Right.RECONFIRM_CONSENTS);
    return database.inTransaction(
        () -> {
          boolean noted = acts.reconfirm(person, scope, by.id()) > 0;
          audit.append(by.actor(), "consent.reconfirm", Set.of(person.value()), scope.code());
          return noted;
        });
  }

  /// Lets the renewed act count from the waiting date that a withdrawal by others had ended.
  ///
  /// @return whether the person has this act
  /// @throws org.springframework.dao.DataIntegrityViolationException if the withdrawal was the
  ///     person's own word, or there was none
  public boolean keepWaitingDate(Member by, PersonId person, UUID act) {
    by.needs(Right.RESTORE_WAITING_DATE);
    return database.inTransaction(
        () -> {
          boolean kept = acts.keepDate(person, act, by.id()) > 0;
          audit.append(by.actor(), "consent.keep-date", Set.of(person.value()), act.toString());
          return kept;
        });
  }

  /// What a withdrawal did.
  ///
  /// @param ended acts that ended
  /// @param goneEverywhere whether every live node confirmed within 5 s that it shows nothing old
  /// @param statement names the record of who was told and when it was dark; empty if nothing ended
  public record Withdrawn(int ended, boolean goneEverywhere, Optional<UUID> statement) {}

  /// Takes back consents at once: no reason, no approval, for anyone entitled (R15). Returns when
  /// all live nodes have applied it, or after 5 s. Call it outside a transaction.
  ///
  /// @throws Forbidden if the member is counsel of others only
  public Withdrawn withdraw(Member by, PersonId person, Set<Scope> scopes, SaidBy saidBy) {
    by.needs(Right.WITHDRAW_CONSENTS);
    boolean counselOnly =
        by.roles().stream()
            .filter(Right.WITHDRAW_CONSENTS.roles()::contains)
            .allMatch(StaffRole.COUNSEL::equals);
    if (counselOnly && !withdrawals.isClient(by.id(), person)) {
      throw new Forbidden("reach.person");
    }
    return withdraw(person, scopes, saidBy.code(), by.actor());
  }

  /// Takes back consents at once: no reason, no approval, for anyone entitled (R15). Returns when
  /// all live nodes have applied it, or after 5 s.
  ///
  /// @param saidBy role of the one who says so, for example `counsel`
  public Withdrawn withdraw(PersonId person, Set<Scope> scopes, String saidBy, String actor) {
    record Done(int ended, Optional<UUID> statement, String transaction) {}
    Done done =
        database.inTransaction(
            () -> {
              List<UUID> live = withdrawals.live(person, scopes);
              Optional<UUID> statement =
                  live.isEmpty()
                      ? Optional.empty()
                      : Optional.of(withdrawals.withdraw(person, live, saidBy, actor));
              listeners.forEach(listener -> listener.withdrawn(person, scopes));
              audit.append(actor, "consent.withdraw", Set.of(person.value()), codes(scopes));
              return new Done(live.size(), statement, propagation.current());
            });
    Propagation.Reached reached = propagation.measure(done.transaction(), DARK_WITHIN);
    done.statement()
        .ifPresent(
            id -> database.transactions().executeWithoutResult(s -> withdrawals.dark(id, reached)));
    return new Withdrawn(done.ended(), reached.everywhere(), done.statement());
  }

  private static String codes(Set<Scope> scopes) {
    return scopes.stream().map(Scope::code).sorted().collect(Collectors.joining(","));
  }
}
