package svoi.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.platform.EvidenceDamaged;
import svoi.platform.PersonKeys;
import svoi.staff.Forbidden;
import svoi.staff.Institution;
import svoi.staff.Institutions;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// Where persons are held: sealed under each one's key, so that erasing the key erases it.
///
/// It is in no view, list, search or export. Whoever opens it is in the audit log first.
public final class Detentions {
  private static final Comparator<Detention> LATEST_FIRST =
      Comparator.comparing(Detention::since).thenComparing(Detention::recordedAt).reversed();

  private final Database database;
  private final DetentionRepository places;
  private final FileRepository files;
  private final Institutions institutions;
  private final AuditSink audit;
  private final Clock clock;

  /// @param clock of the rules, in Kyiv
  public Detentions(Database database, AuditSink audit, PersonKeys keys, Clock clock) {
    this.database = database;
    this.places = new DetentionRepository(database.jdbc(), keys);
    this.files = new FileRepository(database.jdbc());
    this.institutions = new Institutions(database, audit);
    this.audit = audit;
    this.clock = clock;
  }

  /// What recording a place came to; empty if it is recorded.
  ///
  /// An author records it for files of the own agency, a liaison for institutions of their own. The
  /// same place twice is one, and the answer does not tell: nobody finds out a place by guessing.
  ///
  /// @throws Forbidden if the member may not
  /// @throws IllegalArgumentException if there is no such person
  public Optional<Finding> record(PersonId person, UUID institution, LocalDate since, Member by) {
    by.needs(Right.RECORD_DETENTION);
    if (!offered(by).contains(institution)) {
      return Optional.of(new Finding("detention.institution_unknown", "institution"));
    }
    try {
      return database.inTransaction(() -> inTransaction(person, institution, since, by));
    } catch (EvidenceDamaged e) {
      if (e.reason() != EvidenceDamaged.Reason.ERASED) {
        throw e;
      }
      return Optional.of(new Finding("detention.erased", ""));
    }
  }

  private Optional<Finding> inTransaction(
      PersonId person, UUID institution, LocalDate since, Member by) {
    FileRepository.Locked locked =
        files.lock(person).orElseThrow(() -> new IllegalArgumentException("no person " + person));
    if (!by.is(StaffRole.PRISON_LIAISON) && !locked.agency().equals(by.agency())) {
      throw new Forbidden("file.other_agency");
    }
    Optional<Finding> refused = obstacle(person, since);
    if (refused.isEmpty()) {
      if (!isKnown(person, institution, since)) {
        places.add(person, Detention.plain(institution, since), by.id());
      }
      audit.appendSealed(
          by.actor(), "cases.detention-record", person.value(), "", institution + " " + since);
    }
    return refused;
  }

  private Optional<Finding> obstacle(PersonId person, LocalDate since) {
    if (since.isAfter(LocalDate.now(clock))) {
      return Optional.of(new Finding("detention.in_future", "since"));
    }
    if (since.isBefore(files.find(person).orElseThrow().person().custodyFrom())) {
      return Optional.of(new Finding("detention.before_custody", "since"));
    }
    return Optional.empty();
  }

  private boolean isKnown(PersonId person, UUID institution, LocalDate since) {
    return places.of(person).stream()
        .anyMatch(p -> p.institution().equals(institution) && p.since().equals(since));
  }

  /// Ids of the institutions that this member may record.
  public Set<UUID> offered(Member by) {
    return by.is(StaffRole.AUTHOR)
        ? institutions.all().stream().map(Institution::id).collect(Collectors.toSet())
        : institutions.of(by);
  }

  /// Whether the member is a liaison of the place in which the person is now.
  public boolean isLiaisonOfPlace(Member member, PersonId person) {
    return member.is(StaffRole.PRISON_LIAISON)
        && latestFirst(person).stream()
            .findFirst()
            .filter(now -> institutions.of(member).contains(now.institution()))
            .isPresent();
  }

  /// All places of the person, the latest first; empty if none is known, or the key was erased. A
  /// liaison sees the own institutions only. The log has it when this returns.
  ///
  /// @param need which the caller has found
  /// @throws Forbidden if the member may not
  public List<Detention> read(PersonId person, NeedToKnow need, Member by) {
    by.needs(Right.READ_DETENTION);
    Set<UUID> own = need == NeedToKnow.LIAISON ? institutions.of(by) : Set.of();
    return database.inTransaction(
        () -> {
          List<Detention> found = latestFirst(person);
          audit.append(by.actor(), "cases.detention-read", Set.of(person.value()), need.code());
          return need == NeedToKnow.LIAISON
              ? found.stream().filter(place -> own.contains(place.institution())).toList()
              : found;
        });
  }

  /// Notes that the place was asked for in vain.
  public void refuse(PersonId person, Member by) {
    audit.append(by.actor(), "cases.detention-refused", Set.of(person.value()), "");
  }

  List<Detention> latestFirst(PersonId person) {
    return places.of(person).stream().sorted(LATEST_FIRST).toList();
  }
}
