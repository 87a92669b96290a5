package svoi.desk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import svoi.audit.AuditSink;
import svoi.desk.DeskPages;
import svoi.desk.DeskSession;
import svoi.desk.NotReached;
import svoi.desk.Open;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.StaffId;

/// Signing in to a demo as any of its invented members, without a passkey. This controller exists
/// in a demo only.
@Controller
final class DemoDoorController {
  private final DeskPages pages;
  private final DeskSession sessions;
  private final Accounts accounts;
  private final AuditSink audit;

  DemoDoorController(DeskPages pages, DeskSession sessions, Accounts accounts, AuditSink audit) {
    this.pages = pages;
    this.sessions = sessions;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Open
  @GetMapping("/desk/demo")
  ResponseEntity<byte[]> choose(
      HttpServletRequest request, @RequestParam(defaultValue = "/desk") String to) {
    List<Account> members =
        accounts.all().stream().filter(a -> a.active() && !a.displayName().isEmpty()).toList();
    return pages.open(
        request,
        200,
        SignInController.language(request),
        "desk/signin/demo",
        "desk.shell.demo.title",
        frame -> new DemoDoorView(frame, members, SignInController.safe(to)));
  }

  @Open
  @PostMapping("/desk/demo")
  ResponseEntity<byte[]> signIn(
      HttpServletRequest request,
      @RequestParam UUID member,
      @RequestParam(defaultValue = "/desk") String to) {
    StaffId id = new StaffId(member);
    if (accounts.active(id).isEmpty()) {
      throw new NotReached();
    }
    sessions.begin(request, id);
    audit.append(id.toString(), "staff.sign-in", Set.of(member), "demo");
    return DeskPages.see(SignInController.safe(to));
  }

  /// In a demo a click takes the place of the passkey.
  @Open
  @PostMapping("/desk/demo/confirm")
  ResponseEntity<byte[]> confirm(
      HttpServletRequest request, @RequestParam(defaultValue = "/desk") String to) {
    sessions.confirm(request);
    return DeskPages.see(SignInController.safe(to));
  }
}
