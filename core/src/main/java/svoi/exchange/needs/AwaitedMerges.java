package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.cases.Finding;
import svoi.exchange.AwaitedId;
import svoi.platform.Database;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.StaffId;

/// Two records of one awaited person become one by two signatures. Nothing is lost: the record that
/// is not kept becomes a pointer.
public final class AwaitedMerges {
  private static final String COLUMNS =
      """
      SELECT id, kept_id, merged_id, ground, proposed_by, proposed_at, outcome FROM exchange.awaited_merge
      """;
  private static final String PROPOSE =
      """
      INSERT INTO exchange.awaited_merge (id, kept_id, merged_id, ground, proposed_by) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String DECIDE =
      """
      UPDATE exchange.awaited_merge SET outcome = ?, decided_by = ?, decided_at = platform.now() WHERE id = ?
      """;

  private final Database database;
  private final AwaitedRepository awaited;
  private final AuditSink audit;

  public AwaitedMerges(Database database, AuditSink audit) {
    this.database = database;
    this.awaited = new AwaitedRepository(database.jdbc());
    this.audit = audit;
  }

  /// One proposal and what became of it.
  ///
  /// @param outcome null while it waits for the second signature
  public record Merge(
      UUID id,
      AwaitedId kept,
      AwaitedId merged,
      String ground,
      StaffId proposedBy,
      Instant proposedAt,
      @Nullable Outcome outcome) {}

  /// How a proposal ended.
  public enum Outcome {
    CONFIRMED,
    DECLINED,
    /// By the one who proposed it.
    TAKEN_BACK;

    /// The form in columns and messages, for example `taken-back`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// First signature.
  ///
  /// @param ground by which the two are known to be one person, 10 to 500 characters
  /// @return what keeps it from being proposed; empty if it waits for the second signature now
  public Optional<Finding> propose(AwaitedFile kept, AwaitedFile merged, String ground, Member by) {
    needs(kept, by);
    needs(merged, by);
    return keepingRules(
        () -> {
          database
              .jdbc()
              .sql(PROPOSE)
              .params(
                  UUID.randomUUID(),
                  kept.id().value(),
                  merged.id().value(),
                  ground,
                  by.id().value())
              .update();
          log(by, "exchange.merge-propose", kept.id(), merged.id(), "");
        });
  }

  /// Second signature, a no to it, or the proposer's own.
  ///
  /// @return what keeps it from being decided so; empty if it is
  public Optional<Finding> decide(Merge merge, Outcome outcome, Member by) {
    List.of(merge.kept(), merge.merged()).forEach(id -> needs(awaited.find(id).orElseThrow(), by));
    return keepingRules(
        () -> {
          database.jdbc().sql(DECIDE).params(outcome.code(), by.id().value(), merge.id()).update();
          log(by, "exchange.merge-decide", merge.kept(), merge.merged(), outcome.code());
        });
  }

  private static void needs(AwaitedFile file, Member by) {
    if (!file.track().isEditedBy(by)) {
      throw new Forbidden("right." + file.track().edit().code());
    }
  }

  private void log(Member by, String action, AwaitedId kept, AwaitedId merged, String detail) {
    audit.append(by.actor(), action, Set.of(kept.value(), merged.value()), detail);
  }

  private Optional<Finding> keepingRules(Runnable work) {
    try {
      database.transactions().executeWithoutResult(status -> work.run());
      return Optional.empty();
    } catch (DataIntegrityViolationException e) {
      return Optional.of(NeedRules.finding(e));
    }
  }

  public Optional<Merge> find(UUID id) {
    return database
        .jdbc()
        .sql(COLUMNS + " WHERE id = ?")
        .param(id)
        .query((row, n) -> merge(row))
        .optional();
  }

  /// Proposals that wait for a second signature, the oldest first; at most a hundred.
  public List<Merge> waiting() {
    return database
        .jdbc()
        .sql(COLUMNS + " WHERE outcome IS NULL ORDER BY proposed_at, id LIMIT 100")
        .query((row, n) -> merge(row))
        .list();
  }

  /// All proposals about this record, the latest first.
  public List<Merge> of(AwaitedFile file) {
    UUID id = file.id().value();
    return database
        .jdbc()
        .sql(COLUMNS + " WHERE kept_id = ? OR merged_id = ? ORDER BY proposed_at DESC, id")
        .params(id, id)
        .query((row, n) -> merge(row))
        .list();
  }

  private static Merge merge(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Merge(
        row.getObject("id", UUID.class),
        new AwaitedId(row.getObject("kept_id", UUID.class)),
        new AwaitedId(row.getObject("merged_id", UUID.class)),
        row.getString("ground"),
        new StaffId(row.getObject("proposed_by", UUID.class)),
        AwaitedRepository.instant(row, "proposed_at"),
        outcome == null ? null : Outcome.of(outcome));
  }
}
