package svoi.exchange.needs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.AwaitedState;
import svoi.names.NameIndex;
import svoi.register.imports.Finding;
import svoi.register.imports.Table;
import svoi.staff.Member;

/// Judges the rows of one table, one after the other: new, changed, the same, like somebody who is
/// there, or refused. Made anew for each table, for it remembers which rows it saw.
final class NeedJudge {
  private final JdbcClient jdbc;
  private final AwaitedFiles files;
  private final NameIndex<AwaitedNames.Known> names;
  private final NeedReader reader;
  private final Member by;

  private final Set<String> keysSeen = new HashSet<>();
  private final List<NeedReport.Verdict> verdicts = new ArrayList<>();
  private final List<NeedReader.@Nullable Row> rows = new ArrayList<>();
  private final Map<UUID, Integer> versions = new HashMap<>();

  NeedJudge(
      JdbcClient jdbc,
      AwaitedFiles files,
      NameIndex<AwaitedNames.Known> names,
      NeedReader reader,
      Member by) {
    this.jdbc = jdbc;
    this.files = files;
    this.names = names;
    this.reader = reader;
    this.by = by;
  }

  /// What came of a table.
  ///
  /// @param rows one for each verdict, as it would be written; null where it could not be read
  /// @param versions of the records that rows are about
  record Judged(
      NeedReport report, List<NeedReader.@Nullable Row> rows, Map<UUID, Integer> versions) {}

  Judged judge(Table table, BiConsumer<Integer, Integer> progress) {
    List<NeedReader.Result> read = table.lines().stream().map(reader::read).toList();
    KnownRows known = KnownRows.of(jdbc, read.stream().flatMap(r -> r.row().stream()).toList());
    for (int i = 0; i < read.size(); i++) {
      Table.Line line = table.lines().get(i);
      NeedReader.Result result = read.get(i);
      NeedReport.Verdict verdict =
          result
              .row()
              .map(row -> verdict(row, known))
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
    return (line.cell(NeedColumn.FAMILY_UK.label()) + " " + line.cell(NeedColumn.GIVEN_UK.label()))
        .strip();
  }

  private NeedReport.Verdict refused(int line, String name, List<Finding> findings) {
    return new NeedReport.Verdict(
        line, name, NeedReport.Outcome.REFUSED, findings, List.of(), Optional.empty());
  }

  private NeedReport.Verdict refused(NeedReader.Row row, String code, NeedColumn column) {
    return refused(row.line(), row.person().full(), List.of(new Finding(code, column.label(), "")));
  }

  private NeedReport.Verdict verdict(NeedReader.Row row, KnownRows known) {
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
                names,
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
