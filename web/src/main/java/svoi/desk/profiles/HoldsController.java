package svoi.desk.profiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.register.Access;
import svoi.register.Publication;
import svoi.staff.Right;

/// The monitor's holds: placed in one step, lifted with a passkey.
@Controller
final class HoldsController {
  private final DeskPages pages;
  private final Subjects subjects;
  private final Publication publication;

  HoldsController(DeskPages pages, Subjects subjects, Publication publication) {
    this.pages = pages;
    this.subjects = subjects;
    this.publication = publication;
  }

  @Needs(Right.HOLD_PUBLICATION)
  @GetMapping("/desk/holds")
  ResponseEntity<byte[]> holds(HttpServletRequest request, Officer officer) {
    List<Publication.Hold> holds = publication.holds(officer.member());
    return pages.show(
        request,
        officer,
        "desk/profiles/holds",
        "desk.profiles.holds",
        frame -> new HoldsView(frame, holds));
  }

  @Needs(Right.HOLD_PUBLICATION)
  @PostMapping("/desk/persons/{id}/hold")
  ResponseEntity<byte[]> hold(Officer officer, @PathVariable UUID id) {
    Subject subject = subjects.reached(officer, id, Access.FILE, "desk.hold");
    publication.hold(subject.person(), officer.member());
    return DeskPages.see(subject.to("/why"), "profiles.held");
  }

  @Needs(value = Right.HOLD_PUBLICATION, stepUp = true)
  @PostMapping("/desk/holds/{hold}/lift")
  ResponseEntity<byte[]> lift(Officer officer, @PathVariable UUID hold) {
    publication.lift(hold, officer.member());
    return DeskPages.see("/desk/holds", "profiles.lifted");
  }
}
