package svoi.desk.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Sent;
import svoi.desk.Typed;
import svoi.exchange.AwaitedId;
import svoi.exchange.answers.Answers;
import svoi.exchange.offers.Noted;
import svoi.staff.Right;

/// What was asked and answered about one awaited person, and entering more of it.
@Controller
final class HistoryController {
  private final DeskPages pages;
  private final Answers answers;
  private final Clock clock;

  HistoryController(DeskPages pages, Answers answers, Clock clock) {
    this.pages = pages;
    this.answers = answers;
    this.clock = clock;
  }

  static String path(UUID person) {
    return "/desk/answers/persons/" + person;
  }

  /// When somebody was asked for, and the last day to answer.
  record Term(LocalDate on, LocalDate due) {}

  /// Reads the term and notes what is wrong with it; empty if something is.
  static Optional<Term> term(Typed typed) {
    typed.needed("on");
    typed.needed("due");
    Optional<LocalDate> on = typed.date("on");
    Optional<LocalDate> due = typed.date("due");
    return typed.ok() && on.isPresent() && due.isPresent()
        ? Optional.of(new Term(on.get(), due.get()))
        : Optional.empty();
  }

  @Needs(Right.READ_NEEDS)
  @GetMapping("/desk/answers/persons/{id}")
  ResponseEntity<byte[]> page(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    LocalDate today = LocalDate.now(clock);
    Typed typed =
        Typed.filled(
            Map.of(
                "on", Typed.day(today),
                "due", Typed.day(today.plusDays(Answers.DAYS_TO_ANSWER)),
                "said", Typed.day(today)));
    return show(request, officer, 200, id, typed);
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/answers/persons/{id}/ask")
  ResponseEntity<byte[]> ask(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedId person = known(id, officer);
    Typed typed = Typed.of(request);
    Optional<Term> term = term(typed);
    if (term.isEmpty()) {
      return show(request, officer, 422, id, typed);
    }
    Noted noted = answers.ask(person, term.get().on(), term.get().due(), officer.member());
    return answer(request, officer, id, typed, "answers.asked", noted);
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/answers/persons/{id}/said")
  ResponseEntity<byte[]> say(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    AwaitedId person = known(id, officer);
    return Sent.take(request, Sent.SCAN_BYTES, sent -> said(request, officer, person, sent));
  }

  private ResponseEntity<byte[]> said(
      HttpServletRequest request, Officer officer, AwaitedId person, Sent sent) {
    UUID id = person.value();
    Typed typed = sent.typed();
    if (sent.tooLarge()) {
      typed.wrong("paper", "desk.consents.wrong.too-large");
    }
    String kind = typed.needed("kind");
    typed.needed("said");
    Optional<LocalDate> on = typed.date("said");
    Optional<UUID> asking = typed.id("asking");
    String ground = typed.text("ground");
    boolean refused = kind.equals("refused");
    if (!kind.isEmpty() && !Answers.KINDS.contains(kind)) {
      typed.wrong("kind", "desk.shell.wrong.missing");
    }
    if (asking.isEmpty()) {
      typed.wrong("asking", "desk.shell.wrong.missing");
    }
    if (refused && !Answers.GROUNDS.contains(ground)) {
      typed.wrong("ground", "desk.answers.wrong.ground");
    }
    if (!typed.ok() || on.isEmpty() || asking.isEmpty()) {
      return show(request, officer, 422, id, typed);
    }
    Answers.Said said = new Answers.Said(kind, on.get(), refused ? ground : null);
    Noted noted = answers.say(person, asking.get(), said, sent.file(), officer.member());
    return answer(request, officer, id, typed, "answers.said", noted);
  }

  private AwaitedId known(UUID id, Officer officer) {
    return answers
        .of(new AwaitedId(id), officer.member())
        .map(history -> history.person().id())
        .orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, UUID id, Typed typed, String done, Noted noted) {
    return switch (noted) {
      case Noted.Done _ -> DeskPages.see(path(id), done);
      case Noted.Refused refused -> {
        Refusals.show(typed, officer.messages(), refused.findings());
        yield show(request, officer, 422, id, typed);
      }
      case Noted.Stale() ->
          show(request, officer, 412, id, typed.wrong("", "desk.answers.wrong.answered"));
    };
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, UUID id, Typed typed) {
    Answers.History history =
        answers.of(new AwaitedId(id), officer.member()).orElseThrow(NotReached::new);
    return pages.show(
        request,
        officer,
        status,
        "desk/answers/history",
        "desk.answers.history.title",
        frame -> new HistoryView(frame, officer, LocalDate.now(clock), history, typed));
  }
}
