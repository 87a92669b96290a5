package svoi.desk.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
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
import svoi.desk.Typed;
import svoi.exchange.answers.Request;
import svoi.exchange.answers.Requests;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.Paper;
import svoi.staff.Right;

/// One request: whom its rows mean, and what is answered to each.
@Controller
final class RequestController {
  private final DeskPages pages;
  private final Requests requests;
  private final AuditSink audit;

  RequestController(DeskPages pages, Requests requests, AuditSink audit) {
    this.pages = pages;
    this.requests = requests;
    this.audit = audit;
  }

  static String path(UUID id) {
    return "/desk/requests/" + id;
  }

  @Needs(Right.READ_OFFERS)
  @GetMapping("/desk/requests/{id}")
  ResponseEntity<byte[]> page(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, find(id, officer), Typed.of(request));
  }

  private Request find(UUID id, Officer officer) {
    return requests.find(id, officer.member()).orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Request found, Typed typed) {
    RowPage<Request.Row> page = RowPage.of(found.rows(), Request.Row::position, typed);
    return pages.show(
        request,
        officer,
        status,
        "desk/answers/request",
        "desk.answers.request.title",
        frame -> new RequestView(frame, officer, found, page, typed));
  }

  /// Rows that were typed from a scan.
  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/requests/{id}/rows")
  ResponseEntity<byte[]> type(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Request found = find(id, officer);
    Typed typed = Typed.of(request);
    List<Requests.Written> rows = new ArrayList<>();
    for (int i = 0; i < RequestView.TYPED_ROWS; i++) {
      if (!typed.text("name-" + i).isEmpty() || !typed.text("born-" + i).isEmpty()) {
        rows.add(new Requests.Written(typed.text("name-" + i), typed.text("born-" + i)));
      }
    }
    int version = typed.whole("version").orElse(-1);
    Noted noted = requests.type(id, version, rows, officer.member());
    return answer(request, officer, found, typed, "", "answers.rows-typed", noted);
  }

  @Needs(Right.RECORD_ANSWERS)
  @GetMapping("/desk/requests/{id}/rows/{seq}")
  ResponseEntity<byte[]> match(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    Request found = find(id, officer);
    Request.Row row = row(found, seq);
    List<Request.Person> known = requests.candidates(row);
    audit.append(
        officer.member().actor(),
        "exchange.request-candidates",
        known.stream().map(Request.Person::id).toList(),
        "");
    Request.Person meant = row.person();
    return pages.show(
        request,
        officer,
        "desk/answers/match",
        "desk.answers.match.title",
        frame ->
            new MatchView(
                frame,
                path(id),
                seq,
                found.version(),
                row.writtenName(),
                row.writtenBorn(),
                row.match(),
                known.stream().map(RequestController::choice).toList(),
                meant == null ? null : meant.id()));
  }

  private static MatchView.Choice choice(Request.Person person) {
    return new MatchView.Choice(
        person.id(), person.name(), person.bornOn(), "desk.offers.kind." + person.kind());
  }

  private static Request.Row row(Request request, int position) {
    if (!request.isOpen()) {
      throw new NotReached();
    }
    return request.rows().stream()
        .filter(row -> row.position() == position)
        .findFirst()
        .orElseThrow(NotReached::new);
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/requests/{id}/rows/{seq}")
  ResponseEntity<byte[]> decide(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    Request found = find(id, officer);
    Typed typed = Typed.of(request);
    Noted noted =
        requests.decide(
            id,
            typed.whole("version").orElse(-1),
            row(found, seq).position(),
            typed.id("person").orElse(null),
            officer.member());
    String page = "?after=" + Math.max(0, seq - 5);
    return answer(request, officer, found, typed, page, "answers.matched", noted);
  }

  /// What is answered to the rows of a page; a row left at nothing is not answered.
  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/requests/{id}/answers")
  ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Request found = find(id, officer);
    Typed typed = Typed.of(request);
    List<Requests.Answer> answers = new ArrayList<>();
    found.rows().forEach(row -> read(row, typed).ifPresent(answers::add));
    if (!typed.ok()) {
      return show(request, officer, 422, found, typed);
    }
    if (answers.isEmpty()) {
      return show(
          request, officer, 422, found, typed.wrong("", "desk.answers.wrong.nothing-answered"));
    }
    int version = typed.whole("version").orElse(-1);
    Noted noted = requests.answer(id, version, answers, officer.member());
    String page = "?after=" + typed.whole("after").orElse(0);
    return answer(request, officer, found, typed, page, "answers.rows-answered", noted);
  }

  private static Optional<Requests.Answer> read(Request.Row row, Typed typed) {
    String answer = typed.text("answer-" + row.position());
    String ground = typed.text("ground-" + row.position());
    if (!Requests.ANSWERS.contains(answer)) {
      return Optional.empty();
    }
    boolean refuses = answer.equals("refuse");
    if (refuses && !Requests.GROUNDS.contains(ground)) {
      typed.wrong("ground-" + row.position(), "desk.answers.wrong.ground");
    }
    if (answer.equals("accept") && row.person() == null) {
      typed.wrong("answer-" + row.position(), "desk.answers.wrong.accept-unknown");
    }
    String named = refuses || Requests.GROUNDS.contains(ground) ? ground : null;
    return Optional.of(new Requests.Answer(row.position(), answer, named));
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/requests/{id}/move")
  ResponseEntity<byte[]> move(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Request found = find(id, officer);
    Typed typed = Typed.of(request);
    String state = typed.text("to");
    if (!RequestsView.STATES.contains(state)) {
      throw new NotReached();
    }
    int version = typed.whole("version").orElse(-1);
    Noted noted = requests.move(id, version, state, officer.member());
    return answer(request, officer, found, Typed.empty(), "", "answers.request-moved", noted);
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request,
      Officer officer,
      Request seen,
      Typed typed,
      String page,
      String done,
      Noted noted) {
    return switch (noted) {
      case Noted.Done _ -> DeskPages.see(path(seen.id()) + page, done);
      case Noted.Refused refused -> {
        Refusals.show(typed, officer.messages(), refused.findings());
        yield show(request, officer, 422, seen, typed);
      }
      case Noted.Stale() ->
          show(
              request,
              officer,
              412,
              find(seen.id(), officer),
              typed.wrong("", "desk.answers.wrong.stale"));
    };
  }

  @Needs(value = Right.READ_OFFERS, stepUp = true)
  @GetMapping("/desk/requests/{id}/file")
  ResponseEntity<InputStreamResource> file(Officer officer, @PathVariable UUID id) {
    Paper paper = requests.file(id, officer.member()).orElseThrow(NotReached::new);
    return PaperAnswer.of(paper.content(), paper.mediaType(), "request." + paper.ending());
  }
}
