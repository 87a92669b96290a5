package svoi.exchange;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Signatures of agencies: one official signs exactly the content that was seen, an agency signs
/// once, and two agencies are two signatures.
public final class Signatures {
  private static final String SIGN =
      """
      INSERT INTO exchange.signature (subject_kind, subject_id, content_hash, member_id, agency)
      VALUES (?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Signatures(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// What can be signed.
  public enum Subject {
    LIST(Right.SIGN_LISTS),
    NEED_LIST(Right.SIGN_LISTS),
    BLOCK(Right.SIGN_LISTS),
    /// That the other side demands somebody of the unconditional track, recorded as its demand.
    DEMAND(Right.SIGN_LISTS),
    CORRECTION(Right.CORRECT_OUTCOMES);

    private final Right right;

    Subject(Right right) {
      this.right = right;
    }

    /// The form in columns, for example `need-list`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// Signs for the member's agency.
  ///
  /// @param seen hash of the content that the member saw; another content is refused
  public Moved sign(Member by, Subject subject, UUID id, byte[] seen) {
    by.needs(subject.right);
    return Rounds.keepingRules(
        database,
        () -> {
          jdbc.sql(SIGN).params(subject.code(), id, seen, by.id().value(), by.agency()).update();
          audit.append(by.actor(), "exchange.sign", Set.of(id), subject.code());
          return new Moved.Done();
        });
  }
}
