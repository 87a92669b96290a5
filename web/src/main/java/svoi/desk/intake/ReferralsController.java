package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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
import svoi.intake.Referral;
import svoi.intake.Unlocked;
import svoi.platform.Language;
import svoi.staff.Right;

/// Passing on of words that an officer wrote for it, after the source agreed.
@Controller
final class ReferralsController {
  private final DeskPages pages;
  private final CaseController cases;
  private final IntakeDesk desk;

  ReferralsController(DeskPages pages, CaseController cases, IntakeDesk desk) {
    this.pages = pages;
    this.cases = cases;
    this.desk = desk;
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/cases/{id}/referrals")
  ResponseEntity<byte[]> refer(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    Unlocked member = desk.unlocked(request, officer, typed);
    Language language = desk.inbox().read(member, id).about().about().language();
    Optional<String> to = addressee(typed, language);
    if (to.isEmpty()) {
      typed.wrong("addressee", "desk.intake.wrong.addressee");
    }
    String text = typed.needed("passes");
    int agreedIn = typed.whole("agreed-in").orElse(0);
    return !typed.ok() || to.isEmpty()
        ? cases.refused(request, officer, id, typed)
        : cases.act(
            request,
            officer,
            id,
            typed,
            "intake.referred",
            m -> desk.beside().referrals().refer(m, id, to.get(), text, agreedIn));
  }

  /// A page with the words that leave and nothing else.
  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/cases/{id}/referrals/{number}")
  ResponseEntity<byte[]> print(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable int number) {
    Unlocked member = desk.unlocked(request, officer);
    Referral referral = desk.beside().referrals().print(member, id, number);
    return pages.show(
        request,
        officer,
        "desk/intake/referral",
        "desk.intake.referral.paper",
        frame -> new ReferralView(frame, id, referral));
  }

  /// What was typed goes before what was chosen.
  private static Optional<String> addressee(Typed typed, Language language) {
    String other = typed.text("addressee-other").strip();
    return other.isEmpty()
        ? CaseParts.addressees(language).stream()
            .filter(a -> a.code().equals(typed.text("addressee")))
            .map(CaseView.Addressee::name)
            .findFirst()
        : Optional.of(other);
  }
}
