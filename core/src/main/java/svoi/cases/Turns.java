package svoi.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.platform.Propagation;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;

/// What happens to a case after the verdict: in effect from the moment it is recorded (R2, R5, R7).
public final class Turns {
  /// How long recording waits for all nodes; the design promises 5 s.
  private static final Duration DARK_WITHIN = Duration.ofSeconds(5);

  private static final Set<String> FALLS =
      Set.of("quashed", "reopened", "appeal-restored", "confirmed");
  private static final Set<String> FINAL = Set.of("acquitted", "pardoned", "expunged");

  private final Database database;
  private final FileRepository files;
  private final AuditSink audit;
  private final Clock clock;
  private final Propagation propagation;

  /// @param clock of the rules, in Kyiv
  public Turns(Database database, AuditSink audit, Clock clock) {
    this.database = database;
    this.files = new FileRepository(database.jdbc());
    this.audit = audit;
    this.clock = clock;
    this.propagation = new Propagation(database.jdbc());
  }

  /// What recording a turn came to.
  public sealed interface Outcome {
    /// @param fell whether something that was in force until now is no longer: the verdict of a
    ///     proceeding, a life, a custody
    /// @param goneEverywhere whether every live node confirmed within 5 s that it shows nothing old
    /// @param after how long that took
    record Recorded(boolean fell, boolean goneEverywhere, Duration after) implements Outcome {}

    record Refused(Finding finding) implements Outcome {}
  }

  private record Done(Optional<Finding> refused, boolean fell, String transaction) {}

  /// Records a turn of a proceeding, or of the person's life; returns when all live nodes have
  /// applied it, or after 5 s. The same turn of the same day is recorded once.
  ///
  /// Who reaches the file may say that something fell; only its own agency says that it stands.
  ///
  /// @throws Forbidden if the member may not
  /// @throws IllegalArgumentException if there is no such proceeding of this person
  public Outcome record(PersonId person, UUID proceeding, Turn turn, LocalDate on, Member by) {
    by.needs(Right.RECORD_EVENTS);
    long start = System.nanoTime();
    Done done;
    try {
      done = database.inTransaction(() -> inTransaction(person, proceeding, turn, on, by));
    } catch (DataIntegrityViolationException e) {
      return new Outcome.Refused(Rules.finding(e));
    }
    if (done.refused().isPresent()) {
      return new Outcome.Refused(done.refused().get());
    }
    boolean gone = propagation.await(done.transaction(), DARK_WITHIN);
    return new Outcome.Recorded(done.fell(), gone, Duration.ofNanos(System.nanoTime() - start));
  }

  private Done inTransaction(PersonId person, UUID proceeding, Turn turn, LocalDate on, Member by) {
    FileRepository.Locked locked =
        files.lock(person).orElseThrow(() -> new IllegalArgumentException("no person " + person));
    if (turn.effect() == Turn.Effect.RESTORES && !locked.agency().equals(by.agency())) {
      throw new Forbidden("file.other_agency");
    }
    StoredFile before = files.find(person).orElseThrow();
    Optional<Finding> refused = obstacle(before, proceeding, turn, on);
    if (refused.isPresent()) {
      return new Done(refused, false, "");
    }
    of(before, proceeding, turn)
        .forEach(
            id -> files.addStep(id, person, new CaseFile.Event(turn.code(), on), by.id().value()));
    audit.append(by.actor(), "cases.event", Set.of(person.value()), turn.code());
    StoredFile after = files.find(person).orElseThrow();
    return new Done(Optional.empty(), stood(before) && !stood(after), propagation.current());
  }

  /// A death or a release is the person's: every proceeding gets it.
  private static List<UUID> of(StoredFile file, UUID proceeding, Turn turn) {
    return turn == Turn.DIED || turn == Turn.SERVED
        ? file.proceedings().stream().map(StoredFile.Proceeding::id).toList()
        : List.of(proceeding);
  }

  private Optional<Finding> obstacle(StoredFile file, UUID id, Turn turn, LocalDate on) {
    StoredFile.Proceeding proceeding =
        file.proceedings().stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no proceeding " + id));
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      return Optional.of(new Finding("event.in_future", "on"));
    }
    boolean late = turn != Turn.DIED && on.isBefore(proceeding.file().verdict().renderedOn());
    if (late || on.isBefore(file.person().bornOn())) {
      return Optional.of(new Finding("event.before_verdict", "on"));
    }
    return turn == Turn.CONFIRMED ? nothingToConfirm(proceeding) : Optional.empty();
  }

  private static Optional<Finding> nothingToConfirm(StoredFile.Proceeding proceeding) {
    Set<String> kinds =
        proceeding.steps().stream().map(StoredFile.Step::kind).collect(Collectors.toSet());
    if (kinds.stream().anyMatch(FINAL::contains)) {
      return Optional.of(new Finding("event.for_good", "turn"));
    }
    boolean fallen = !proceeding.inForce() && kinds.stream().anyMatch(FALLS::contains);
    return fallen ? Optional.empty() : Optional.of(new Finding("event.nothing_fell", "turn"));
  }

  private boolean stood(StoredFile file) {
    LocalDate until = file.person().custodyUntil();
    boolean inCustody = until == null || until.isAfter(LocalDate.now(clock));
    return file.person().diedOn() == null
        && inCustody
        && file.proceedings().stream().allMatch(StoredFile.Proceeding::inForce);
  }
}
