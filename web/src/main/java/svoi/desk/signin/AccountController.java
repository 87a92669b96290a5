package svoi.desk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
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
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.staff.Accounts;
import svoi.staff.Passkey;
import svoi.staff.Passkeys;
import svoi.staff.Right;
import svoi.staff.StaffId;

/// A member's own account: passkeys, recovery codes, sessions, what the roles allow.
@Controller
final class AccountController {
  private final DeskPages pages;
  private final DeskSession sessions;
  private final PasskeyCeremonies ceremonies;
  private final Passkeys passkeys;
  private final Accounts accounts;
  private final AuditSink audit;

  AccountController(
      DeskPages pages,
      DeskSession sessions,
      PasskeyCeremonies ceremonies,
      Passkeys passkeys,
      Accounts accounts,
      AuditSink audit) {
    this.pages = pages;
    this.sessions = sessions;
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Needs({})
  @GetMapping("/desk/account")
  ResponseEntity<byte[]> account(
      HttpServletRequest request,
      Officer officer,
      @RequestParam(defaultValue = "no") String welcome) {
    return page(request, officer, List.of(), welcome.equals("yes"));
  }

  @Needs(
      value = {},
      stepUp = true)
  @PostMapping("/desk/account/codes")
  ResponseEntity<byte[]> renewCodes(HttpServletRequest request, Officer officer) {
    return page(request, officer, accounts.renewRecoveryCodes(officer.member().id()), false);
  }

  @Needs(
      value = {},
      stepUp = true)
  @PostMapping("/desk/account/passkeys/options")
  ResponseEntity<String> options(HttpServletRequest request, Officer officer) {
    return SignInController.json(
        HttpStatus.OK, ceremonies.offerToMake(request, officer.member().id()));
  }

  @Needs(
      value = {},
      stepUp = true)
  @PostMapping("/desk/account/passkeys")
  ResponseEntity<String> add(
      HttpServletRequest request,
      Officer officer,
      @RequestBody String credential,
      @RequestParam(defaultValue = "") String label) {
    if (!ceremonies.make(request, credential, EnrolController.labelled(label))) {
      return SignInController.json(HttpStatus.FORBIDDEN, "{\"code\":\"enrolment.refused\"}");
    }
    StaffId id = officer.member().id();
    audit.append(officer.member().actor(), "staff.add-passkey", Set.of(id.value()), "");
    return SignInController.json(
        HttpStatus.OK, "{\"to\":\"/desk/account?done=" + "shell.passkey-added" + "\"}");
  }

  @Needs(
      value = {},
      stepUp = true)
  @PostMapping("/desk/account/passkeys/remove")
  ResponseEntity<byte[]> remove(Officer officer, @RequestParam String id) {
    byte[] credential = Base64.getUrlDecoder().decode(id);
    boolean removed = passkeys.remove(officer.member().id(), credential);
    if (removed) {
      audit.append(
          officer.member().actor(),
          "staff.remove-passkey",
          Set.of(officer.member().id().value()),
          "");
    }
    return DeskPages.see("/desk/account", removed ? "shell.passkey-removed" : "shell.passkey-kept");
  }

  @Needs({})
  @PostMapping("/desk/account/sessions/end")
  ResponseEntity<byte[]> endSessions(Officer officer) {
    sessions.endAll(officer.member().id());
    audit.append(
        officer.member().actor(),
        "staff.end-sessions",
        Set.of(officer.member().id().value()),
        "own");
    return DeskPages.see("/desk/sign-in");
  }

  private ResponseEntity<byte[]> page(
      HttpServletRequest request, Officer officer, List<String> newCodes, boolean welcome) {
    StaffId id = officer.member().id();
    List<AccountView.Key> keys = passkeys.of(id).stream().map(AccountController::key).toList();
    List<Right> rights = java.util.Arrays.stream(Right.values()).filter(officer::may).toList();
    return pages.show(
        request,
        officer,
        "desk/signin/account",
        "desk.shell.account.title",
        frame ->
            new AccountView(
                frame,
                officer,
                keys,
                accounts.recoveryCodes(id),
                newCodes,
                sessions.of(id, request),
                rights,
                welcome));
  }

  private static AccountView.Key key(Passkey passkey) {
    return new AccountView.Key(
        Base64.getUrlEncoder().withoutPadding().encodeToString(passkey.credentialId()),
        passkey.label(),
        passkey.createdAt(),
        passkey.lastUsedAt());
  }
}
