package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.Audience;
import svoi.intake.DeskKeys;
import svoi.intake.Inbox;
import svoi.intake.Unlocked;
import svoi.intake.Waiting;
import svoi.staff.Right;

/// The queue of one of the member's desks or of all, sorted after unlocking: nothing on the disk
/// says what is urgent.
@Controller
final class QueueController {
  private final DeskPages pages;
  private final IntakeDesk desk;

  QueueController(DeskPages pages, IntakeDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake")
  ResponseEntity<byte[]> queue(HttpServletRequest request, Officer officer) {
    Unlocked member = desk.unlocked(request, officer);
    Typed typed = Typed.of(request);
    List<String> mine = desk.desksOf(officer).stream().map(DeskKeys.Desk::code).toList();
    Optional<String> chosen =
        mine.stream().filter(code -> code.equals(typed.text("desk"))).findFirst();
    List<String> shown = chosen.map(List::of).orElse(mine);
    List<Inbox.Queue> queues = shown.stream().map(c -> desk.inbox().whole(member, c)).toList();
    List<Waiting> queue =
        queues.stream().flatMap(q -> q.waiting().stream()).sorted(Waiting.ORDER).toList();
    List<UUID> asked =
        shown.stream()
            .flatMap(code -> desk.beside().vaults().asked(member, code).stream())
            .toList();
    return pages.show(
        request,
        officer,
        "desk/intake/queue",
        "desk.intake.queue.title",
        frame ->
            new QueueView(
                frame,
                officer,
                mine,
                chosen.orElse(""),
                queue,
                queues.stream().mapToInt(Inbox.Queue::damaged).sum(),
                asked,
                Audience.of(typed.text("audience"))));
  }
}
