package svoi.desk.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
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
import svoi.desk.Refusals;
import svoi.desk.Sent;
import svoi.desk.Typed;
import svoi.exchange.OfferedId;
import svoi.exchange.offers.Fears;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.Paper;
import svoi.staff.Right;

/// The question about a fear of return and counsel's note: read and written by who asks it, and by
/// nobody else (R28).
@Controller
final class FearController {
  private final DeskPages pages;
  private final Fears fears;
  private final AuditSink audit;

  FearController(DeskPages pages, Fears fears, AuditSink audit) {
    this.pages = pages;
    this.fears = fears;
    this.audit = audit;
  }

  @Needs(Right.ASK_ABOUT_FEAR)
  @GetMapping("/desk/offers/fear")
  ResponseEntity<byte[]> queue(HttpServletRequest request, Officer officer) {
    List<Fears.Asked> queue = fears.queue(officer.member());
    audit.append(
        officer.member().actor(),
        "exchange.fears-read",
        queue.stream().map(asked -> asked.id().value()).toList(),
        "");
    return pages.show(
        request,
        officer,
        "desk/offers/fears",
        "desk.offers.fears.title",
        frame -> new FearQueueView(frame, queue));
  }

  @Needs(Right.ASK_ABOUT_FEAR)
  @GetMapping("/desk/offers/{id}/fear")
  ResponseEntity<byte[]> page(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, id, Typed.empty());
  }

  @Needs(Right.ASK_ABOUT_FEAR)
  @PostMapping("/desk/offers/{id}/fear")
  ResponseEntity<byte[]> ask(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Fears.Asked asked = known(id, officer);
    Typed typed = Typed.of(request);
    String answer = typed.needed("answer");
    if (!typed.ok()) {
      return show(request, officer, 422, id, typed);
    }
    Noted noted =
        fears.ask(
            asked.id(),
            answer,
            typed.ticked("alone"),
            typed.text("language").isEmpty() ? "uk" : typed.text("language"),
            officer.member());
    return answer(request, officer, id, typed, noted);
  }

  @Needs(Right.ASK_ABOUT_FEAR)
  @PostMapping("/desk/offers/{id}/fear/{interview}")
  ResponseEntity<byte[]> note(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID interview)
      throws IOException {
    Fears.Asked asked = known(id, officer);
    return Sent.take(
        request, Sent.SCAN_BYTES, sent -> noted(request, officer, asked, interview, sent));
  }

  private ResponseEntity<byte[]> noted(
      HttpServletRequest request, Officer officer, Fears.Asked asked, UUID interview, Sent sent) {
    UUID id = asked.id().value();
    Typed typed = sent.typed();
    if (sent.tooLarge()) {
      typed.wrong("paper", "desk.consents.wrong.too-large");
    }
    String result = typed.needed("note");
    String licence = typed.needed("licence");
    if (!typed.ok()) {
      return show(request, officer, 422, id, typed);
    }
    Noted noted = fears.note(asked.id(), interview, result, licence, sent.file(), officer.member());
    return answer(request, officer, id, typed, noted);
  }

  @Needs(value = Right.ASK_ABOUT_FEAR, stepUp = true)
  @GetMapping("/desk/offers/{id}/fear/{interview}/file")
  ResponseEntity<?> file(Officer officer, @PathVariable UUID id, @PathVariable UUID interview) {
    Paper paper =
        fears.open(new OfferedId(id), interview, officer.member()).orElseThrow(NotReached::new);
    return PaperAnswer.of(paper.content(), paper.mediaType(), "note." + paper.ending());
  }

  private Fears.Asked known(UUID id, Officer officer) {
    return fears.find(new OfferedId(id), officer.member()).orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, UUID id, Typed typed, Noted noted) {
    return switch (noted) {
      case Noted.Done _ -> DeskPages.see("/desk/offers/" + id + "/fear", "offers.noted");
      case Noted.Refused refused -> {
        Refusals.show(typed, officer.messages(), refused.findings());
        yield show(request, officer, 422, id, typed);
      }
      case Noted.Stale() ->
          show(request, officer, 412, id, typed.wrong("", "desk.offers.wrong.stale"));
    };
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, UUID id, Typed typed) {
    Fears.Asked asked = known(id, officer);
    List<Fears.Interview> interviews = fears.interviews(asked.id(), officer.member());
    return pages.show(
        request,
        officer,
        status,
        "desk/offers/fear",
        "desk.offers.fear.title",
        frame -> new FearView(frame, asked, interviews, typed));
  }
}
