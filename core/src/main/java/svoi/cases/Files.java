package svoi.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.reference.Reference;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;

/// Files as officers enter and correct them. Whoever reads a file says so in the audit log.
public final class Files {
  private final Database database;
  private final FileRepository files;
  private final AuditSink audit;
  private final Reference reference;
  private final Clock clock;

  /// @param clock of the rules, in Kyiv
  public Files(Database database, AuditSink audit, Reference reference, Clock clock) {
    this.database = database;
    this.files = new FileRepository(database.jdbc());
    this.audit = audit;
    this.reference = reference;
    this.clock = clock;
  }

  /// The file, also of a record that was merged into another.
  public Optional<StoredFile> find(PersonId id) {
    return files.find(id);
  }

  /// What would be said to this entry, without saving anything.
  public List<Finding> check(Person person, List<ProceedingEntry> proceedings) {
    return List.copyOf(checked(person, proceedings).findings());
  }

  /// Saves a new file for the member's agency.
  ///
  /// @param id made for the form: what is sent twice is saved once
  /// @throws Forbidden if the member may not, or the id names a file of another agency
  public Saving create(PersonId id, Person person, List<ProceedingEntry> entries, Member by) {
    by.needs(Right.EDIT_CASES);
    FileCheck check = checked(person, entries);
    if (!check.findings().isEmpty()) {
      return new Saving.Refused(check.findings());
    }
    return keepingRules(
        () -> {
          Optional<FileRepository.Locked> known = own(id, by);
          if (known.isEmpty()) {
            files.add(id, person, by.agency());
            entries.forEach(entry -> put(entry, id, person, by));
            audit.append(by.actor(), "cases.create", Set.of(id.value()), "");
          }
          return saved(id, check);
        });
  }

  /// Saves a corrected file whole: proceedings that the entry does not name stay as they are.
  ///
  /// @param version of the file that the officer saw
  /// @throws Forbidden if the member may not, or the file is another agency's
  /// @throws IllegalArgumentException if there is no such person
  public Saving save(
      PersonId id, int version, Person person, List<ProceedingEntry> entries, Member by) {
    by.needs(Right.EDIT_CASES);
    FileCheck check = checked(person, entries);
    return keepingRules(
        () -> {
          FileRepository.Locked known =
              own(id, by).orElseThrow(() -> new IllegalArgumentException("no person " + id));
          if (known.version() != version) {
            return new Saving.Stale(current(id));
          }
          if (!check.findings().isEmpty()) {
            return new Saving.Refused(check.findings());
          }
          entries.forEach(entry -> dropOldCounts(entry, id));
          files.update(id, person);
          entries.forEach(entry -> put(entry, id, person, by));
          audit.append(by.actor(), "cases.save", Set.of(id.value()), "");
          return saved(id, check);
        });
  }

  private FileCheck checked(Person person, List<ProceedingEntry> proceedings) {
    FileCheck check = new FileCheck(reference, LocalDate.now(clock));
    check.check(person, proceedings);
    return check;
  }

  private Saving keepingRules(java.util.function.Supplier<Saving> work) {
    try {
      return database.inTransaction(work);
    } catch (DataIntegrityViolationException e) {
      return new Saving.Refused(List.of(Rules.finding(e)));
    }
  }

  private Optional<FileRepository.Locked> own(PersonId id, Member by) {
    Optional<FileRepository.Locked> known = files.lock(id);
    if (known.isPresent() && !known.get().agency().equals(by.agency())) {
      throw new Forbidden("file.other_agency");
    }
    return known;
  }

  private StoredFile current(PersonId id) {
    return files.find(id).orElseThrow();
  }

  private Saving saved(PersonId id, FileCheck check) {
    return new Saving.Saved(id, current(id).version(), check.notes());
  }

  /// Counts that changed go first: the person's new birth date is checked against what stays.
  private void dropOldCounts(ProceedingEntry entry, PersonId person) {
    UUID id = entry.id();
    if (id != null) {
      files.counts(id).stream()
          .filter(count -> !entry.file().counts().contains(count))
          .forEach(count -> files.dropCount(id, person, count));
    }
  }

  private void put(ProceedingEntry entry, PersonId person, Person of, Member by) {
    UUID id = Objects.requireNonNullElseGet(entry.id(), UUID::randomUUID);
    if (entry.id() == null) {
      files.addProceeding(id, person, entry);
    } else if (!files.updateProceeding(id, person, entry)) {
      throw new IllegalArgumentException("proceeding " + id + " is not of person " + person);
    }
    CaseFile.Verdict verdict = entry.file().verdict();
    files.putVerdict(id, person, verdict);
    List<CaseFile.Count> known = files.counts(id);
    entry.file().counts().stream()
        .filter(count -> !known.contains(count))
        .forEach(count -> files.addCount(id, person, count));
    addSteps(id, person, entry, of, by);
  }

  private void addSteps(
      UUID proceeding, PersonId person, ProceedingEntry entry, Person of, Member by) {
    UUID member = by.id().value();
    CaseFile.Verdict verdict = entry.file().verdict();
    files.addStep(proceeding, person, new CaseFile.Event("detained", of.custodyFrom()), member);
    files.addStep(proceeding, person, new CaseFile.Event("verdict", verdict.renderedOn()), member);
    LocalDate appeal = entry.appealOn();
    if (appeal != null) {
      files.addStep(proceeding, person, new CaseFile.Event("appeal-upheld", appeal), member);
    }
    LocalDate force = verdict.inForceFrom();
    if (force != null) {
      files.addStep(proceeding, person, new CaseFile.Event("in-force", force), member);
    }
  }
}
