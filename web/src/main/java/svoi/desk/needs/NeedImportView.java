package svoi.desk.needs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.needs.NeedReport;
import svoi.register.imports.Finding;
import svoi.web.Messages;

/// An import: how far it is, what each row would do.
///
/// @param report empty while it is judged or written
/// @param done rows so far, of `all`
/// @param shown the outcome whose rows are listed
/// @param rows a part of them
/// @param next line after which the following page begins
public record NeedImportView(
    Frame frame,
    UUID id,
    Optional<NeedReport> report,
    int done,
    int all,
    NeedReport.Outcome shown,
    List<NeedReport.Verdict> rows,
    Optional<Integer> next,
    Typed typed)
    implements DeskView {
  public NeedImportView {
    rows = List.copyOf(rows);
  }

  static NeedImportView running(Frame frame, UUID id, ImportRuns.Run<?> run) {
    return new NeedImportView(
        frame,
        id,
        Optional.empty(),
        run.done().get(),
        run.all().get(),
        NeedReport.Outcome.NEW,
        List.of(),
        Optional.empty(),
        Typed.empty());
  }

  /// What is wrong with a cell, in words.
  public static String words(Finding finding, Messages t) {
    String own = "desk.needs.import.code." + finding.code();
    return t.get(t.has(own) ? own : NeedWords.key(finding.code()), "value", finding.value());
  }
}
