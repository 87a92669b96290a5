package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.Finding;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.NeedLists;
import svoi.exchange.needs.NeedRow;
import svoi.staff.Right;

/// Versions of the need list: taken, signed, sent, compared.
@Controller
final class NeedListsController {
  private static final int PAGE = 100;
  private static final int MOST_DIFFERENCES = 300;

  static final String LISTS = "/desk/needs/lists";

  private final DeskPages pages;
  private final NeedDesk desk;
  private final NeedLists lists;

  NeedListsController(DeskPages pages, NeedDesk desk, NeedLists lists) {
    this.pages = pages;
    this.desk = desk;
    this.lists = lists;
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

  @Needs(Right.READ_NEEDS)
  @GetMapping(LISTS + "/{id}/diff")
  ResponseEntity<byte[]> diff(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    NeedLists.Version now = version(officer, id);
    UUID with = Typed.of(request).id("with").orElseThrow(NotReached::new);
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

  ResponseEntity<byte[]> show(
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
