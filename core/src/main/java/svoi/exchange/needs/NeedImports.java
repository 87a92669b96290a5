package svoi.exchange.needs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
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
import svoi.exchange.AwaitedState;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.platform.Sha256;
import svoi.platform.Violation;
import svoi.register.imports.Finding;
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
    return opened(FILE, id, by).map(file -> new Run(by).judge(read(file), progress).report());
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
    Judged judged = new Run(by).judge(read(file), (done, all) -> {});
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
    if (opened(FILE, id, by).isPresent()) {
      end(id, "dropped");
    }
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

  /// @param rows one for each verdict, as it would be written; null where it could not be read
  /// @param versions of the records that rows are about
  private record Judged(
      NeedReport report, List<NeedReader.@Nullable Row> rows, Map<UUID, Integer> versions) {}

  /// The state of judging one table.
  private final class Run {
    private final Member by;
    private final NeedReader reader = new NeedReader(clock);
    private final Set<String> keysSeen = new LinkedHashSet<>();
    private final List<NeedReport.Verdict> verdicts = new ArrayList<>();
    private final List<NeedReader.@Nullable Row> rows = new ArrayList<>();
    private final Map<UUID, Integer> versions = new HashMap<>();

    Run(Member by) {
      this.by = by;
    }

    Judged judge(Table table, BiConsumer<Integer, Integer> progress) {
      List<NeedReader.Result> read = table.lines().stream().map(reader::read).toList();
      KnownRows known = KnownRows.of(jdbc, read.stream().flatMap(r -> r.row().stream()).toList());
      var index = names.now();
      for (int i = 0; i < read.size(); i++) {
        Table.Line line = table.lines().get(i);
        NeedReader.Result result = read.get(i);
        NeedReport.Verdict verdict =
            result
                .row()
                .map(row -> verdict(row, known, index))
                .orElseGet(() -> refused(line.number(), written(line), result.findings()));
        verdicts.add(verdict);
        if (rows.size() == i) {
          rows.add(result.row().orElse(null));
        }
        progress.accept(i + 1, read.size());
      }
      return new Judged(new NeedReport(verdicts), rows, versions);
    }

    private static String written(Table.Line line) {
      return (line.cell(NeedColumn.FAMILY_UK.label())
              + " "
              + line.cell(NeedColumn.GIVEN_UK.label()))
          .strip();
    }

    private NeedReport.Verdict refused(int line, String name, List<Finding> findings) {
      return new NeedReport.Verdict(
          line, name, NeedReport.Outcome.REFUSED, findings, List.of(), Optional.empty());
    }

    private NeedReport.Verdict refused(NeedReader.Row row, String code, NeedColumn column) {
      return refused(
          row.line(), row.person().full(), List.of(new Finding(code, column.label(), "")));
    }

    private NeedReport.Verdict verdict(
        NeedReader.Row row, KnownRows known, svoi.names.NameIndex<AwaitedNames.Known> index) {
      if (!keysSeen.add(KnownRows.key(row.person())) && row.id() == null) {
        return refused(row, "row-twice", NeedColumn.FAMILY_UK);
      }
      Optional<AwaitedFile> found = known.of(row).filter(file -> file.track().isEditedBy(by));
      if (row.id() != null && found.isEmpty()) {
        return refused(row, "import.unknown_id", NeedColumn.ID);
      }
      if (found.isPresent()) {
        return compared(row, found.get());
      }
      if (!row.person().track().isEditedBy(by)) {
        return refused(row, "awaited.other_track", NeedColumn.CATEGORY);
      }
      Optional<UUID> like =
          AwaitedDuplicates.likely(
                  index,
                  List.of(AwaitedDuplicates.ukrainian(row.person())),
                  row.person().bornOn(),
                  AwaitedNames.seenBy(by))
              .keySet()
              .stream()
              .findFirst();
      return new NeedReport.Verdict(
          row.line(),
          row.person().full(),
          like.isPresent() ? NeedReport.Outcome.POSSIBLE : NeedReport.Outcome.NEW,
          List.of(),
          List.of(),
          like);
    }

    private NeedReport.Verdict compared(NeedReader.Row row, AwaitedFile file) {
      if (!file.state().isOpen()) {
        return refused(row, "import.not_sought_any_more", NeedColumn.FAMILY_UK);
      }
      Awaited merged = KnownRows.merged(row, file.person());
      List<Finding> broken = reader.broken(merged, row.restricted());
      if (!broken.isEmpty()) {
        return refused(row.line(), merged.full(), broken);
      }
      rows.add(row.of(merged));
      versions.put(file.id().value(), file.version());
      Restricted stored =
          row.restricted().equals(Restricted.UNCHANGED)
              ? Restricted.UNCHANGED
              : files.opened(file.id());
      List<String> changed = KnownRows.changed(merged, row.restricted(), file, stored);
      boolean confirms = row.confirmed().isPresent() && file.state() == AwaitedState.REPORTED;
      if (confirms) {
        changed.add(NeedColumn.CONFIRMED_FROM.label());
      }
      return new NeedReport.Verdict(
          row.line(),
          row.person().full(),
          changed.isEmpty() ? NeedReport.Outcome.UNCHANGED : NeedReport.Outcome.CHANGED,
          List.of(),
          changed,
          Optional.of(file.id().value()));
    }
  }
}
