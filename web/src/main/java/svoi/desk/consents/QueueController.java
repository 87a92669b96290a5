package svoi.desk.consents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import svoi.audit.AuditSink;
import svoi.consent.ConsentStates;
import svoi.consent.SessionRequests;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.staff.Right;

/// All consents that wait for somebody.
@Controller
final class QueueController {
  private final DeskPages pages;
  private final ConsentStates states;
  private final SessionRequests requests;
  private final AuditSink audit;
  private final Clock clock;

  QueueController(
      DeskPages pages,
      ConsentStates states,
      SessionRequests requests,
      AuditSink audit,
      Clock clock) {
    this.pages = pages;
    this.states = states;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  @Needs(Right.READ_CASES)
  @GetMapping("/desk/consents")
  ResponseEntity<byte[]> queue(HttpServletRequest request, Officer officer) {
    List<ConsentStates.Waiting> waiting = states.waiting(officer.member());
    List<ConsentStates.Ending> ending = states.ending(officer.member());
    List<SessionRequests.Open> asked =
        officer.may(Right.LEAD_SESSIONS) ? requests.open(officer.member()) : List.of();
    Set<UUID> ids =
        Stream.of(
                waiting.stream().map(ConsentStates.Waiting::person),
                ending.stream().map(ConsentStates.Ending::person),
                asked.stream().map(SessionRequests.Open::person))
            .flatMap(persons -> persons)
            .map(person -> person.value())
            .collect(Collectors.toSet());
    audit.append(officer.member().actor(), "desk.consent-queue", ids, "");
    return pages.show(
        request,
        officer,
        "desk/consents/queue",
        "desk.consents.queue.title",
        frame -> new QueueView(frame, officer, clock.instant(), waiting, ending, asked));
  }
}
