package svoi.desk.detention;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.BreakGlass;
import svoi.cases.Detention;
import svoi.cases.Detentions;
import svoi.cases.Finding;
import svoi.cases.NeedToKnow;
import svoi.consent.Cards;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.staff.Right;

/// The place of detention of one person: opened by who needs to know it, by others once and with a
/// written reason.
@Controller
final class DetentionController {
  private static final String RULE = "desk.detention.rule.";

  private final DeskPages pages;
  private final Whereabouts whereabouts;
  private final Detentions detentions;
  private final BreakGlass glass;

  DetentionController(
      DeskPages pages, Whereabouts whereabouts, Detentions detentions, BreakGlass glass) {
    this.pages = pages;
    this.whereabouts = whereabouts;
    this.detentions = detentions;
    this.glass = glass;
  }

  static String path(UUID person) {
    return "/desk/persons/" + person + "/detention";
  }

  @Needs(
      value = {Right.READ_DETENTION, Right.BREAK_GLASS},
      stepUp = true)
  @GetMapping("/desk/persons/{id}/detention")
  ResponseEntity<byte[]> read(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = whereabouts.reached(officer, id);
    Optional<NeedToKnow> need = whereabouts.need(officer, card.person());
    if (need.isEmpty()) {
      detentions.refuse(card.person(), officer.member());
      return askReason(request, officer, 403, card, Typed.empty());
    }
    List<Detention> places = detentions.read(card.person(), need.get(), officer.member());
    return show(request, officer, card, places, false);
  }

  @Needs(value = Right.BREAK_GLASS, stepUp = true)
  @PostMapping("/desk/persons/{id}/detention/open")
  ResponseEntity<byte[]> open(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = whereabouts.reached(officer, id);
    if (whereabouts.need(officer, card.person()).isPresent()) {
      return DeskPages.see(path(id));
    }
    Typed typed = Typed.of(request);
    return switch (glass.open(
        card.person(), opening(typed), typed.text("reason"), officer.member())) {
      case BreakGlass.Outcome.Opened opened -> show(request, officer, card, opened.places(), true);
      case BreakGlass.Outcome.Refused refused -> {
        note(typed, refused.finding());
        yield askReason(request, officer, 422, card, typed);
      }
    };
  }

  /// A form without an id, or with a wrong one, opens under a new one.
  private static UUID opening(Typed typed) {
    return typed.id("opening").orElseGet(UUID::randomUUID);
  }

  @Needs(Right.RECORD_DETENTION)
  @GetMapping("/desk/persons/{id}/detention/new")
  ResponseEntity<byte[]> form(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return form(request, officer, 200, whereabouts.recordable(officer, id), Typed.empty());
  }

  @Needs(Right.RECORD_DETENTION)
  @PostMapping("/desk/persons/{id}/detention")
  ResponseEntity<byte[]> record(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = whereabouts.recordable(officer, id);
    Typed typed = Typed.of(request);
    String chosen = typed.needed("institution");
    typed.needed("since");
    var since = typed.date("since");
    if (typed.ok() && since.isPresent()) {
      UUID institution =
          whereabouts.offered(officer).stream()
              .map(i -> i.id())
              .filter(i -> i.toString().equals(chosen))
              .findFirst()
              .orElse(new UUID(0, 0));
      detentions
          .record(card.person(), institution, since.get(), officer.member())
          .ifPresent(finding -> note(typed, finding));
    }
    return typed.ok()
        ? DeskPages.see(path(id) + "/new", "detention.recorded")
        : form(request, officer, 422, card, typed);
  }

  private static void note(Typed typed, Finding finding) {
    typed.wrong(finding.field(), finding.code(), RULE + finding.code(), new Object[0]);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      Cards.Card card,
      List<Detention> places,
      boolean once) {
    List<PlaceView.Place> named = whereabouts.named(officer, places);
    UUID person = card.person().value();
    boolean may = mayRecord(officer, card);
    return pages.show(
        request,
        officer,
        "desk/detention/place",
        "desk.detention.title",
        frame -> new PlaceView(frame, person, card.name(), named, once, may));
  }

  private ResponseEntity<byte[]> askReason(
      HttpServletRequest request, Officer officer, int status, Cards.Card card, Typed typed) {
    UUID person = card.person().value();
    boolean may = mayRecord(officer, card);
    return pages.show(
        request,
        officer,
        status,
        "desk/detention/reason",
        "desk.detention.title",
        frame -> new ReasonView(frame, person, card.name(), UUID.randomUUID(), typed, may));
  }

  private ResponseEntity<byte[]> form(
      HttpServletRequest request, Officer officer, int status, Cards.Card card, Typed typed) {
    UUID person = card.person().value();
    return pages.show(
        request,
        officer,
        status,
        "desk/detention/record",
        "desk.detention.record.title",
        frame -> new RecordView(frame, person, card.name(), whereabouts.offered(officer), typed));
  }

  private boolean mayRecord(Officer officer, Cards.Card card) {
    return officer.may(Right.RECORD_DETENTION) && whereabouts.isRecordable(officer, card.person());
  }
}
