package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.Stories;
import svoi.intake.Unlocked;
import svoi.staff.Right;

/// Conversations that tell the same story: looked for on request, linked by hand.
@Controller
final class StoriesController {
  private final DeskPages pages;
  private final CaseController cases;
  private final IntakeDesk desk;

  StoriesController(DeskPages pages, CaseController cases, IntakeDesk desk) {
    this.pages = pages;
    this.cases = cases;
    this.desk = desk;
  }

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/cases/{id}/stories")
  ResponseEntity<byte[]> look(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Unlocked member = desk.unlocked(request, officer);
    Stories.Found found = desk.beside().stories().look(member, id);
    return pages.show(
        request,
        officer,
        "desk/intake/stories",
        "desk.intake.stories.look",
        frame -> new StoriesView(frame, id, found));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/stories")
  ResponseEntity<byte[]> link(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    Optional<UUID> other = typed.id("other");
    return other.isEmpty()
        ? cases.refused(request, officer, id, typed.wrong("other", "desk.intake.wrong.choose"))
        : cases.act(
            request,
            officer,
            id,
            typed,
            "intake.story-linked",
            m -> desk.beside().stories().link(m, id, other.get()));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/stories/unlink")
  ResponseEntity<byte[]> unlink(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    Optional<UUID> other = typed.id("other");
    return other.isEmpty()
        ? cases.refused(request, officer, id, typed.wrong("other", "desk.intake.wrong.choose"))
        : cases.act(
            request,
            officer,
            id,
            typed,
            "intake.story-unlinked",
            m -> desk.beside().stories().unlink(m, id, other.get()));
  }
}
