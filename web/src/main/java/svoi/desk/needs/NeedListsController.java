package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.Finding;
import svoi.desk.DeskPages;
import svoi.desk.Extract;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.NeedLists;
import svoi.exchange.needs.NeedRow;
import svoi.staff.Right;
import svoi.web.Formats;
import svoi.web.Messages;

/// Versions of the need list: taken, signed, sent, compared, taken out as files.
@Controller
final class NeedListsController {
  private static final int PAGE = 100;
  private static final int MOST_DIFFERENCES = 300;

  /// What a file may be taken out for.
  static final List<String> PURPOSES = List.of("hand-over", "working-session", "check", "archive");

  private static final String LISTS = "/desk/needs/lists";

  private final DeskPages pages;
  private final NeedDesk desk;
  private final NeedLists lists;
  private final Clock clock;

  NeedListsController(DeskPages pages, NeedDesk desk, NeedLists lists, Clock clock) {
    this.pages = pages;
    this.desk = desk;
    this.lists = lists;
    this.clock = clock;
  }

  @Needs(Right.READ_NEEDS)
  @GetMapping(LISTS)
  ResponseEntity<byte[]> versions(HttpServletRequest request, Officer officer) {
    List<NeedLists.Version> all = lists.versions(officer.member());
    return pages.show(
        request,
        officer,
        "desk/needs/versions",
        "desk.needs.lists.title",
        frame ->
            new NeedVersionView(
                frame, officer, Optional.empty(), all, List.of(), Optional.empty(), Typed.empty()));
  }

  @Needs(Right.EDIT_NEEDS)
  @PostMapping(LISTS)
  ResponseEntity<byte[]> take(Officer officer) {
    return DeskPages.see(LISTS + "/" + lists.take(officer.member()), "needs.list-taken");
  }

  private NeedLists.Version version(Officer officer, UUID id) {
    return lists.find(id, officer.member()).orElseThrow(NotReached::new);
  }

  @Needs(Right.READ_NEEDS)
  @GetMapping(LISTS + "/{id}")
  ResponseEntity<byte[]> version(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, version(officer, id), Typed.of(request));
  }

  @Needs(value = Right.SIGN_LISTS, stepUp = true)
  @PostMapping(LISTS + "/{id}/sign")
  ResponseEntity<byte[]> sign(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    NeedLists.Version version = version(officer, id);
    Typed typed = Typed.of(request);
    Optional<Finding> refused = lists.sign(version.id(), typed.text("hash"), officer.member());
    return answer(request, officer, version, typed, refused, "needs.list-signed");
  }

  @Needs(value = Right.EDIT_NEEDS, stepUp = true)
  @PostMapping(LISTS + "/{id}/send")
  ResponseEntity<byte[]> send(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    NeedLists.Version version = version(officer, id);
    Typed typed = Typed.of(request);
    if (!NeedLists.TO.contains(typed.text("to"))) {
      typed.wrong("to", "desk.needs.wrong.to");
      return show(request, officer, 422, version, typed);
    }
    Optional<Finding> refused = lists.send(version.id(), typed.text("to"), officer.member());
    return answer(request, officer, version, typed, refused, "needs.list-sent");
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request,
      Officer officer,
      NeedLists.Version version,
      Typed typed,
      Optional<Finding> refused,
      String done) {
    if (refused.isEmpty()) {
      return DeskPages.see(NeedVersionView.path(version), done);
    }
    NeedWords.show(typed, List.of(new Finding(refused.get().code(), "")));
    return show(request, officer, 409, version(officer, version.id()), typed);
  }

  @Needs(value = Right.EXPORT, stepUp = true)
  @PostMapping(LISTS + "/{id}/export")
  ResponseEntity<byte[]> export(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    NeedLists.Version version = version(officer, id);
    Typed typed = Typed.of(request);
    String purpose = typed.text("purpose");
    String format = typed.text("format");
    if (!PURPOSES.contains(purpose)) {
      typed.wrong("purpose", "desk.needs.wrong.purpose");
    }
    if (!format.matches("csv|xlsx|pdf")) {
      typed.wrong("format", "desk.needs.wrong.format");
    }
    if (!typed.ok()) {
      return show(request, officer, 422, version, typed);
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
            officer.member().id().toString().substring(0, 8),
            "at",
            Formats.moment(clock.instant(), officer.language()),
            "purpose",
            t.get("desk.needs.purpose." + purpose));
    List<String> head = new ArrayList<>();
    for (String column :
        List.of("n", "uk", "ru", "latin", "born", "sex", "category", "condition", "held")) {
      head.add(t.get("desk.needs.export." + column));
    }
    return new Extract(
        t.get("desk.needs.version.title", "n", Integer.toString(version.n())),
        mark,
        t.get("desk.needs.export.marked"),
        head,
        new float[] {.05f, .18f, .17f, .13f, .1f, .05f, .14f, .08f, .1f},
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

  @Needs(Right.READ_NEEDS)
  @GetMapping(LISTS + "/{id}/diff")
  ResponseEntity<byte[]> diff(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    NeedLists.Version now = version(officer, id);
    UUID with = NeedsController.uuid(Typed.of(request).text("with"));
    if (with == null) {
      throw new NotReached();
    }
    NeedLists.Version was = version(officer, with);
    List<NeedLists.Difference> found =
        lists.differences(was.id(), now.id(), MOST_DIFFERENCES + 1, officer.member());
    boolean cut = found.size() > MOST_DIFFERENCES;
    List<NeedLists.Difference> shown = cut ? found.subList(0, MOST_DIFFERENCES) : found;
    desk.shown(
        officer, "desk.need-list-diff", shown.stream().map(NeedLists.Difference::person).toList());
    return pages.show(
        request,
        officer,
        "desk/needs/diff",
        "desk.needs.diff.title",
        frame -> new NeedDiffView(frame, was, now, shown, cut));
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      NeedLists.Version version,
      Typed typed) {
    int after =
        typed.text("after").matches("[0-9]{1,7}") ? Integer.parseInt(typed.text("after")) : 0;
    List<NeedRow> rows = lists.rows(version.id(), after, PAGE + 1, officer.member());
    boolean more = rows.size() > PAGE;
    List<NeedRow> page = more ? rows.subList(0, PAGE) : rows;
    List<NeedLists.Version> earlier =
        lists.versions(officer.member()).stream().filter(v -> v.n() < version.n()).toList();
    desk.shown(officer, "desk.need-list", page.stream().map(NeedRow::person).toList());
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/version",
        "desk.needs.lists.one",
        frame ->
            new NeedVersionView(
                frame,
                officer,
                Optional.of(version),
                earlier,
                page,
                more ? Optional.of(page.getLast().position()) : Optional.empty(),
                typed));
  }
}
