package svoi.desk.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Sent;
import svoi.desk.Typed;
import svoi.exchange.answers.Requests;
import svoi.exchange.answers.Taken;
import svoi.staff.Right;

/// Letters and lists with which the other side asks for persons, and taking another in.
@Controller
final class RequestsController {
  private final DeskPages pages;
  private final Requests requests;
  private final Clock clock;

  RequestsController(DeskPages pages, Requests requests, Clock clock) {
    this.pages = pages;
    this.requests = requests;
    this.clock = clock;
  }

  @Needs(Right.READ_OFFERS)
  @GetMapping("/desk/requests")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    String asked = Typed.of(request).text("state");
    String state = RequestsView.STATES.contains(asked) ? asked : "";
    List<Requests.Line> lines = requests.list(state, officer.member());
    return pages.show(
        request,
        officer,
        "desk/answers/requests",
        "desk.answers.requests.title",
        frame -> new RequestsView(frame, officer, state, lines));
  }

  @Needs(Right.RECORD_ANSWERS)
  @GetMapping("/desk/requests/new")
  ResponseEntity<byte[]> blank(HttpServletRequest request, Officer officer) {
    return form(request, officer, 200, fresh(), Unread.NOTHING);
  }

  private Typed fresh() {
    return Typed.filled(
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "kind",
            "letter",
            "channel",
            "direct",
            "received",
            Typed.day(LocalDate.now(clock))));
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/requests")
  ResponseEntity<byte[]> take(HttpServletRequest request, Officer officer) throws IOException {
    return Sent.take(request, Sent.SCAN_BYTES, sent -> taken(request, officer, sent));
  }

  private ResponseEntity<byte[]> taken(HttpServletRequest request, Officer officer, Sent sent) {
    if (sent.tooLarge()) {
      Unread large = new Unread("file-too-large", "", List.of());
      return form(request, officer, 422, fresh(), large);
    }
    Typed typed = sent.typed();
    Optional<UUID> id = typed.id("id");
    typed.needed("received");
    Optional<LocalDate> received = typed.date("received");
    if (!RequestFormView.KINDS.contains(typed.text("kind"))) {
      typed.wrong("kind", "desk.shell.wrong.missing");
    }
    if (!Requests.CHANNELS.contains(typed.text("channel"))) {
      typed.wrong("channel", "desk.shell.wrong.missing");
    }
    if (sent.file() == null) {
      typed.wrong("file", "file-missing", "desk.rule.file-missing", new Object[0]);
    }
    if (!typed.ok() || id.isEmpty() || received.isEmpty() || sent.file() == null) {
      if (id.isEmpty()) {
        Typed again = typed.with(Map.of("id", UUID.randomUUID().toString()));
        return form(request, officer, 422, again, Unread.NOTHING);
      }
      return form(request, officer, 422, typed, Unread.NOTHING);
    }
    Requests.Entry entry =
        new Requests.Entry(
            typed.text("kind"), typed.text("channel"), typed.orNull("letter"), received.get());
    Taken taken =
        requests.take(id.get(), entry, sent.bytes(), LocalDate.now(clock), officer.member());
    return taken instanceof Taken.In in
        ? DeskPages.see("/desk/requests/" + in.id(), "answers.request-taken")
        : form(request, officer, 422, typed, Unread.of(taken, typed, officer.messages()));
  }

  private ResponseEntity<byte[]> form(
      HttpServletRequest request, Officer officer, int status, Typed typed, Unread unread) {
    return pages.show(
        request,
        officer,
        status,
        "desk/answers/request-form",
        "desk.answers.requests.new",
        frame -> new RequestFormView(frame, officer, typed, unread));
  }
}
