package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.Agreed;
import svoi.intake.Inbox.TransferReason;
import svoi.intake.Unlocked;
import svoi.intake.Urgency;
import svoi.staff.Right;

/// What is done with a case besides answering it.
@Controller
final class CaseActsController {
  private final CaseController cases;
  private final IntakeDesk desk;
  private final Clock clock;

  CaseActsController(CaseController cases, IntakeDesk desk, Clock clock) {
    this.cases = cases;
    this.desk = desk;
    this.clock = clock;
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/triage")
  ResponseEntity<byte[]> triage(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    Optional<Urgency> urgency = Urgency.of(typed.needed("urgency"));
    return urgency.isEmpty()
        ? cases.refused(request, officer, id, typed.wrong("urgency", "desk.intake.wrong.choose"))
        : cases.act(
            request,
            officer,
            id,
            typed,
            "intake.triaged",
            m -> desk.inbox().triage(m, id, urgency.get()));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/close")
  ResponseEntity<byte[]> close(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    return typed.ticked("sure")
        ? cases.act(request, officer, id, typed, "intake.closed", m -> desk.inbox().close(m, id))
        : cases.refused(request, officer, id, typed.wrong("sure", "desk.intake.wrong.not-sure"));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/transfer")
  ResponseEntity<byte[]> transfer(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    String to = typed.needed("to");
    String words = typed.needed("words");
    Optional<TransferReason> reason =
        Arrays.stream(TransferReason.values())
            .filter(r -> code(r).equals(typed.text("reason")))
            .findFirst();
    if (reason.isEmpty()) {
      typed.wrong("reason", "desk.intake.wrong.choose");
    }
    if (!typed.ok() || reason.isEmpty()) {
      return cases.refused(request, officer, id, typed);
    }
    Unlocked member = desk.unlocked(request, officer, typed);
    boolean gone =
        desk.does(officer, typed, () -> desk.inbox().transfer(member, id, to, reason.get(), words));
    return gone
        ? DeskPages.see("/desk/intake", "intake.transferred")
        : cases.refused(request, officer, id, typed);
  }

  /// The form of a reason in messages, for example `other-agency`.
  static String code(TransferReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/cases/{id}/hold")
  ResponseEntity<byte[]> hold(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    String basis = typed.needed("basis");
    typed.needed("until");
    Optional<LocalDate> until = typed.date("until");
    return !typed.ok() || until.isEmpty()
        ? cases.refused(request, officer, id, typed)
        : cases.act(
            request,
            officer,
            id,
            typed,
            "intake.hold-asked",
            m -> desk.inbox().askHold(m, id, basis, until.get()));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/cases/{id}/hold/confirm")
  ResponseEntity<byte[]> confirmHold(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return cases.act(
        request,
        officer,
        id,
        Typed.of(request),
        "intake.hold-confirmed",
        m -> desk.inbox().confirmHold(m, id));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/hold/end")
  ResponseEntity<byte[]> endHold(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return cases.act(
        request,
        officer,
        id,
        Typed.of(request),
        "intake.hold-ended",
        m -> desk.inbox().endHold(m, id));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/agreed")
  ResponseEntity<byte[]> agree(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Typed typed = Typed.of(request);
    Optional<Agreed.Outcome> outcome =
        Arrays.stream(Agreed.Outcome.values())
            .filter(o -> o.name().toLowerCase(Locale.ROOT).equals(typed.text("outcome")))
            .findFirst();
    if (outcome.isEmpty()) {
      typed.wrong("outcome", "desk.intake.wrong.choose");
    }
    String offered = typed.needed("offered");
    String by = typed.needed("by");
    String authority = typed.needed("authority");
    if (!typed.ok() || outcome.isEmpty()) {
      return cases.refused(request, officer, id, typed);
    }
    Agreed agreed =
        new Agreed(
            typed.text("clause"),
            offered,
            by,
            authority,
            typed.text("counsel"),
            outcome.get(),
            YearMonth.now(clock));
    return cases.act(
        request, officer, id, typed, "intake.agreed", m -> desk.inbox().agree(m, id, agreed));
  }
}
