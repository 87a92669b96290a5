package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.FamiliesToTell;
import svoi.exchange.needs.NameGate;
import svoi.staff.Right;

/// Relatives first: who is to be told, and whether the name of one who came home may be shown.
@Controller
final class RelativesFirstController {
  static final int MOST_FAMILIES = 50;

  private final DeskPages pages;
  private final NeedDesk desk;
  private final FamiliesToTell families;
  private final NameGate gate;

  RelativesFirstController(DeskPages pages, NeedDesk desk, FamiliesToTell families, NameGate gate) {
    this.pages = pages;
    this.desk = desk;
    this.families = families;
    this.gate = gate;
  }

  @Needs(Right.CONTACT_FAMILIES)
  @GetMapping("/desk/families")
  ResponseEntity<byte[]> families(HttpServletRequest request, Officer officer) {
    List<FamiliesToTell.Family> waiting = families.all(officer.member(), MOST_FAMILIES);
    desk.shown(
        officer, "desk.families", waiting.stream().map(family -> family.person().value()).toList());
    return pages.show(
        request,
        officer,
        "desk/needs/families",
        "desk.needs.families.title",
        frame -> new FamiliesView(frame, waiting));
  }

  @Needs(Right.CONTACT_FAMILIES)
  @PostMapping("/desk/needs/{id}/name")
  ResponseEntity<byte[]> word(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.file(officer, id);
    String word = Typed.of(request).text("word");
    if (gate.of(file).isEmpty() || !word.matches("yes|no")) {
      throw new NotReached();
    }
    gate.note(file, word.equals("yes"), officer.member());
    return DeskPages.see(NeedDesk.path(file.id().value()), "needs.word-noted");
  }

  /// Scenario 40: 409 with the reasons until relatives know, 48 hours passed and the person agreed.
  @Needs({Right.READ_NEEDS, Right.READ_RETURN_TRACK})
  @GetMapping("/desk/needs/{id}/name")
  ResponseEntity<byte[]> name(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.file(officer, id);
    NameGate.Gate stands = gate.of(file).orElseThrow(NotReached::new);
    desk.shown(officer, "desk.need-name", List.of(file.id().value()));
    return pages.show(
        request,
        officer,
        stands.obstacles().isEmpty() ? 200 : 409,
        "desk/needs/name",
        "desk.needs.name.title",
        frame -> new NameView(frame, file, stands));
  }
}
