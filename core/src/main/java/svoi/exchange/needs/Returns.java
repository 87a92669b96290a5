package svoi.exchange.needs;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.exchange.AwaitedId;
import svoi.exchange.ReturnState;
import svoi.exchange.Transitions;
import svoi.platform.Database;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// The unconditional return of children and the gravely wounded, step by step. Nothing is given for
/// it: no round, no block, no list knows of it (R50).
public final class Returns {
  /// By whose hands a step went.
  public static final List<String> THROUGH =
      List.of("ombudsman", "icrc", "third-state", "medical-commission", "other");

  private static final String OPEN =
      "INSERT INTO exchange.return_case (id, awaited_id, opened_by, agency) VALUES (?, ?, ?, ?)";
  private static final String STEP =
      """
      INSERT INTO exchange.return_step (return_id, state, through, occurred_on, evidence_sha256, recorded_by, agency)
      VALUES (?, ?, ?, ?, ?::bytea, ?, ?) RETURNING from_state
      """;
  private static final String STEPS =
      """
      SELECT s.id, s.return_id, s.state, s.through, s.occurred_on, s.evidence_sha256, s.agency, s.recorded_at
      FROM exchange.return_step s JOIN exchange.return_case c ON c.id = s.return_id
      WHERE c.awaited_id = ? ORDER BY s.recorded_at DESC, s.id
      """;
  private final Database database;
  private final JdbcClient jdbc;
  private final Transitions transitions;
  private final AuditSink audit;
  private final AwaitedStates evidence;

  public Returns(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.transitions = new Transitions(jdbc);
    this.audit = audit;
    this.evidence = new AwaitedStates(database, audit, vault);
  }

  /// A step that was recorded.
  ///
  /// @param through by whose hands; empty where nobody stood between
  public record Step(
      UUID id,
      UUID caseId,
      ReturnState state,
      Optional<String> through,
      LocalDate on,
      Optional<byte[]> evidence,
      String agency,
      Instant recordedAt) {}

  /// @param through one of [#THROUGH]; null where nobody stands between
  public record Entry(ReturnState state, @Nullable String through, LocalDate on) {}

  /// All steps of all cases of this person, the latest first.
  public List<Step> steps(AwaitedFile file, Member by) {
    by.needs(Right.READ_RETURN_TRACK);
    return jdbc.sql(STEPS).param(file.id().value()).query((row, n) -> step(row)).list();
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getObject("id", UUID.class),
        row.getObject("return_id", UUID.class),
        ReturnState.of(row.getString("state")).orElseThrow(),
        Optional.ofNullable(row.getString("through")),
        row.getObject("occurred_on", LocalDate.class),
        Optional.ofNullable(row.getBytes("evidence_sha256")),
        row.getString("agency"),
        AwaitedRepository.instant(row, "recorded_at"));
  }

  /// Where a case may go from here, in the order of the drawing.
  public List<ReturnState> next(ReturnState state) {
    return transitions.of("return").stream()
        .filter(move -> move.from().equals(state.code()))
        .flatMap(move -> ReturnState.of(move.to()).stream())
        .toList();
  }

  /// Opens a case; there is one at a time.
  public NeedSaving open(AwaitedFile file, Member by) {
    by.needs(Right.EDIT_RETURN_TRACK);
    return keepingRules(
        file,
        () -> {
          jdbc.sql(OPEN)
              .params(UUID.randomUUID(), file.id().value(), by.id().value(), by.agency())
              .update();
          return saved(file.id(), "opened", by);
        });
  }

  /// Records the next step of the running case. Call it outside a transaction: an upload lasts.
  ///
  /// @param seen state of the case that the officer saw
  /// @param scan a PDF, JPEG or PNG; null if there is none
  public NeedSaving step(
      AwaitedFile file, ReturnState seen, Entry entry, @Nullable InputStream scan, Member by) {
    by.needs(Right.EDIT_RETURN_TRACK);
    AwaitedFile.Return back =
        file.back().orElseThrow(() -> new IllegalArgumentException("no running case"));
    byte[] hash = null;
    if (scan != null) {
      Optional<byte[]> stored = evidence.put(file.id().value(), scan);
      if (stored.isEmpty()) {
        return new NeedSaving.Refused("evidence.not_a_scan", "evidence");
      }
      hash = stored.get();
    }
    byte[] proof = hash;
    return keepingRules(
        file,
        () -> {
          if (back.state() != seen) {
            return new NeedSaving.Stale(file);
          }
          String from =
              jdbc.sql(STEP)
                  .param(back.id())
                  .param(entry.state().code())
                  .param(entry.through())
                  .param(entry.on())
                  .param(proof)
                  .param(by.id().value())
                  .param(by.agency())
                  .query(String.class)
                  .single();
          if (!from.equals(seen.code())) {
            throw new MovedMeanwhile();
          }
          return saved(file.id(), entry.state().code(), by);
        });
  }

  /// Somebody recorded a step between reading and writing: takes the transaction back.
  private static final class MovedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private NeedSaving saved(AwaitedId id, String step, Member by) {
    audit.append(by.actor(), "exchange.return-step", Set.of(id.value()), step);
    return new NeedSaving.Saved(id, Track.UNCONDITIONAL);
  }

  /// The evidence of a step of this person.
  public Optional<AwaitedStates.Scan> open(AwaitedFile file, UUID step, Member by) {
    return steps(file, by).stream()
        .filter(s -> s.id().equals(step))
        .findFirst()
        .flatMap(Step::evidence)
        .map(hash -> evidence.scan(file.id().value(), hash, by));
  }

  private NeedSaving keepingRules(AwaitedFile file, Supplier<NeedSaving> work) {
    try {
      return database.inTransaction(work);
    } catch (MovedMeanwhile e) {
      return new NeedSaving.Stale(new AwaitedRepository(jdbc).find(file.id()).orElseThrow());
    } catch (DataIntegrityViolationException e) {
      return NeedRules.refused(e);
    }
  }
}
