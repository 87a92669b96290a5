package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import svoi.platform.Violation;
import svoi.staff.Forbidden;
import svoi.web.Messages;

/// Refusals that no form could show: they name the rule and what would satisfy it, and keep what
/// was typed.
@ControllerAdvice(basePackages = "svoi.desk")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DeskProblems {
  private final DeskPages pages;

  DeskProblems(DeskPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> forbidden(HttpServletRequest request, Forbidden refused) {
    return page(
        request,
        403,
        "desk.shell.problem.forbidden",
        "desk.shell.problem.forbidden.text",
        refused.code());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> absent(HttpServletRequest request, NotReached absent) {
    return page(
        request, 404, "desk.shell.problem.absent", "desk.shell.problem.absent.text", "not-found");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(
      HttpServletRequest request, DataIntegrityViolationException refused) {
    Optional<String> rule = Violation.rule(refused);
    if (rule.isEmpty()) {
      throw refused;
    }
    return page(
        request, 409, "desk.shell.problem.refused", "desk.shell.problem.refused.text", rule.get());
  }

  private ResponseEntity<byte[]> page(
      HttpServletRequest request, int status, String titleKey, String generalKey, String code) {
    Officer officer =
        OfficerArgument.of(request).orElseThrow(() -> new IllegalStateException("nobody"));
    Messages t = officer.messages();
    String own = "desk.rule." + code;
    String textKey = t.has(own) ? own : generalKey;
    Typed typed = Typed.of(request);
    List<DeskProblemView.Kept> kept =
        request.getMethod().equals("POST")
            ? typed.shown().stream()
                .filter(field -> !typed.text(field).isEmpty() && !field.equals("version"))
                .map(field -> new DeskProblemView.Kept(field, String.join(", ", typed.all(field))))
                .toList()
            : List.of();
    return pages.show(
        request,
        officer,
        status,
        "desk/problem",
        titleKey,
        frame -> new DeskProblemView(frame, titleKey, textKey, code, kept));
  }
}
