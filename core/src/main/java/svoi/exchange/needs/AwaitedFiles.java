package svoi.exchange.needs;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.cases.Finding;
import svoi.exchange.AwaitedId;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.staff.Forbidden;
import svoi.staff.Member;

/// Entering awaited persons and correcting them.
public final class AwaitedFiles {
  private static final String SERVICE = "exchange.service";
  private static final String PLACE = "exchange.place";

  private final Database database;
  private final AwaitedRepository awaited;
  private final AuditSink audit;
  private final PersonKeys keys;
  private final Clock clock;

  /// @param clock of the rules, in Kyiv
  public AwaitedFiles(Database database, AuditSink audit, PersonKeys keys, Clock clock) {
    this.database = database;
    this.awaited = new AwaitedRepository(database.jdbc());
    this.audit = audit;
    this.keys = keys;
    this.clock = clock;
  }

  /// The person, also of a record that was merged into another; empty if there is none on a track
  /// that the member sees. Who shows it logs the id.
  public Optional<AwaitedFile> find(AwaitedId id, Member by) {
    return awaited.find(id).filter(file -> file.track().isSeenBy(by));
  }

  /// What became known, the latest first.
  public List<AwaitedEvent> events(AwaitedFile file) {
    return awaited.events(file.id());
  }

  /// Records that were merged into this one.
  public List<AwaitedId> absorbed(AwaitedFile file) {
    return awaited.absorbed(file.id());
  }

  /// What would be said to this entry, without saving anything.
  public List<Finding> check(Awaited person, Restricted restricted) {
    List<Finding> findings = new ArrayList<>(AwaitedCheck.findings(person, LocalDate.now(clock)));
    findings.addAll(AwaitedCheck.findings(restricted));
    return findings;
  }

  /// Enters a person.
  ///
  /// @param id made for the form: what is sent twice is saved once
  public NeedSaving create(AwaitedId id, Awaited person, Restricted restricted, Member by) {
    List<Finding> findings = new ArrayList<>(check(person, restricted));
    if (!person.track().isEditedBy(by)) {
      findings.add(new Finding("awaited.other_track", "category"));
    }
    if (!findings.isEmpty()) {
      return new NeedSaving.Refused(findings);
    }
    return keepingRules(
        () -> {
          Optional<AwaitedFile> known = awaited.find(id);
          if (known.isEmpty()) {
            enter(id, person, restricted, by);
            audit.append(by.actor(), "exchange.awaited-create", Set.of(id.value()), "");
          } else if (!known.get().track().isEditedBy(by)) {
            return new NeedSaving.Refused("awaited.other_track", "category");
          }
          return new NeedSaving.Saved(id, person.track());
        });
  }

  /// The rows of a new person, in the running transaction.
  void enter(AwaitedId id, Awaited person, Restricted restricted, Member by) {
    awaited.add(id, person, by);
    seal(id, restricted);
  }

  /// The rows of a corrected person, in the running transaction.
  void correct(AwaitedId id, Awaited person, Restricted restricted) {
    awaited.update(id, person);
    seal(id, restricted);
  }

  /// Corrects a person. One found to be gravely wounded goes to the other track, and out of sight
  /// of whoever works on the first.
  ///
  /// @param version that the officer saw
  /// @throws Forbidden if the member may not change persons of this track
  public NeedSaving save(
      AwaitedId id, int version, Awaited person, Restricted restricted, Member by) {
    List<Finding> findings = check(person, restricted);
    return keepingRules(
        () -> {
          AwaitedRepository.Locked known = own(id, by);
          if (known.version() != version) {
            return new NeedSaving.Stale(awaited.find(id).orElseThrow());
          }
          if (!findings.isEmpty()) {
            return new NeedSaving.Refused(findings);
          }
          correct(id, person, restricted);
          audit.append(by.actor(), "exchange.awaited-save", Set.of(id.value()), "");
          return new NeedSaving.Saved(id, person.track());
        });
  }

  private AwaitedRepository.Locked own(AwaitedId id, Member by) {
    AwaitedRepository.Locked known =
        awaited.lock(id).orElseThrow(() -> new IllegalArgumentException("no person " + id));
    if (!known.track().isEditedBy(by)) {
      throw new Forbidden("right." + known.track().edit().code());
    }
    return known;
  }

  private NeedSaving keepingRules(Supplier<NeedSaving> work) {
    try {
      return database.inTransaction(work);
    } catch (DataIntegrityViolationException e) {
      return NeedRules.refused(e);
    }
  }

  private void seal(AwaitedId id, Restricted restricted) {
    String service = restricted.service();
    if (service != null) {
      awaited.sealService(id, sealed(id, SERVICE, service));
    }
    String place = restricted.place();
    if (place != null) {
      awaited.sealPlace(id, sealed(id, PLACE, place));
    }
  }

  private byte @Nullable [] sealed(AwaitedId id, String purpose, String text) {
    return text.isEmpty()
        ? null
        : keys.seal(id.value(), purpose, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Service and place in plain; that they were read is in the log before they are.
  public Restricted open(AwaitedFile file, Member by) {
    if (!file.track().isSeenBy(by)) {
      throw new Forbidden("awaited.other_track");
    }
    audit.append(by.actor(), "exchange.restricted-read", Set.of(file.id().value()), "");
    return opened(file.id());
  }

  /// The same without a log: for comparing within an import.
  Restricted opened(AwaitedId id) {
    AwaitedRepository.Sealed sealed = awaited.sealed(id);
    return new Restricted(text(id, SERVICE, sealed.service()), text(id, PLACE, sealed.place()));
  }

  private @Nullable String text(AwaitedId id, String purpose, byte @Nullable [] sealed) {
    return sealed == null
        ? null
        : keys.open(id.value(), purpose, sealed)
            .map(plain -> new String(plain, StandardCharsets.UTF_8))
            .orElse(null);
  }
}
