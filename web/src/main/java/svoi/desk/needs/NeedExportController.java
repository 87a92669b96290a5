package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.Extract;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.ShortCode;
import svoi.exchange.needs.NeedLists;
import svoi.exchange.needs.NeedRow;
import svoi.staff.Right;
import svoi.web.Formats;
import svoi.web.Messages;

/// Takes versions of the need list out of the desk, with a mark on every row and a word in the log.
@Controller
final class NeedExportController {
  /// What a file may be taken out for.
  static final List<String> PURPOSES = List.of("hand-over", "working-session", "check", "archive");

  private static final float[] WIDTHS = {.05f, .18f, .17f, .13f, .1f, .05f, .14f, .08f, .1f};

  private final NeedListsController pages;
  private final NeedLists lists;
  private final Clock clock;

  NeedExportController(NeedListsController pages, NeedLists lists, Clock clock) {
    this.pages = pages;
    this.lists = lists;
    this.clock = clock;
  }

  @Needs(value = Right.EXPORT, stepUp = true)
  @PostMapping(NeedListsController.LISTS + "/{id}/export")
  ResponseEntity<byte[]> export(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    NeedLists.Version version = lists.find(id, officer.member()).orElseThrow(NotReached::new);
    Typed typed = Typed.of(request);
    String purpose = typed.text("purpose");
    String format = typed.text("format");
    if (!PURPOSES.contains(purpose)) {
      typed.wrong("purpose", "desk.needs.wrong.purpose");
    }
    if (!format.matches("csv|xlsx|pdf")) {
      typed.wrong("format", "desk.needs.wrong.format");
    }
    if (format.equals("pdf") && version.rows() > Extract.MOST_ON_PAPER) {
      typed.wrong(
          "format",
          "desk.shell.wrong.too-many-for-paper",
          "n",
          Formats.number(version.rows()),
          "most",
          Formats.number(Extract.MOST_ON_PAPER));
    }
    if (!typed.ok()) {
      return pages.show(request, officer, 422, version, typed);
    }
    Extract extract =
        extract(
            officer, version, purpose, lists.export(version, format, purpose, officer.member()));
    return switch (format) {
      case "csv" -> file(extract.csv(), "text/csv; charset=utf-8", version, format);
      case "xlsx" ->
          file(
              extract.xlsx(),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              version,
              format);
      default -> file(extract.pdf(officer.language().code()), "application/pdf", version, format);
    };
  }

  private Extract extract(
      Officer officer, NeedLists.Version version, String purpose, List<NeedRow> rows) {
    Messages t = officer.messages();
    String mark =
        t.get(
            "desk.needs.export.mark",
            "n",
            Integer.toString(version.n()),
            "hash",
            version.hash().substring(0, 16),
            "who",
            ShortCode.of(officer.member().id().value()),
            "at",
            Formats.moment(clock.instant(), officer.language()),
            "purpose",
            t.get("desk.needs.purpose." + purpose));
    List<String> head =
        Stream.of("n", "uk", "ru", "latin", "born", "sex", "category", "condition", "held")
            .map(column -> t.get("desk.needs.export." + column))
            .toList();
    return new Extract(
        t.get("desk.needs.version.title", "n", Integer.toString(version.n())),
        mark,
        t.get("desk.needs.export.marked"),
        head,
        WIDTHS,
        rows.stream().map(row -> cells(row, t)).toList());
  }

  private static List<String> cells(NeedRow row, Messages t) {
    return List.of(
        Integer.toString(row.position()),
        row.uk(),
        row.ru(),
        row.latin(),
        row.born().map(Object::toString).orElse(""),
        t.get("desk.needs.sex." + row.sex()),
        t.get("desk.needs.category." + row.category().code()),
        t.get("desk.needs.condition." + row.health().code()),
        row.held().toString());
  }

  private static ResponseEntity<byte[]> file(
      byte[] body, String type, NeedLists.Version version, String ending) {
    ContentDisposition name =
        ContentDisposition.attachment().filename("need-list-" + version.n() + "." + ending).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(body);
  }
}
