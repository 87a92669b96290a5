package svoi.exchange.needs;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.exchange.AwaitedId;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.platform.Sha256;
import svoi.platform.Violation;
import svoi.register.imports.Table;
import svoi.register.imports.TableReader;
import svoi.register.imports.Unreadable;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;

/// Tables of awaited persons: a verdict for each row, nothing written until confirmed, then all of
/// it in one transaction. Between the two the file lies sealed under a key of its own.
public final class NeedImports {
  private static final String PURPOSE = "exchange.import";
  private static final String ADD =
      """
      INSERT INTO exchange.need_import (id, file_sealed, file_sha256, uploaded_by, agency) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String FILE =
      """
      SELECT file_sealed FROM exchange.need_import WHERE id = ? AND uploaded_by = ? AND outcome IS NULL
      """;
  private static final String LOCK = FILE.stripTrailing() + " FOR UPDATE";
  private static final String DONE =
      """
      UPDATE exchange.need_import SET file_sealed = NULL, outcome = ?, made = ?::int, changed = ?::int,
        unchanged = ?::int, refused = ?::int
      WHERE id = ? AND outcome IS NULL
      """;
  private static final String OLD =
      """
      SELECT id FROM exchange.need_import
      WHERE outcome IS NULL AND uploaded_at < platform.now() - interval '24 hours' ORDER BY uploaded_at
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final PersonKeys keys;
  private final Clock clock;
  private final AwaitedNames names;
  private final AwaitedFiles files;
  private final AwaitedRepository awaited;

  public NeedImports(
      Database database, AuditSink audit, PersonKeys keys, Clock clock, AwaitedNames names) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.keys = keys;
    this.clock = clock;
    this.names = names;
    this.files = new AwaitedFiles(database, audit, keys, clock);
    this.awaited = new AwaitedRepository(jdbc);
  }

  /// Takes a file in; nothing of it is read yet.
  ///
  /// @throws Unreadable if it is no table like the template
  public UUID upload(byte[] file, Member by) throws Unreadable {
    needs(by);
    Table _ = TableReader.read(file, NeedColumn.SHAPE);
    UUID id = UUID.randomUUID();
    byte[] sealed = keys.seal(id, PURPOSE, file);
    return database.inTransaction(
        () -> {
          jdbc.sql(ADD).params(id, sealed, Sha256.of(file), by.id().value(), by.agency()).update();
          audit.append(by.actor(), "exchange.need-import-upload", Set.of(id), "");
          return id;
        });
  }

  private static void needs(Member by) {
    if (!by.may(Right.EDIT_NEEDS) && !by.may(Right.EDIT_RETURN_TRACK)) {
      throw new Forbidden("right." + Right.EDIT_NEEDS.code());
    }
  }

  /// Judges every row and writes nothing; empty if this member has no such undecided upload.
  ///
  /// @param progress told rows done, and rows in all
  public Optional<NeedReport> preview(UUID id, Member by, BiConsumer<Integer, Integer> progress) {
    needs(by);
    return opened(FILE, id, by).map(file -> judge(by).judge(read(file), progress).report());
  }

  private NeedJudge judge(Member by) {
    return new NeedJudge(jdbc, files, names.now(), new NeedReader(clock), by);
  }

  private Optional<byte[]> opened(String sql, UUID id, Member by) {
    return jdbc.sql(sql)
        .params(id, by.id().value())
        .query((row, n) -> row.getBytes(1))
        .optional()
        .flatMap(stored -> keys.open(id, PURPOSE, stored));
  }

  private static Table read(byte[] file) {
    try {
      return TableReader.read(file, NeedColumn.SHAPE);
    } catch (Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  /// What confirming came to.
  public sealed interface Outcome {
    record Written(int made, int changed) implements Outcome {}

    /// Others changed something since the preview: nothing was written, this is the preview now.
    record Differs(NeedReport report) implements Outcome {}

    /// The database refused a row, by that rule: nothing was written.
    record Refused(int line, String rule) implements Outcome {}

    /// It was decided already, or never was.
    record Gone() implements Outcome {}
  }

  /// Writes what the preview showed.
  ///
  /// @param digest of the report that the officer saw
  /// @param others lines of possible duplicates that the officer knows to be other persons
  public Outcome confirm(
      UUID id,
      String digest,
      Set<Integer> others,
      Member by,
      BiConsumer<Integer, Integer> progress) {
    needs(by);
    int[] line = {0};
    try {
      Outcome outcome =
          database.inTransaction(
              () ->
                  opened(LOCK, id, by)
                      .map(file -> written(id, file, digest, others, by, progress, line))
                      .orElseGet(Outcome.Gone::new));
      if (outcome instanceof Outcome.Written) {
        keys.erase(id);
      }
      return outcome;
    } catch (ChangedMeanwhile e) {
      return preview(id, by, progress)
          .<Outcome>map(Outcome.Differs::new)
          .orElseGet(Outcome.Gone::new);
    } catch (DataIntegrityViolationException e) {
      return new Outcome.Refused(line[0], Violation.rule(e).orElseThrow(() -> e));
    }
  }

  private Outcome written(
      UUID id,
      byte[] file,
      String digest,
      Set<Integer> others,
      Member by,
      BiConsumer<Integer, Integer> progress,
      int[] line) {
    NeedJudge.Judged judged = judge(by).judge(read(file), (done, all) -> {});
    NeedReport report = judged.report();
    if (!report.digest().equals(digest)) {
      return new Outcome.Differs(report);
    }
    Set<UUID> touched = new LinkedHashSet<>();
    int made = 0;
    int changed = 0;
    int done = 0;
    for (NeedReport.Verdict verdict : report.verdicts()) {
      line[0] = verdict.line();
      NeedReader.@Nullable Row row = judged.rows().get(done);
      boolean other =
          verdict.outcome() == NeedReport.Outcome.POSSIBLE && others.contains(verdict.line());
      if (row != null && (verdict.outcome() == NeedReport.Outcome.NEW || other)) {
        touched.add(enter(row, by));
        made++;
      } else if (row != null && verdict.outcome() == NeedReport.Outcome.CHANGED) {
        touched.add(correct(row, verdict, judged.versions(), by));
        changed++;
      }
      progress.accept(++done, report.verdicts().size());
    }
    int unchanged = report.count(NeedReport.Outcome.UNCHANGED);
    int refused = report.verdicts().size() - unchanged - made - changed;
    jdbc.sql(DONE).params("confirmed", made, changed, unchanged, refused, id).update();
    touched.add(id);
    audit.append(
        by.actor(),
        "exchange.need-import",
        touched,
        "made=%d changed=%d left=%d".formatted(made, changed, refused));
    return new Outcome.Written(made, changed);
  }

  private UUID enter(NeedReader.Row row, Member by) {
    AwaitedId id = new AwaitedId(UUID.randomUUID());
    files.enter(id, row.person(), row.restricted(), by);
    row.confirmed().ifPresent(c -> awaited.record(id, c.state(), c.source(), c.on(), null, by));
    return id.value();
  }

  private UUID correct(
      NeedReader.Row row, NeedReport.Verdict verdict, Map<UUID, Integer> versions, Member by) {
    AwaitedId id = new AwaitedId(verdict.like().orElseThrow());
    int version = awaited.lock(id).orElseThrow().version();
    if (!Integer.valueOf(version).equals(versions.get(id.value()))) {
      throw new ChangedMeanwhile();
    }
    files.correct(id, row.person(), row.restricted());
    if (verdict.changed().contains(NeedColumn.CONFIRMED_FROM.label())) {
      row.confirmed().ifPresent(c -> awaited.record(id, c.state(), c.source(), c.on(), null, by));
    }
    return id.value();
  }

  /// Throws an upload away.
  public void drop(UUID id, Member by) {
    needs(by);
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              if (opened(LOCK, id, by).isPresent()) {
                end(id, "dropped");
                audit.append(by.actor(), "exchange.need-import-drop", Set.of(id), "");
              }
            });
  }

  /// The timer: what nobody decided within a day is gone.
  ///
  /// @return how many files were thrown away
  public int dropOld() {
    List<UUID> old = jdbc.sql(OLD).query(UUID.class).list();
    old.forEach(id -> end(id, "lapsed"));
    return old.size();
  }

  private void end(UUID id, String outcome) {
    jdbc.sql(DONE)
        .param(outcome)
        .param(null)
        .param(null)
        .param(null)
        .param(null)
        .param(id)
        .update();
    keys.erase(id);
  }

  private static final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
