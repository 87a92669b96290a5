package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.StaffKeys;
import svoi.staff.Passkey;
import svoi.staff.Passkeys;
import svoi.staff.Right;

/// Unlocking with a passphrase, locking, and the member's own key. A passphrase never comes back
/// into a page.
@Controller
final class UnlockController {
  private static final String PASSPHRASE = "secret-passphrase";
  private static final String AGAIN = "secret-again";
  private static final String OLD = "secret-old";

  private final DeskPages pages;
  private final IntakeDesk desk;
  private final Passkeys passkeys;

  UnlockController(DeskPages pages, IntakeDesk desk, Passkeys passkeys) {
    this.pages = pages;
    this.desk = desk;
    this.passkeys = passkeys;
  }

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/unlock")
  ResponseEntity<byte[]> page(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, Typed.empty());
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/unlock")
  ResponseEntity<byte[]> unlock(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    char[] passphrase = typed.needed(PASSPHRASE).toCharArray();
    if (!typed.ok() || !desk.does(officer, typed, () -> keep(request, officer, passphrase))) {
      return show(request, officer, 422, typed);
    }
    return DeskPages.see("/desk/intake", "intake.unlocked");
  }

  private void keep(HttpServletRequest request, Officer officer, char[] passphrase) {
    desk.keyring().put(request, desk.staffKeys().unlock(IntakeDesk.idOf(officer), passphrase));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/lock")
  ResponseEntity<byte[]> lock(HttpServletRequest request, Officer officer) {
    desk.keyring().lock(request);
    return DeskPages.see("/desk/intake/unlock", "intake.locked");
  }

  /// Sets the first passphrase.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/key")
  ResponseEntity<byte[]> enrol(HttpServletRequest request, Officer officer) {
    UUID id = IntakeDesk.idOf(officer);
    return set(request, officer, passphrase -> desk.staffKeys().enrol(id, passphrase));
  }

  /// A new key for one who lost the passphrase: it opens nothing until colleagues give it.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/key/new")
  ResponseEntity<byte[]> renew(HttpServletRequest request, Officer officer) {
    UUID id = IntakeDesk.idOf(officer);
    if (!Typed.of(request).ticked("sure")) {
      return show(
          request, officer, 422, Typed.of(request).wrong("sure", "desk.intake.wrong.not-sure"));
    }
    return set(
        request,
        officer,
        passphrase -> {
          desk.staffKeys().renew(id, passphrase);
          desk.keyring().lock(request);
        });
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/key/passphrase")
  ResponseEntity<byte[]> change(HttpServletRequest request, Officer officer) {
    UUID id = IntakeDesk.idOf(officer);
    char[] old = Typed.of(request).text(OLD).toCharArray();
    return set(request, officer, passphrase -> desk.staffKeys().change(id, old, passphrase));
  }

  private interface Setting {
    void to(char[] passphrase);
  }

  private ResponseEntity<byte[]> set(HttpServletRequest request, Officer officer, Setting setting) {
    Typed typed = Typed.of(request);
    String passphrase = typed.needed(PASSPHRASE);
    if (typed.ok() && !passphrase.equals(typed.text(AGAIN))) {
      typed.wrong(AGAIN, "desk.intake.wrong.not-the-same");
    }
    if (!typed.ok() || !desk.does(officer, typed, () -> setting.to(passphrase.toCharArray()))) {
      return show(request, officer, 422, typed);
    }
    return DeskPages.see("/desk/intake/unlock", "intake.key-set");
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    UUID id = IntakeDesk.idOf(officer);
    Optional<String> fingerprint = desk.staffKeys().fingerprint(id);
    boolean open = desk.keyring().of(request, id).isPresent();
    List<byte[]> wraps = desk.staffKeys().passkeys(id);
    List<Passkey> all = passkeys.of(officer.member().id());
    int unlocking = (int) all.stream().filter(key -> isAmong(wraps, key)).count();
    return pages.show(
        request,
        officer,
        status,
        "desk/intake/unlock",
        "desk.intake.unlock.title",
        frame ->
            new UnlockView(
                frame,
                fingerprint,
                open,
                unlocking,
                all.size(),
                StaffKeys.SHORTEST_PASSPHRASE,
                typed));
  }

  private static boolean isAmong(List<byte[]> credentials, Passkey key) {
    return credentials.stream().anyMatch(c -> Arrays.equals(c, key.credentialId()));
  }
}
