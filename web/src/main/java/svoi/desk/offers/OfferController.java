package svoi.desk.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.PersonId;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Sent;
import svoi.desk.Typed;
import svoi.exchange.OfferedId;
import svoi.exchange.offers.Examinations;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.OfferFile;
import svoi.exchange.offers.Offers;
import svoi.register.Access;
import svoi.register.Reach;
import svoi.staff.Right;

/// The page of one who may be offered: what stands between, and entering what is missing.
@Controller
final class OfferController {
  private final DeskPages pages;
  private final Offers offers;
  private final Examinations examinations;
  private final Reach reach;
  private final Clock clock;

  OfferController(
      DeskPages pages, Offers offers, Examinations examinations, Reach reach, Clock clock) {
    this.pages = pages;
    this.reach = reach;
    this.offers = offers;
    this.examinations = examinations;
    this.clock = clock;
  }

  static String path(OfferedId id) {
    return "/desk/offers/" + id.value();
  }

  @Needs(Right.READ_OFFERS)
  @GetMapping("/desk/offers/{id}")
  ResponseEntity<byte[]> page(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, id, Typed.empty(), "");
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/{id}/identity")
  ResponseEntity<byte[]> identify(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    Noted noted =
        examinations.identify(
            known(id, officer),
            Examinations.DOCUMENTS.stream().filter(d -> typed.chosen("documents", d)).toList(),
            typed.text("main"),
            typed.text("number"),
            officer.member());
    return answer(request, officer, id, typed, "identity", noted);
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/{id}/fitness")
  ResponseEntity<byte[]> examine(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    OfferedId offered = known(id, officer);
    return Sent.take(request, Sent.SCAN_BYTES, sent -> examined(request, officer, offered, sent));
  }

  private ResponseEntity<byte[]> examined(
      HttpServletRequest request, Officer officer, OfferedId offered, Sent sent) {
    UUID id = offered.value();
    Typed typed = sent.typed();
    if (sent.tooLarge()) {
      typed.wrong("fitness-paper", "desk.consents.wrong.too-large");
    }
    typed.needed("result");
    typed.needed("doctor");
    typed.needed("examined");
    Optional<LocalDate> on = typed.date("examined");
    Optional<LocalDate> until = typed.date("valid");
    if (!typed.ok() || on.isEmpty()) {
      return show(request, officer, 422, id, typed, "fitness");
    }
    Examinations.Fitness fitness =
        new Examinations.Fitness(
            typed.text("result"),
            on.get(),
            until.orElse(on.get().plusDays(30)),
            typed.text("doctor"));
    Noted noted = examinations.examine(offered, fitness, sent.file(), officer.member());
    return answer(request, officer, id, typed, "fitness", noted);
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/{id}/wish")
  ResponseEntity<byte[]> ask(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    OfferedId offered = known(id, officer);
    String says = typed.needed("says");
    if (!typed.ok()) {
      return show(request, officer, 422, id, typed, "wish");
    }
    Noted noted =
        examinations.ask(
            offered,
            says.equals("yes"),
            typed.ticked("alone"),
            typed.text("language").isEmpty() ? "ru" : typed.text("language"),
            officer.member());
    return answer(request, officer, id, typed, "wish", noted);
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/{id}/bars")
  ResponseEntity<byte[]> bar(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    OfferedId offered = known(id, officer);
    String ground = typed.needed("ground");
    if (!typed.ok()) {
      return show(request, officer, 422, id, typed, "bar");
    }
    Noted noted = examinations.bar(offered, ground, officer.member());
    return answer(request, officer, id, typed, "bar", noted);
  }

  @Needs(value = Right.EDIT_OFFERS, stepUp = true)
  @PostMapping("/desk/offers/{id}/bars/{bar}/lift")
  ResponseEntity<byte[]> lift(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable UUID bar) {
    Noted noted = examinations.lift(known(id, officer), bar, officer.member());
    return answer(request, officer, id, Typed.of(request), "lifted", noted);
  }

  /// @throws NotReached if there is no such person
  OfferedId known(UUID id, Officer officer) {
    return offers
        .find(new OfferedId(id), LocalDate.now(clock), officer.member())
        .map(OfferFile::id)
        .orElseThrow(NotReached::new);
  }

  /// Back to the page, or to the form with what the rule says.
  ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, UUID id, Typed typed, String form, Noted noted) {
    return switch (noted) {
      case Noted.Done _ -> DeskPages.see("/desk/offers/" + id, "offers.noted");
      case Noted.Refused refused -> {
        Refusals.show(
            typed,
            officer.messages(),
            refused.findings(),
            field -> field.equals("paper") ? form + "-paper" : field);
        yield show(request, officer, 422, id, typed, form);
      }
      case Noted.Stale() ->
          show(request, officer, 412, id, typed.wrong("", "desk.offers.wrong.stale"), form);
    };
  }

  ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      UUID id,
      Typed typed,
      String opened) {
    LocalDate day = Typed.of(request).date("day").orElseGet(() -> LocalDate.now(clock));
    OfferFile file =
        offers.find(new OfferedId(id), day, officer.member()).orElseThrow(NotReached::new);
    UUID person = file.person();
    boolean reached =
        person != null && reach.of(officer.member(), new PersonId(person)).reaches(Access.FILE);
    return pages.show(
        request,
        officer,
        status,
        "desk/offers/person",
        "desk.offers.person.title",
        frame ->
            new OfferView(frame, officer, file, reached, day, LocalDate.now(clock), typed, opened));
  }
}
