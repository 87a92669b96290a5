package svoi.desk.cases;

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
import svoi.audit.AuditSink;
import svoi.cases.Card;
import svoi.cases.Cards;
import svoi.cases.Finding;
import svoi.cases.Merges;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Task;
import svoi.desk.Typed;
import svoi.register.Access;
import svoi.staff.Member;
import svoi.staff.Right;

/// Proposals that two records are one person, for the second signature.
@Controller
final class MergesController implements Task.Source {
  private final DeskPages pages;
  private final Merges merges;
  private final Cards cards;
  private final Reached reach;
  private final AuditSink audit;

  MergesController(
      DeskPages pages, Merges merges, CaseLists lists, Reached reach, AuditSink audit) {
    this.pages = pages;
    this.merges = merges;
    this.cards = lists.cards();
    this.reach = reach;
    this.audit = audit;
  }

  @Needs(Right.MERGE_PERSONS)
  @GetMapping("/desk/merges")
  ResponseEntity<byte[]> waiting(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, Typed.empty());
  }

  @Needs(value = Right.MERGE_PERSONS, stepUp = true)
  @PostMapping("/desk/merges/{id}")
  ResponseEntity<byte[]> decide(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Merges.Merge merge =
        merges
            .find(id)
            .filter(m -> m.outcome() != null || reaches(officer.member(), m))
            .orElseThrow(NotReached::new);
    Typed typed = Typed.of(request);
    Merges.Outcome outcome =
        switch (typed.text("outcome")) {
          case "confirmed" -> Merges.Outcome.CONFIRMED;
          case "taken-back" -> Merges.Outcome.TAKEN_BACK;
          default -> Merges.Outcome.DECLINED;
        };
    Optional<Finding> refused = merges.decide(merge, outcome, officer.member());
    if (refused.isPresent()) {
      typed.wrong(
          "", refused.get().code(), "desk.cases.rule." + refused.get().code(), new Object[0]);
      return show(request, officer, 409, typed);
    }
    return outcome == Merges.Outcome.CONFIRMED
        ? DeskPages.see("/desk/persons/" + merge.kept().value(), "cases.merged")
        : DeskPages.see("/desk/merges", "cases.not-merged");
  }

  private boolean reaches(Member member, Merges.Merge merge) {
    return reach.of(member, merge.kept()).reaches(Access.FILE)
        && reach.of(member, merge.merged()).reaches(Access.FILE);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    List<MergesView.Pair> pairs = new ArrayList<>();
    List<UUID> seen = new ArrayList<>();
    for (Merges.Merge merge : merges.waiting()) {
      if (reaches(officer.member(), merge)) {
        List<Card> both = cards.of(List.of(merge.kept().value(), merge.merged().value()));
        boolean own = merge.proposedBy().equals(officer.member().id());
        pairs.add(new MergesView.Pair(merge, both.getFirst(), both.getLast(), own));
        seen.add(merge.kept().value());
        seen.add(merge.merged().value());
      }
    }
    audit.append(officer.member().actor(), "desk.merges", seen, "");
    return pages.show(
        request,
        officer,
        status,
        "desk/cases/merges",
        "desk.cases.merges.title",
        frame -> new MergesView(frame, pairs, typed));
  }

  @Override
  public List<Task> tasks(Member member) {
    if (!member.may(Right.MERGE_PERSONS)) {
      return List.of();
    }
    long waiting =
        merges.waiting().stream()
            .filter(m -> !m.proposedBy().equals(member.id()) && reaches(member, m))
            .count();
    return waiting == 0
        ? List.of()
        : List.of(
            new Task(
                "desk.cases.task.merges",
                List.of("n", waiting),
                "/desk/merges",
                Optional.empty(),
                false));
  }
}
