package svoi.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffId;

/// Two records of one person become one by two signatures. Nothing is lost: the record that is not
/// kept becomes a pointer, and its history stays readable.
public final class Merges {
  private static final String COLUMNS =
      """
      SELECT id, kept_id, merged_id, ground, proposed_by, proposed_agency, proposed_at,
             outcome, decided_at FROM cases.merge
      """;
  private static final String PROPOSE =
      """
      INSERT INTO cases.merge (id, kept_id, merged_id, kept_version, merged_version, ground,
        proposed_by, proposed_agency)
      VALUES (?, ?, ?, 0, 0, ?, ?, ?)
      """;
  private static final String DECIDE =
      """
      UPDATE cases.merge SET outcome = ?, decided_by = ?, decided_agency = ?, decided_at = platform.now()
      WHERE id = ?
      """;

  private final Database database;
  private final AuditSink audit;

  public Merges(Database database, AuditSink audit) {
    this.database = database;
    this.audit = audit;
  }

  /// One proposal and what became of it.
  ///
  /// @param outcome null while it waits for the second signature
  public record Merge(
      UUID id,
      PersonId kept,
      PersonId merged,
      String ground,
      StaffId proposedBy,
      String proposedAgency,
      Instant proposedAt,
      @Nullable Outcome outcome,
      @Nullable Instant decidedAt) {}

  /// How a proposal ended.
  public enum Outcome {
    /// Signed by a second member: the records are one.
    CONFIRMED,
    DECLINED,
    /// By the one who proposed it.
    TAKEN_BACK;

    /// The form in columns and messages, for example `taken-back`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
  }

  /// First signature.
  ///
  /// @param kept the record that stays, best the one with the profile: what a profile of the other
  ///     one shows stays there
  /// @param ground by which the two are known to be one person, 10 to 500 characters
  /// @return what keeps it from being proposed; empty if it waits for the second signature now
  public Optional<Finding> propose(PersonId kept, PersonId merged, String ground, Member by) {
    by.needs(Right.MERGE_PERSONS);
    return keepingRules(
        () -> {
          database
              .jdbc()
              .sql(PROPOSE)
              .params(
                  UUID.randomUUID(),
                  kept.value(),
                  merged.value(),
                  ground,
                  by.id().value(),
                  by.agency())
              .update();
          audit.append(by.actor(), "cases.merge-propose", Set.of(kept.value(), merged.value()), "");
          return true;
        });
  }

  /// Second signature, a no to it, or the proposer's own.
  ///
  /// @return what keeps it from being decided so; empty if it is
  public Optional<Finding> decide(Merge merge, Outcome outcome, Member by) {
    by.needs(Right.MERGE_PERSONS);
    return keepingRules(
        () -> {
          database
              .jdbc()
              .sql(DECIDE)
              .params(outcome.code(), by.id().value(), by.agency(), merge.id())
              .update();
          audit.append(
              by.actor(),
              "cases.merge-decide",
              Set.of(merge.kept().value(), merge.merged().value()),
              outcome.code());
          return true;
        });
  }

  /// Proposals that wait for a second signature, oldest first; the caller shows those whose two
  /// persons the member reaches.
  public List<Merge> waiting() {
    return database
        .jdbc()
        .sql(COLUMNS + " WHERE outcome IS NULL ORDER BY proposed_at, id LIMIT 200")
        .query((row, n) -> merge(row))
        .list();
  }

  public Optional<Merge> find(UUID id) {
    return database
        .jdbc()
        .sql(COLUMNS + " WHERE id = ?")
        .param(id)
        .query((row, n) -> merge(row))
        .optional();
  }

  /// Every proposal that names this record, newest first.
  public List<Merge> of(PersonId person) {
    return database
        .jdbc()
        .sql(COLUMNS + " WHERE kept_id = ? OR merged_id = ? ORDER BY proposed_at DESC")
        .params(person.value(), person.value())
        .query((row, n) -> merge(row))
        .list();
  }

  private Optional<Finding> keepingRules(Supplier<Boolean> work) {
    try {
      boolean _ = database.inTransaction(work);
      return Optional.empty();
    } catch (DataIntegrityViolationException e) {
      return Optional.of(Rules.finding(e));
    }
  }

  private static Merge merge(ResultSet row) throws SQLException {
    @Nullable String outcome = row.getString("outcome");
    @Nullable OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    return new Merge(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("kept_id", UUID.class)),
        new PersonId(row.getObject("merged_id", UUID.class)),
        row.getString("ground"),
        new StaffId(row.getObject("proposed_by", UUID.class)),
        row.getString("proposed_agency"),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        outcome == null ? null : Outcome.of(outcome),
        decided == null ? null : decided.toInstant());
  }
}
