package svoi.desk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import svoi.audit.AuditSink;
import svoi.desk.DeskPages;
import svoi.desk.DeskSession;
import svoi.desk.Open;
import svoi.desk.Typed;
import svoi.staff.Accounts;
import svoi.staff.StaffId;
import svoi.web.Limits;

/// Enrolling a passkey by an invitation or a recovery code.
///
/// The secret of an invitation stands behind the `#` of its link: browsers never send that part, so
/// it is in no log.
@Controller
final class EnrolController {
  private static final String TOKEN = "svoi.enrol.token";
  private static final String RECOVERING = "svoi.enrol.recovering";

  private final DeskPages pages;
  private final DeskSession sessions;
  private final PasskeyCeremonies passkeys;
  private final Accounts accounts;
  private final AuditSink audit;
  private final Limits limits;

  EnrolController(
      DeskPages pages,
      DeskSession sessions,
      PasskeyCeremonies passkeys,
      Accounts accounts,
      AuditSink audit,
      Limits limits) {
    this.pages = pages;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.audit = audit;
    this.limits = limits;
  }

  @Open
  @GetMapping("/desk/enrol")
  ResponseEntity<byte[]> enrol(HttpServletRequest request) {
    boolean recovering = recovering(request).isPresent();
    return pages.open(
        request,
        200,
        SignInController.language(request),
        "desk/signin/enrol",
        "desk.shell.enrol.title",
        frame -> new EnrolView(frame, Typed.empty(), recovering));
  }

  /// @param token of the invitation; empty after a recovery code
  @Open
  @PostMapping("/desk/enrol/options")
  ResponseEntity<String> options(
      HttpServletRequest request, @RequestBody(required = false) Optional<String> token) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    Optional<StaffId> member =
        token.filter(t -> !t.isBlank()).map(accounts::invited).orElseGet(() -> recovering(request));
    if (member.isEmpty()) {
      return SignInController.json(HttpStatus.FORBIDDEN, "{\"code\":\"invitation.not-good\"}");
    }
    request.getSession(true).setAttribute(TOKEN, token.orElse(""));
    return SignInController.json(HttpStatus.OK, passkeys.offerToMake(request, member.get()));
  }

  @Open
  @PostMapping("/desk/enrol")
  ResponseEntity<String> enrol(
      HttpServletRequest request,
      @RequestBody String credential,
      @RequestParam(defaultValue = "") String label) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    HttpSession session = request.getSession(true);
    String token = session.getAttribute(TOKEN) instanceof String t ? t : "";
    Optional<StaffId> member = token.isEmpty() ? recovering(request) : accounts.invited(token);
    if (member.isEmpty()
        || !passkeys.make(request, credential, labelled(label))
        || !(token.isEmpty() || accounts.useInvitation(token))) {
      return SignInController.json(HttpStatus.FORBIDDEN, "{\"code\":\"enrolment.refused\"}");
    }
    sessions.begin(request, member.get());
    audit.append(
        member.get().toString(),
        "staff.enrol",
        Set.of(member.get().value()),
        token.isEmpty() ? "recovery" : "invitation");
    return SignInController.json(HttpStatus.OK, "{\"to\":\"/desk/account?welcome=yes\"}");
  }

  @Open
  @GetMapping("/desk/recover")
  ResponseEntity<byte[]> recover(HttpServletRequest request) {
    return recoverPage(request, 200, Typed.empty());
  }

  @Open
  @PostMapping("/desk/recover")
  ResponseEntity<byte[]> use(HttpServletRequest request) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    Typed typed = Typed.of(request);
    Optional<StaffId> member = accounts.recover(typed.text("code"));
    if (member.isEmpty()) {
      return recoverPage(request, 422, Typed.empty().wrong("code", "desk.shell.recover.not-good"));
    }
    request.getSession(true).setAttribute(RECOVERING, member.get().toString());
    return DeskPages.see("/desk/enrol");
  }

  private ResponseEntity<byte[]> recoverPage(HttpServletRequest request, int status, Typed typed) {
    return pages.open(
        request,
        status,
        SignInController.language(request),
        "desk/signin/recover",
        "desk.shell.recover.title",
        frame -> new EnrolView(frame, typed, false));
  }

  private static Optional<StaffId> recovering(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(RECOVERING) instanceof String id
        ? Optional.of(new StaffId(UUID.fromString(id)))
        : Optional.empty();
  }

  static String labelled(String label) {
    String text = label.strip();
    return text.isEmpty() ? "Passkey" : text.substring(0, Math.min(60, text.length()));
  }
}
