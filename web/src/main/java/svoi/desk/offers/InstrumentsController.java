package svoi.desk.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.audit.AuditSink;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.PaperAnswer;
import svoi.desk.Sent;
import svoi.desk.Typed;
import svoi.exchange.InstrumentState;
import svoi.exchange.OfferedId;
import svoi.exchange.offers.Instruments;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.Paper;
import svoi.staff.Right;

/// Legal instruments: asking for one, its steps with court, number, day and file.
@Controller
final class InstrumentsController {
  private final DeskPages pages;
  private final OfferController offer;
  private final Instruments instruments;
  private final AuditSink audit;
  private final Clock clock;

  InstrumentsController(
      DeskPages pages,
      OfferController offer,
      Instruments instruments,
      AuditSink audit,
      Clock clock) {
    this.pages = pages;
    this.offer = offer;
    this.instruments = instruments;
    this.audit = audit;
    this.clock = clock;
  }

  @Needs(Right.READ_OFFERS)
  @GetMapping("/desk/offers/instruments")
  ResponseEntity<byte[]> waiting(HttpServletRequest request, Officer officer) {
    List<Instruments.Waiting> waiting = instruments.waiting(officer.member());
    audit.append(
        officer.member().actor(),
        "exchange.instruments-read",
        waiting.stream().map(one -> one.offered().value()).distinct().toList(),
        "");
    return pages.show(
        request,
        officer,
        "desk/offers/instruments",
        "desk.offers.instruments.title",
        frame -> new InstrumentsView(frame, waiting, LocalDate.now(clock)));
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/{id}/instruments")
  ResponseEntity<byte[]> request(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    OfferedId offered = offer.known(id, officer);
    String kind = typed.needed("kind");
    if (!typed.ok()) {
      return offer.show(request, officer, 422, id, typed, "instrument");
    }
    Noted noted = instruments.request(offered, kind, officer.member());
    return offer.answer(request, officer, id, typed, "instrument", noted);
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/{id}/instruments/{instrument}")
  ResponseEntity<byte[]> step(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID instrument)
      throws IOException {
    OfferedId offered = offer.known(id, officer);
    return Sent.take(
        request, Sent.SCAN_BYTES, sent -> stepped(request, officer, offered, instrument, sent));
  }

  private ResponseEntity<byte[]> stepped(
      HttpServletRequest request, Officer officer, OfferedId offered, UUID instrument, Sent sent) {
    UUID id = offered.value();
    Typed typed = sent.typed();
    if (sent.tooLarge()) {
      typed.wrong("step-paper", "desk.consents.wrong.too-large");
    }
    Optional<InstrumentState> seen = InstrumentState.of(typed.text("seen"));
    Optional<InstrumentState> next = InstrumentState.of(typed.text("state"));
    Optional<LocalDate> decided = typed.date("decided");
    Optional<LocalDate> inForce = typed.date("inForce");
    if (next.equals(Optional.of(InstrumentState.GRANTED))) {
      List.of("body", "ruling", "decided").forEach(typed::needed);
      if (sent.file() == null) {
        typed.wrong("step-paper", "desk.shell.wrong.missing");
      }
    } else if (next.equals(Optional.of(InstrumentState.IN_FORCE))) {
      typed.needed("inForce");
    }
    if (!typed.ok() || seen.isEmpty() || next.isEmpty()) {
      return offer.show(request, officer, 422, id, typed, "step");
    }
    Instruments.Entry entry =
        new Instruments.Entry(
            next.get(),
            typed.orNull("body"),
            typed.orNull("ruling"),
            decided.orElse(null),
            inForce.orElse(null));
    Noted noted =
        instruments.step(offered, instrument, seen.get(), entry, sent.file(), officer.member());
    return offer.answer(request, officer, id, typed, "step", noted);
  }

  @Needs(value = Right.READ_OFFERS, stepUp = true)
  @GetMapping("/desk/offers/{id}/instruments/{instrument}/file")
  ResponseEntity<?> file(Officer officer, @PathVariable UUID id, @PathVariable UUID instrument) {
    Paper paper =
        instruments
            .open(new OfferedId(id), instrument, officer.member())
            .orElseThrow(NotReached::new);
    return PaperAnswer.of(paper.content(), paper.mediaType(), "ruling." + paper.ending());
  }
}
