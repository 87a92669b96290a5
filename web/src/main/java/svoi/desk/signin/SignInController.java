package svoi.desk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import svoi.audit.AuditSink;
import svoi.desk.DeskPages;
import svoi.desk.DeskSession;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Open;
import svoi.platform.Language;
import svoi.staff.Accounts;
import svoi.staff.StaffId;
import svoi.web.Limits;
import svoi.web.ReaderLanguage;

/// Signing in by passkey, confirming by passkey, signing out.
@Controller
final class SignInController {
  private final DeskPages pages;
  private final DeskSession sessions;
  private final PasskeyCeremonies passkeys;
  private final Accounts accounts;
  private final AuditSink audit;
  private final Limits limits;

  SignInController(
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
  @GetMapping("/desk/sign-in")
  ResponseEntity<byte[]> signIn(
      HttpServletRequest request, @RequestParam(defaultValue = "/desk") String to) {
    return pages.open(
        request,
        200,
        language(request),
        "desk/signin/signin",
        "desk.shell.signin.title",
        frame -> new SignInView(frame, safe(to), false, List.of()));
  }

  @Needs({})
  @GetMapping("/desk/confirm")
  ResponseEntity<byte[]> confirm(
      HttpServletRequest request,
      Officer officer,
      @RequestParam(defaultValue = "/desk") String to) {
    return pages.show(
        request,
        officer,
        "desk/signin/signin",
        "desk.shell.confirm.title",
        frame -> new SignInView(frame, safe(to), true, List.of()));
  }

  @Open
  @PostMapping("/desk/sign-in/options")
  ResponseEntity<String> options(HttpServletRequest request) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    return json(HttpStatus.OK, passkeys.offerToUse(request));
  }

  @Open
  @PostMapping("/desk/sign-in")
  ResponseEntity<String> signIn(
      HttpServletRequest request,
      @RequestBody String credential,
      @RequestParam(defaultValue = "/desk") String to) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    Optional<StaffId> member =
        passkeys.use(request, credential).filter(id -> accounts.active(id).isPresent());
    if (member.isEmpty()) {
      return json(HttpStatus.FORBIDDEN, "{\"code\":\"sign-in.refused\"}");
    }
    sessions.begin(request, member.get());
    audit.append(member.get().toString(), "staff.sign-in", Set.of(member.get().value()), "passkey");
    return json(HttpStatus.OK, "{\"to\":\"" + safe(to) + "\"}");
  }

  @Needs({})
  @PostMapping("/desk/confirm")
  ResponseEntity<String> confirm(
      HttpServletRequest request,
      Officer officer,
      @RequestBody String credential,
      @RequestParam(defaultValue = "/desk") String to) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    StaffId id = officer.member().id();
    if (passkeys.use(request, credential).filter(id::equals).isEmpty()) {
      return json(HttpStatus.FORBIDDEN, "{\"code\":\"confirm.refused\"}");
    }
    sessions.confirm(request);
    audit.append(officer.member().actor(), "staff.confirm", Set.of(id.value()), "passkey");
    return json(HttpStatus.OK, "{\"to\":\"" + safe(to) + "\"}");
  }

  @Open
  @PostMapping("/desk/sign-out")
  ResponseEntity<byte[]> signOut(HttpServletRequest request) {
    sessions.end(request);
    return DeskPages.see("/desk/sign-in");
  }

  @Needs({})
  @PostMapping("/desk/language")
  ResponseEntity<byte[]> language(
      Officer officer, @RequestParam String language, @RequestParam String to) {
    Language.of(language)
        .filter(l -> l != Language.RU)
        .ifPresent(l -> accounts.speak(officer.member().id(), l));
    return DeskPages.see(safe(to));
  }

  static ResponseEntity<String> json(HttpStatus status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }

  /// The desk speaks Ukrainian and English.
  static Language language(HttpServletRequest request) {
    Language wish = ReaderLanguage.of("/desk", request.getHeader("Accept-Language"));
    return wish == Language.RU ? Language.UK : wish;
  }

  /// An address of the desk, or its first page: nobody is sent elsewhere.
  static String safe(String to) {
    return to.matches("/desk(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&._%+-]*)?") ? to : "/desk";
  }
}
