package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Extract;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.NeedImports;
import svoi.exchange.needs.NeedReport;
import svoi.staff.Right;
import svoi.web.Formats;
import svoi.web.Messages;

/// Tables of awaited persons: looked at row by row, then confirmed or thrown away.
@Controller
final class NeedImportController {
  static final String IMPORT = "/desk/needs/import";
  private static final int PAGE = 100;

  /// Possible duplicates stand on one page, because they are decided together.
  private static final int MOST_POSSIBLE = 200;

  private final DeskPages pages;
  private final NeedImports imports;
  private final ImportRuns runs;
  private final NeedDesk desk;
  private final Clock clock;

  NeedImportController(
      DeskPages pages, NeedImports imports, ImportRuns runs, NeedDesk desk, Clock clock) {
    this.pages = pages;
    this.imports = imports;
    this.runs = runs;
    this.desk = desk;
    this.clock = clock;
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping(IMPORT + "/{id}")
  ResponseEntity<byte[]> look(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      @PathVariable UUID id) {
    Optional<ImportRuns.Run<NeedImports.Outcome>> writing = runs.writing(id, officer.member());
    return writing.isPresent()
        ? written(request, response, officer, id, writing.get())
        : preview(request, response, officer, id, Typed.of(request));
  }

  private ResponseEntity<byte[]> preview(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      UUID id,
      Typed typed) {
    ImportRuns.Run<Optional<NeedReport>> run = runs.preview(id, officer.member());
    Optional<Optional<NeedReport>> soon = run.soon();
    if (soon.isEmpty()) {
      return running(request, response, officer, id, run);
    }
    NeedReport report = soon.get().orElseThrow(NotReached::new);
    NeedReport.Outcome shown = shown(typed, report);
    int after =
        typed.text("after").matches("[0-9]{1,6}") ? Integer.parseInt(typed.text("after")) : 0;
    int most = shown == NeedReport.Outcome.POSSIBLE ? MOST_POSSIBLE : PAGE;
    List<NeedReport.Verdict> rows =
        report.of(shown).stream().filter(v -> v.line() > after).limit(most + 1L).toList();
    boolean more = rows.size() > most;
    List<NeedReport.Verdict> page = more ? rows.subList(0, most) : rows;
    desk.shown(
        officer,
        "desk.need-preview",
        page.stream().flatMap(verdict -> verdict.like().stream()).distinct().toList());
    return pages.show(
        request,
        officer,
        typed.ok() ? 200 : 409,
        "desk/needs/preview",
        "desk.needs.preview.title",
        frame ->
            new NeedImportView(
                frame,
                id,
                Optional.of(report),
                0,
                0,
                shown,
                page,
                more ? Optional.of(page.getLast().line()) : Optional.empty(),
                typed));
  }

  /// What is asked for, else the first that needs an eye.
  private static NeedReport.Outcome shown(Typed typed, NeedReport report) {
    return Arrays.stream(NeedReport.Outcome.values())
        .filter(outcome -> outcome.code().equals(typed.text("show")))
        .findFirst()
        .orElseGet(
            () ->
                List.of(NeedReport.Outcome.REFUSED, NeedReport.Outcome.POSSIBLE).stream()
                    .filter(outcome -> report.count(outcome) > 0)
                    .findFirst()
                    .orElse(NeedReport.Outcome.NEW));
  }

  private ResponseEntity<byte[]> running(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      UUID id,
      ImportRuns.Run<?> run) {
    response.setHeader("Refresh", "2");
    return pages.show(
        request,
        officer,
        "desk/needs/running",
        "desk.needs.running.title",
        frame -> NeedImportView.running(frame, id, run));
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @PostMapping(IMPORT + "/{id}")
  ResponseEntity<byte[]> decide(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    if (typed.text("act").equals("drop")) {
      imports.drop(id, officer.member());
      runs.forget(id, officer.member());
      return DeskPages.see("/desk/needs/import", "needs.import-dropped");
    }
    Set<Integer> others =
        typed.all("other").stream()
            .filter(line -> line.matches("[0-9]{1,6}"))
            .map(Integer::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return written(
        request,
        response,
        officer,
        id,
        runs.write(id, typed.text("digest"), others, officer.member()));
  }

  private ResponseEntity<byte[]> written(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      UUID id,
      ImportRuns.Run<NeedImports.Outcome> run) {
    Optional<NeedImports.Outcome> soon = run.soon();
    if (soon.isEmpty()) {
      return request.getMethod().equals("POST")
          ? DeskPages.see(IMPORT + "/" + id)
          : running(request, response, officer, id, run);
    }
    runs.forget(id, officer.member());
    return switch (soon.get()) {
      case NeedImports.Outcome.Written _ ->
          DeskPages.see("/desk/needs?order=entry", "needs.imported");
      case NeedImports.Outcome.Gone _ -> throw new NotReached();
      case NeedImports.Outcome.Differs _ ->
          preview(
              request, response, officer, id, Typed.empty().wrong("", "desk.needs.wrong.differs"));
      case NeedImports.Outcome.Refused refused ->
          preview(
              request,
              response,
              officer,
              id,
              Typed.empty()
                  .wrong(
                      "",
                      refused.rule(),
                      "desk.needs.wrong.import-refused",
                      new Object[] {"line", refused.line()}));
    };
  }

  /// The refused rows, to be mended and uploaded again.
  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping(IMPORT + "/{id}/refused.csv")
  ResponseEntity<byte[]> refused(Officer officer, @PathVariable UUID id) {
    NeedReport report =
        runs.preview(id, officer.member()).soon().flatMap(r -> r).orElseThrow(NotReached::new);
    Messages t = officer.messages();
    List<List<String>> rows =
        report.of(NeedReport.Outcome.REFUSED).stream()
            .flatMap(
                v ->
                    v.findings().stream()
                        .map(
                            f ->
                                List.of(
                                    Integer.toString(v.line()),
                                    v.name(),
                                    f.column(),
                                    f.value(),
                                    NeedImportView.words(f, t))))
            .toList();
    List<String> head =
        List.of("line", "name", "column", "value", "reason").stream()
            .map(c -> t.get("desk.needs.preview." + c))
            .toList();
    Extract extract =
        new Extract(
            t.get("desk.needs.preview.title"),
            Formats.moment(clock.instant(), officer.language()),
            t.get("desk.needs.export.marked"),
            head,
            new float[] {.1f, .2f, .2f, .2f, .3f},
            rows);
    return NeedUploadController.file(extract.csv(), "refused-rows.csv");
  }
}
