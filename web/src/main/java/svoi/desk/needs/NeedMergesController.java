package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
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
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedMerges;
import svoi.staff.Member;
import svoi.staff.Right;

/// Two records of one awaited person, for the second signature.
@Controller
final class NeedMergesController {
  private final DeskPages pages;
  private final NeedDesk desk;
  private final AwaitedMerges merges;

  NeedMergesController(DeskPages pages, NeedDesk desk, AwaitedMerges merges) {
    this.pages = pages;
    this.desk = desk;
    this.merges = merges;
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping("/desk/needs/merges")
  ResponseEntity<byte[]> waiting(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, Typed.empty());
  }

  @Needs(
      value = {Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK},
      stepUp = true)
  @PostMapping("/desk/needs/merges/{id}")
  ResponseEntity<byte[]> decide(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedMerges.Merge merge = merges.find(id).orElseThrow(NotReached::new);
    if (both(merge, officer.member()).size() < 2) {
      throw new NotReached();
    }
    Typed typed = Typed.of(request);
    AwaitedMerges.Outcome outcome =
        switch (typed.text("outcome")) {
          case "confirmed" -> AwaitedMerges.Outcome.CONFIRMED;
          case "taken-back" -> AwaitedMerges.Outcome.TAKEN_BACK;
          default -> AwaitedMerges.Outcome.DECLINED;
        };
    Optional<Finding> refused = merges.decide(merge, outcome, officer.member());
    if (refused.isPresent()) {
      typed.wrong("", refused.get().code(), NeedWords.key(refused.get().code()), new Object[0]);
      return show(request, officer, 409, typed);
    }
    return outcome == AwaitedMerges.Outcome.CONFIRMED
        ? DeskPages.see(NeedDesk.path(merge.kept().value()), "needs.merged")
        : DeskPages.see("/desk/needs/merges", "needs.not-merged");
  }

  private List<AwaitedFile> both(AwaitedMerges.Merge merge, Member member) {
    return desk.cards().of(List.of(merge.kept().value(), merge.merged().value()), member).stream()
        .filter(file -> file.track().isEditedBy(member))
        .toList();
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    List<NeedMergesView.Pair> pairs = new ArrayList<>();
    List<UUID> seen = new ArrayList<>();
    for (AwaitedMerges.Merge merge : merges.waiting()) {
      List<AwaitedFile> both = both(merge, officer.member());
      if (both.size() == 2) {
        boolean own = merge.proposedBy().equals(officer.member().id());
        pairs.add(new NeedMergesView.Pair(merge, both.getFirst(), both.getLast(), own));
        seen.addAll(NeedDesk.ids(both));
      }
    }
    desk.shown(officer, "desk.need-merges", seen);
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/merges",
        "desk.needs.merges.title",
        frame -> new NeedMergesView(frame, pairs, typed));
  }

  /// How many wait for this member.
  int waitingFor(Member member) {
    return Math.toIntExact(
        merges.waiting().stream()
            .filter(m -> !m.proposedBy().equals(member.id()) && both(m, member).size() == 2)
            .count());
  }
}
