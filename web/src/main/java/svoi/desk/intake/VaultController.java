package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.Unlocked;
import svoi.intake.Vaults;
import svoi.staff.Right;

/// What names a source: put apart by one, opened by two.
@Controller
final class VaultController {
  private final DeskPages pages;
  private final CaseController cases;
  private final IntakeDesk desk;

  VaultController(DeskPages pages, CaseController cases, IntakeDesk desk) {
    this.pages = pages;
    this.cases = cases;
    this.desk = desk;
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/vault")
  ResponseEntity<byte[]> put(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    String names = typed.needed("names");
    return typed.ok()
        ? cases.act(
            request, officer, id, typed, "intake.vault-put", m -> vaults().put(m, id, names))
        : cases.refused(request, officer, id, typed);
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/cases/{id}/vault/ask")
  ResponseEntity<byte[]> ask(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    String why = typed.needed("why");
    return typed.ok()
        ? cases.act(
            request, officer, id, typed, "intake.vault-asked", m -> vaults().ask(m, id, why))
        : cases.refused(request, officer, id, typed);
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/cases/{id}/vault/agree")
  ResponseEntity<byte[]> agree(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    return cases.act(
        request, officer, id, typed, "intake.vault-agreed", m -> vaults().agree(m, id));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @GetMapping("/desk/intake/cases/{id}/vault")
  ResponseEntity<byte[]> read(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Unlocked member = desk.unlocked(request, officer);
    Vaults.Contents contents = vaults().read(member, id);
    return pages.show(
        request,
        officer,
        "desk/intake/vaultopen",
        "desk.intake.vault.title",
        frame -> new VaultView(frame, id, contents));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/vault/close")
  ResponseEntity<byte[]> close(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    return cases.act(
        request, officer, id, typed, "intake.vault-closed", m -> vaults().close(m, id));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/cases/{id}/vault/erase")
  ResponseEntity<byte[]> erase(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    return typed.ticked("sure-vault")
        ? cases.act(request, officer, id, typed, "intake.vault-erased", m -> vaults().erase(m, id))
        : cases.refused(
            request, officer, id, typed.wrong("sure-vault", "desk.intake.wrong.not-sure"));
  }

  private Vaults vaults() {
    return desk.beside().vaults();
  }
}
