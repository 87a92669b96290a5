package svoi.desk.detention;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.BreakGlass;
import svoi.consent.Cards;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.staff.Right;

/// Openings without need to know, as the monitor reads them.
@Controller
final class OpeningsController {
  private final DeskPages pages;
  private final BreakGlass glass;
  private final Cards cards;
  private final Openers openers;

  OpeningsController(DeskPages pages, BreakGlass glass, Cards cards, Openers openers) {
    this.pages = pages;
    this.glass = glass;
    this.cards = cards;
    this.openers = openers;
  }

  static String path(UUID opening) {
    return "/desk/openings/" + opening;
  }

  @Needs(Right.READ_AUDIT)
  @GetMapping("/desk/openings/{id}")
  ResponseEntity<byte[]> opening(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    BreakGlass.Opening opening = found(officer, id);
    Optional<String> name = cards.of(opening.person()).map(Cards.Card::name);
    return pages.show(
        request,
        officer,
        "desk/detention/opening",
        "desk.detention.opening.title",
        frame -> new OpeningView(frame, opening, openers.name(opening.openedBy()), name));
  }

  @Needs(Right.READ_AUDIT)
  @PostMapping("/desk/openings/{id}/seen")
  ResponseEntity<byte[]> seen(Officer officer, @PathVariable UUID id) {
    glass.seen(found(officer, id), officer.member());
    return DeskPages.see(path(id), "detention.seen");
  }

  private BreakGlass.Opening found(Officer officer, UUID id) {
    return glass.find(id, officer.member()).orElseThrow(NotReached::new);
  }
}
