package svoi.desk.cases;

import jakarta.servlet.http.HttpServletRequest;
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
import svoi.cases.StoredFile;
import svoi.cases.Turn;
import svoi.cases.Turns;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.staff.Right;

/// Recording what happened to a case after the verdict; in effect when the answer comes.
@Controller
final class EventsController {
  private final DeskPages pages;
  private final Turns turns;
  private final Reached reach;
  private final AuditSink audit;

  EventsController(DeskPages pages, Turns turns, Reached reach, AuditSink audit) {
    this.pages = pages;
    this.turns = turns;
    this.reach = reach;
    this.audit = audit;
  }

  @Needs(Right.RECORD_EVENTS)
  @GetMapping("/desk/persons/{id}/events")
  ResponseEntity<byte[]> events(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    StoredFile file = reach.file(officer, id);
    audit.append(officer.member().actor(), "desk.person", List.of(file.id().value()), "");
    return show(request, officer, 200, file, Typed.of(request));
  }

  @Needs(Right.RECORD_EVENTS)
  @PostMapping("/desk/persons/{id}/events")
  ResponseEntity<byte[]> record(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    StoredFile file = reach.file(officer, id);
    Typed typed = Typed.of(request);
    Optional<Turn> turn = Turn.of(typed.text("turn"));
    if (turn.isEmpty()) {
      typed.wrong("turn", "desk.cases.events.choose");
    }
    typed.needed("on");
    Optional<LocalDate> on = typed.date("on");
    Optional<UUID> proceeding =
        file.proceedings().stream()
            .map(StoredFile.Proceeding::id)
            .filter(p -> file.proceedings().size() == 1 || typed.chosen("proceeding", p.toString()))
            .findFirst();
    if (proceeding.isEmpty()) {
      typed.wrong("proceeding", "desk.cases.events.which");
    }
    if (!typed.ok()) {
      return show(request, officer, 422, file, typed);
    }
    return switch (turns.record(
        file.id(),
        proceeding.orElseThrow(),
        turn.orElseThrow(),
        on.orElseThrow(),
        officer.member())) {
      case Turns.Outcome.Refused refused -> {
        PersonForm.show(typed, List.of(refused.finding()));
        yield show(request, officer, 422, file, typed);
      }
      case Turns.Outcome.Recorded recorded ->
          DeskPages.see(
              "/desk/persons/" + file.id().value() + "/events?after=" + recorded.after().toMillis(),
              recorded.goneEverywhere() ? "cases.turned" : "cases.turned-late");
    };
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, StoredFile file, Typed typed) {
    Optional<String> after =
        Optional.of(typed.text("after")).filter(millis -> millis.matches("[0-9]{1,6}"));
    return pages.show(
        request,
        officer,
        status,
        "desk/cases/events",
        "desk.cases.events.title",
        frame -> new EventsView(frame, file, typed, after));
  }
}
