package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import svoi.desk.DeskPages;
import svoi.desk.DeskProblemView;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.intake.Damaged;
import svoi.intake.IntakeRefused;
import svoi.intake.IntakeUnavailable;

/// What no form of the area could show: it is locked, a case does not open, or it is gone.
@ControllerAdvice(basePackageClasses = IntakeProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class IntakeProblems {
  private final DeskPages pages;

  IntakeProblems(DeskPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> locked(HttpServletRequest request, Officer officer, Locked locked) {
    return request.getMethod().equals("GET")
        ? DeskPages.see("/desk/intake/unlock")
        : page(request, officer, 409, "intake.locked", locked.typed());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(
      HttpServletRequest request, Officer officer, IntakeRefused refused) {
    return refused.reason() == IntakeRefused.Reason.GONE
        ? absent(request, officer)
        : page(request, officer, 409, refused.code(), Typed.of(request));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unavailable(
      HttpServletRequest request, Officer officer, IntakeUnavailable unavailable) {
    return page(request, officer, 503, unavailable.code(), Typed.of(request));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> damaged(HttpServletRequest request, Officer officer, Damaged damaged) {
    return page(request, officer, 409, "intake.damaged", Typed.of(request));
  }

  private ResponseEntity<byte[]> absent(HttpServletRequest request, Officer officer) {
    return show(
        request,
        officer,
        404,
        "desk.shell.problem.absent",
        "desk.intake.problem.gone",
        "intake.gone",
        Typed.empty());
  }

  private ResponseEntity<byte[]> page(
      HttpServletRequest request, Officer officer, int status, String code, Typed typed) {
    return show(
        request,
        officer,
        status,
        "desk.shell.problem.refused",
        Refusals.key(officer.messages(), code),
        code,
        typed);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      String titleKey,
      String textKey,
      String code,
      Typed typed) {
    List<DeskProblemView.Kept> kept =
        typed.shown().stream()
            .filter(field -> !typed.text(field).isEmpty())
            .map(field -> new DeskProblemView.Kept(field, String.join(", ", typed.all(field))))
            .toList();
    return pages.show(
        request,
        officer,
        status,
        "desk/problem",
        titleKey,
        frame -> new DeskProblemView(frame, titleKey, textKey, code, kept));
  }
}
