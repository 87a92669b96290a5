package svoi.desk.profiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.register.Access;
import svoi.register.Reviews;
import svoi.staff.Right;

/// Why a profile is, or is not, public, and all that happened to it.
@Controller
final class WhyController {
  private final DeskPages pages;
  private final Subjects subjects;
  private final WhyPanel why;
  private final Reviews reviews;

  WhyController(DeskPages pages, Subjects subjects, WhyPanel why, Reviews reviews) {
    this.pages = pages;
    this.subjects = subjects;
    this.why = why;
    this.reviews = reviews;
  }

  @Needs(Right.READ_CASES)
  @GetMapping("/desk/persons/{id}/why")
  ResponseEntity<byte[]> why(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subjects.reached(officer, id, Access.FILE, "desk.why");
    boolean holds = officer.may(Right.HOLD_PUBLICATION);
    return pages.show(
        request,
        officer,
        "desk/profiles/whypage",
        "desk.profiles.why",
        frame ->
            new WhyPageView(
                frame,
                subject,
                why.of(subject.person()),
                reviews.history(subject.person()),
                holds));
  }
}
