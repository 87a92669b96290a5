package svoi.desk.rounds;

import static svoi.staff.Right.EXPORT;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import svoi.exchange.ListRow;
import svoi.exchange.ListVersion;
import svoi.exchange.Round;
import svoi.exchange.RoundLists;
import svoi.exchange.ShortCode;
import svoi.web.Formats;
import svoi.web.Messages;

/// Takes list versions out of the desk, with a watermark and a word in the log.
@Controller
final class ExportController {
  private static final float[] WIDTHS = {.05f, .07f, .1f, .12f, .26f, .26f, .14f};

  private final DeskPages pages;
  private final RoundDesk desk;
  private final Clock clock;

  ExportController(DeskPages pages, RoundDesk desk, Clock clock) {
    this.pages = pages;
    this.desk = desk;
    this.clock = clock;
  }

  @Needs(EXPORT)
  @GetMapping("/desk/rounds/{id}/lists/{seq}/export")
  ResponseEntity<byte[]> ask(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    Round round = desk.open(officer, id, "desk.round");
    return ask(request, officer, 200, round, version(round, seq), Typed.empty());
  }

  private ListVersion version(Round round, int n) {
    return desk.lists().find(round.id(), n).orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> ask(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      ListVersion list,
      Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/export",
        "desk.rounds.export.title",
        frame -> new ExportView(frame, round, list, typed));
  }

  @Needs(value = EXPORT, stepUp = true)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/export")
  ResponseEntity<byte[]> export(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq)
      throws IOException {
    Round round = desk.find(id);
    ListVersion list = version(round, seq);
    Typed typed = Typed.of(request);
    String purpose = typed.text("purpose");
    String form = typed.text("form");
    if (!ExportView.PURPOSES.contains(purpose)) {
      typed.wrong("purpose", "desk.rounds.wrong.purpose");
    }
    if (!ExportView.FORMS.contains(form)) {
      typed.wrong("form", "desk.rounds.wrong.form");
    }
    if (!typed.ok()) {
      return ask(request, officer, 422, round, list, typed);
    }
    List<ListRow> rows = desk.lists().rows(list);
    if (form.equals("pdf") && rows.size() > Extract.MOST_ON_PAPER) {
      typed.wrong(
          "form",
          "desk.shell.wrong.too-many-for-paper",
          "n",
          Formats.number(rows.size()),
          "most",
          Formats.number(Extract.MOST_ON_PAPER));
      return ask(request, officer, 422, round, list, typed);
    }
    Set<UUID> ids = new HashSet<>(RoundLists.participants(rows));
    ids.add(id);
    String detail = "list " + list.n() + ", " + form + ", " + purpose;
    desk.audit().append(officer.member().actor(), "exchange.export", ids, detail);
    Extract extract = extract(officer, round, list, rows, purpose);
    return switch (form) {
      case "pdf" ->
          file(extract.pdf(officer.language().code()), "application/pdf", round, list, form);
      case "xlsx" ->
          file(
              extract.xlsx(),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              round,
              list,
              form);
      default -> file(extract.csv(), "text/csv;charset=UTF-8", round, list, form);
    };
  }

  private Extract extract(
      Officer officer, Round round, ListVersion list, List<ListRow> rows, String purpose) {
    Messages t = officer.messages();
    String mark =
        t.get(
            "desk.rounds.export.mark",
            "agency",
            t.get("desk.shell.agency." + officer.member().agency()),
            "code",
            ShortCode.of(officer.member().id().value()),
            "at",
            Formats.moment(clock.instant(), officer.language()),
            "purpose",
            t.get("desk.rounds.purpose." + purpose));
    List<String> columns =
        Stream.of("no", "block", "terms", "way", "name", "name-ru", "born")
            .map(column -> t.get("desk.rounds.column." + column))
            .toList();
    String title =
        t.get(
            "desk.rounds.export.of",
            "n",
            list.n(),
            "round",
            round.number(),
            "hash",
            list.shortHash());
    List<List<String>> cells = rows.stream().map(row -> cells(row, t)).toList();
    return new Extract(title, mark, t.get("desk.rounds.column.mark"), columns, WIDTHS, cells);
  }

  private static List<String> cells(ListRow row, Messages t) {
    String way = t.get("desk.rounds.side." + row.side().code());
    Integer rank = row.reserveRank();
    return List.of(
        Integer.toString(row.position()),
        Integer.toString(row.block()),
        row.terms().equals("asymmetric") ? t.get("desk.rounds.asymmetric") : row.terms(),
        rank == null ? way : t.get("desk.rounds.reserve-of", "way", way, "rank", rank),
        row.name(),
        row.nameRu().isEmpty() ? row.nameLatin() : row.nameRu(),
        row.born());
  }

  private static ResponseEntity<byte[]> file(
      byte[] content, String type, Round round, ListVersion list, String ending) {
    String name = "round-" + round.number() + "-list-" + list.n() + "." + ending;
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content);
  }
}
