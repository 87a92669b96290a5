package svoi.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.EvidenceDamaged;
import svoi.platform.ScanType;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// The files of signed sheets: handed out only while they are what was hashed at the signature.
public final class SignedSheets {
  private static final String FIND =
      """
      SELECT evidence_sha256 FROM consent.act
      WHERE id = ? AND person_id = ? AND session_id IS NOT NULL
      """;
  private static final String DAMAGED =
      """
      INSERT INTO consent.damaged_evidence (person_id, evidence_sha256, found_by) VALUES (?, ?, ?)
      ON CONFLICT (person_id, evidence_sha256) DO NOTHING
      """;
  private static final String ALERTS =
      "SELECT DISTINCT person_id FROM consent.damaged_evidence ORDER BY person_id";

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final Vault vault;

  public SignedSheets(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.vault = vault;
  }

  /// What came of asking for a file.
  public sealed interface Answer {
    /// @param content whole and checked; its reader closes it
    record File(InputStream content, String mediaType, String name) implements Answer {}

    /// The file is not what was hashed: code `evidence.hash_mismatch`. An alert was raised.
    record Damaged() implements Answer {}

    /// No such act, or one whose sheet was never handed in here: of an import only the hash is.
    record Absent() implements Answer {}
  }

  /// The signed sheet of one act, checked against its hash before its first byte is handed out.
  public Answer open(Member by, PersonId person, UUID act) {
    by.needs(Right.READ_RESTRICTED);
    Optional<byte[]> hash =
        jdbc.sql(FIND).params(act, person.value()).query(byte[].class).optional();
    if (hash.isEmpty()) {
      return new Answer.Absent();
    }
    audit.append(by.actor(), "consent.evidence", Set.of(person.value()), act.toString());
    try {
      InputStream content = vault.open(person.value(), hash.get());
      byte[] head = content.readNBytes(8);
      ScanType type = ScanType.of(head).orElse(ScanType.PDF);
      return new Answer.File(
          new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(head), content),
          type.mediaType(),
          "consent-" + act + "." + type.ending());
    } catch (EvidenceDamaged e) {
      database.transactions().executeWithoutResult(s -> alert(by, person, hash.get(), e));
      return new Answer.Damaged();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void alert(Member by, PersonId person, byte[] hash, EvidenceDamaged damage) {
    jdbc.sql(DAMAGED).param(person.value()).param(hash).param(by.id().value()).update();
    audit.append(
        by.actor(), "consent.evidence-damaged", Set.of(person.value()), damage.reason().name());
  }

  /// Persons of whom a signed sheet was found damaged.
  public List<PersonId> alerts() {
    return jdbc.sql(ALERTS).query((row, n) -> new PersonId(row.getObject(1, UUID.class))).list();
  }
}
