package svoi.consent;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Evidence;
import svoi.platform.ScanType;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffId;

/// Guided sessions: a draft of the one who leads it, until it is signed and gives acts.
public final class Meetings {
  private final Database database;
  private final MeetingRepository meetings;
  private final Consents consents;
  private final AuditSink audit;
  private final Vault vault;

  public Meetings(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.meetings = new MeetingRepository(database.jdbc());
    this.consents = new Consents(database, audit);
    this.audit = audit;
    this.vault = vault;
  }

  /// The member's open session with this person; begins one if there is none.
  public Meeting open(Member by, PersonId person, String textVersion, String language) {
    by.needs(Right.LEAD_SESSIONS);
    return database.inTransaction(
        () -> {
          if (meetings.open(person, by.id(), textVersion, language)) {
            audit.append(by.actor(), "consent.session-open", Set.of(person.value()), "");
          }
          return meetings.find(person, by.id()).orElseThrow();
        });
  }

  /// The member's open session with this person.
  public Optional<Meeting> current(Member by, PersonId person) {
    by.needs(Right.LEAD_SESSIONS);
    return meetings.find(person, by.id());
  }

  /// Saves the sheet if nobody saved it since `version`.
  ///
  /// @return whether it was saved
  /// @throws org.springframework.dao.DataIntegrityViolationException if a value is unknown
  public boolean save(Member by, UUID meeting, Sheet sheet, int version) {
    by.needs(Right.LEAD_SESSIONS);
    return meetings.save(meeting, by.id(), sheet, version);
  }

  /// Ends a session without a signature; nothing of it stays but that it was opened (R16).
  public void discard(Member by, Meeting meeting) {
    by.needs(Right.LEAD_SESSIONS);
    database
        .transactions()
        .executeWithoutResult(
            s -> {
              if (meetings.discard(meeting.id(), by.id())) {
                audit.append(
                    by.actor(), "consent.session-close", Set.of(meeting.person().value()), "");
              }
            });
  }

  /// What came of a signature.
  public sealed interface Signing {
    record Signed(int acts) implements Signing {}

    /// @param codes what is missing, as stable codes
    record NotReady(List<String> codes) implements Signing {}

    /// The file is no PDF, JPEG or PNG.
    record WrongFile() implements Signing {}

    /// Somebody saved, signed or closed the session meanwhile.
    record Stale() implements Signing {}
  }

  /// Signs the session as it was seen: stores the scan, hashed at once, and gives one act for each
  /// yes. Call it outside a transaction.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if a rule is broken
  public Signing sign(Member by, Meeting seen, InputStream scan) {
    by.needs(Right.LEAD_SESSIONS);
    List<String> missing = seen.sheet().missing();
    if (!missing.isEmpty()) {
      return new Signing.NotReady(missing);
    }
    InputStream file = new BufferedInputStream(scan);
    Optional<ScanType> type = typeOf(file);
    if (type.isEmpty()) {
      return new Signing.WrongFile();
    }
    Evidence evidence = vault.put(seen.person().value(), file);
    return database.inTransaction(() -> sign(by, seen, evidence, type.get()));
  }

  private Signing sign(Member by, Meeting seen, Evidence evidence, ScanType type) {
    if (!meetings.sign(seen, evidence.sha256(), type.mediaType())) {
      return new Signing.Stale();
    }
    Sheet sheet = seen.sheet();
    if (sheet.counselMember() != null) {
      consents.linkCounsel(sheet.counselLicence(), new StaffId(sheet.counselMember()), by.actor());
    }
    Session session =
        new Session(
            requireNonNull(sheet.start()),
            requireNonNull(sheet.end()),
            requireNonNull(sheet.end()),
            requireNonNull(sheet.validUntil()),
            sheet.placeKind(),
            sheet.counselLicence(),
            by.id(),
            sheet.present(),
            sheet.language(),
            sheet.readAloud(),
            seen.textVersion(),
            evidence.sha256(),
            sheet.points());
    int given = consents.give(seen.person(), sheet.scopes(), session, seen.id(), by.actor());
    return new Signing.Signed(given);
  }

  private static Optional<ScanType> typeOf(InputStream file) {
    try {
      file.mark(16);
      byte[] head = file.readNBytes(8);
      file.reset();
      return ScanType.of(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
