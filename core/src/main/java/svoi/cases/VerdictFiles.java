package svoi.cases;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.platform.Evidence;
import svoi.platform.Vault;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;

/// Verdicts as PDF files: put beside the proceeding, hashed at once, opened under a right of its
/// own.
public final class VerdictFiles {
  /// A scanned verdict of 300 pages at 150 dpi has about 30 MB.
  public static final long MOST_BYTES = 50L * 1024 * 1024;

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final String PERSON =
      """
      SELECT p.person_id, n.agency FROM cases.proceeding p JOIN cases.person n ON n.id = p.person_id
      WHERE p.id = ? AND p.person_id = ?
      """;
  private static final String ADD =
      """
      INSERT INTO cases.verdict_file (proceeding_id, person_id, sha256, bytes, uploaded_by)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String FIND =
      """
      SELECT f.proceeding_id, f.person_id, f.sha256, f.bytes, f.uploaded_at
      FROM cases.verdict_file f JOIN cases.proceeding p ON p.id = f.proceeding_id
      WHERE f.proceeding_id = ? AND p.person_id = ? ORDER BY f.uploaded_at DESC LIMIT 1
      """;

  private final Database database;
  private final AuditSink audit;
  private final Vault vault;

  public VerdictFiles(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.audit = audit;
    this.vault = vault;
  }

  /// What an upload came to.
  public sealed interface Outcome {
    record Stored(Evidence evidence) implements Outcome {}

    record Refused(Finding finding) implements Outcome {}
  }

  /// Stores a verdict; a PDF is known by its content, not by its name. Call it outside a
  /// transaction: an upload lasts.
  ///
  /// @throws Forbidden if the member may not, or the file is another agency's
  /// @throws IllegalArgumentException if there is no such proceeding of this person
  public Outcome add(PersonId person, UUID proceeding, InputStream content, Member by) {
    by.needs(Right.EDIT_CASES);
    record Owner(String agency) {}
    Owner owner =
        database
            .jdbc()
            .sql(PERSON)
            .params(proceeding, person.value())
            .query((row, n) -> new Owner(row.getString("agency")))
            .optional()
            .orElseThrow(() -> new IllegalArgumentException("no proceeding " + proceeding));
    if (!owner.agency().equals(by.agency())) {
      throw new Forbidden("file.other_agency");
    }
    return stored(person, proceeding, content, by);
  }

  private Outcome stored(PersonId person, UUID proceeding, InputStream content, Member by) {
    try {
      PushbackInputStream pdf = new PushbackInputStream(content, PDF.length);
      byte[] start = pdf.readNBytes(PDF.length);
      if (!Arrays.equals(start, PDF)) {
        return new Outcome.Refused(new Finding("verdict_file.not_pdf", "file"));
      }
      pdf.unread(start);
      Evidence evidence = vault.put(person.value(), new Limited(pdf));
      database.inTransaction(
          () -> {
            database
                .jdbc()
                .sql(ADD)
                .params(
                    proceeding,
                    person.value(),
                    evidence.sha256(),
                    evidence.bytes(),
                    by.id().value())
                .update();
            audit.append(by.actor(), "cases.verdict-file", Set.of(person.value()), "");
            return evidence;
          });
      return new Outcome.Stored(evidence);
    } catch (TooLarge e) {
      return new Outcome.Refused(new Finding("verdict_file.too_large", "file"));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof TooLarge) {
        return new Outcome.Refused(new Finding("verdict_file.too_large", "file"));
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The newest verdict file of a proceeding; who asks has read it, says the audit log.
  ///
  /// @throws Forbidden if the member may not open what is restricted
  public Optional<Opened> open(PersonId person, UUID proceeding, Member by) {
    by.needs(Right.READ_RESTRICTED);
    Optional<VerdictFile> found =
        database
            .jdbc()
            .sql(FIND)
            .params(proceeding, person.value())
            .query((row, n) -> FileRepository.verdictFile(row))
            .optional();
    found.ifPresent(
        file -> {
          boolean _ =
              database.inTransaction(
                  () -> {
                    audit.append(by.actor(), "cases.verdict-read", Set.of(person.value()), "");
                    return true;
                  });
        });
    return found.map(
        file ->
            new Opened(file, vault.open(file.vaultOf(), HexFormat.of().parseHex(file.sha256()))));
  }

  /// @param content to be closed by the caller
  public record Opened(VerdictFile file, InputStream content) {}

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// Ends with [TooLarge] where a file has more bytes than a verdict may.
  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = in.read(Objects.requireNonNull(bytes), from, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int bytes) throws TooLarge {
      left -= bytes;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
