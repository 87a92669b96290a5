package svoi.desk.consents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.consent.Cards;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// Cards for counsel and prison liaisons. A name is sent in the body: addresses are remembered.
@Controller
final class CardsController {
  private final DeskPages pages;
  private final Dossiers dossiers;

  CardsController(DeskPages pages, Dossiers dossiers) {
    this.pages = pages;
    this.dossiers = dossiers;
  }

  @Needs(Right.READ_CARDS)
  @GetMapping("/desk/cards")
  ResponseEntity<byte[]> cards(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, Typed.empty());
  }

  @Needs(Right.READ_CARDS)
  @PostMapping("/desk/cards")
  ResponseEntity<byte[]> find(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    String name = typed.needed("name");
    typed.needed("born");
    Optional<LocalDate> born = typed.date("born");
    if (!typed.ok() || born.isEmpty()) {
      return show(request, officer, 422, typed);
    }
    Optional<Cards.Card> found = dossiers.find(officer, name, born.get());
    if (found.isEmpty()) {
      typed.wrong("name", "desk.consents.cards.none");
      return show(request, officer, 422, typed);
    }
    return DeskPages.see(ConsentsController.path(found.get().person().value()));
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    boolean counsel = officer.member().is(StaffRole.COUNSEL);
    List<Cards.Card> clients = counsel ? dossiers.clients(officer) : List.of();
    return pages.show(
        request,
        officer,
        status,
        "desk/consents/cards",
        "desk.consents.cards.title",
        frame -> new CardsView(frame, clients, counsel, typed));
  }
}
