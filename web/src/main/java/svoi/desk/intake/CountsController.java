package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.intake.DeskKeys;
import svoi.intake.Figures;
import svoi.intake.Unlocked;
import svoi.staff.Right;

/// Counts: what was kept for everybody who may see counts, and what an unlocked desk counts now.
@Controller
final class CountsController {
  private final DeskPages pages;
  private final IntakeDesk desk;
  private final Figures figures;

  CountsController(DeskPages pages, IntakeDesk desk, Figures figures) {
    this.pages = pages;
    this.desk = desk;
    this.figures = figures;
  }

  @Needs(Right.READ_INTAKE_COUNTS)
  @GetMapping("/desk/counts")
  ResponseEntity<byte[]> counts(HttpServletRequest request, Officer officer) {
    List<Figures.Kept> kept = figures.kept(IntakeDesk.idOf(officer));
    List<CountsView.Now> now = new ArrayList<>();
    Optional<Unlocked> member = unlocked(request, officer);
    if (member.isPresent()) {
      for (DeskKeys.Desk one : desk.desksOf(officer)) {
        now.add(
            new CountsView.Now(
                one.code(),
                figures.weekly(member.get(), one.code()),
                figures.stopped(member.get(), one.code())));
      }
    }
    return pages.show(
        request,
        officer,
        "desk/intake/counts",
        "desk.intake.counts.title",
        frame -> new CountsView(frame, officer, kept, now));
  }

  private Optional<Unlocked> unlocked(HttpServletRequest request, Officer officer) {
    return officer.may(Right.ANSWER_SOURCES)
        ? desk.keyring().of(request, IntakeDesk.idOf(officer)).map(Keyring.Held::member)
        : Optional.empty();
  }

  /// Writes down the weeks that are over.
  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/counts")
  ResponseEntity<byte[]> keep(HttpServletRequest request, Officer officer) {
    Unlocked member = desk.unlocked(request, officer);
    desk.desksOf(officer).forEach(one -> figures.keepWeekly(member, one.code()));
    return DeskPages.see("/desk/counts", "intake.counts-kept");
  }
}
