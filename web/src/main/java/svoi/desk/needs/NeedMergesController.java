package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import svoi.exchange.AwaitedId;
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
    if (pairs(List.of(merge), officer.member()).isEmpty()) {
      throw new NotReached();
    }
    Typed typed = Typed.of(request);
    AwaitedMerges.Outcome outcome =
        switch (typed.text("outcome")) {
          case "confirmed" -> AwaitedMerges.Outcome.CONFIRMED;
          case "taken-back" -> AwaitedMerges.Outcome.TAKEN_BACK;
          case "declined" -> AwaitedMerges.Outcome.DECLINED;
          default -> throw new NotReached();
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

  /// Proposals whose two records this member may change; read at once, not one by one.
  private List<NeedMergesView.Pair> pairs(List<AwaitedMerges.Merge> proposed, Member member) {
    List<UUID> ids =
        proposed.stream()
            .flatMap(merge -> Stream.of(merge.kept().value(), merge.merged().value()))
            .distinct()
            .toList();
    Map<AwaitedId, AwaitedFile> files =
        desk.cards().of(ids, member).stream()
            .filter(file -> file.track().isEditedBy(member))
            .collect(Collectors.toMap(AwaitedFile::id, Function.identity()));
    List<NeedMergesView.Pair> pairs = new ArrayList<>();
    for (AwaitedMerges.Merge merge : proposed) {
      AwaitedFile kept = files.get(merge.kept());
      AwaitedFile merged = files.get(merge.merged());
      if (kept != null && merged != null) {
        boolean own = merge.proposedBy().equals(member.id());
        pairs.add(new NeedMergesView.Pair(merge, kept, merged, own));
      }
    }
    return pairs;
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    List<NeedMergesView.Pair> pairs = pairs(merges.waiting(), officer.member());
    desk.shown(
        officer,
        "desk.need-merges",
        pairs.stream()
            .flatMap(pair -> NeedDesk.ids(List.of(pair.kept(), pair.merged())).stream())
            .distinct()
            .toList());
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/merges",
        "desk.needs.merges.title",
        frame -> new NeedMergesView(frame, officer, pairs, typed));
  }

  /// How many wait for this member.
  int waitingFor(Member member) {
    return Math.toIntExact(
        pairs(merges.waiting(), member).stream().filter(pair -> !pair.own()).count());
  }
}
