package svoi.desk.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import svoi.desk.Sent;
import svoi.desk.Typed;
import svoi.exchange.answers.AnswerList;
import svoi.exchange.answers.AnswerLists;
import svoi.exchange.answers.Answers;
import svoi.exchange.answers.Taken;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.Paper;
import svoi.staff.Right;

/// Letters that answer about many persons at once: a table is read and matched, looked at, and
/// entered into the ledger.
@Controller
final class AnswerListsController {
  private static final String PLACE = "/desk/answers/lists";

  private final DeskPages pages;
  private final AnswerLists lists;
  private final AuditSink audit;
  private final Clock clock;

  AnswerListsController(DeskPages pages, AnswerLists lists, AuditSink audit, Clock clock) {
    this.pages = pages;
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
  }

  @Needs(Right.READ_NEEDS)
  @GetMapping(PLACE)
  ResponseEntity<byte[]> open(HttpServletRequest request, Officer officer) {
    return open(request, officer, 200, fresh(), Unread.NOTHING);
  }

  private Typed fresh() {
    return Typed.filled(
        Map.of(
            "id", UUID.randomUUID().toString(),
            "channel", "direct",
            "received", Typed.day(LocalDate.now(clock))));
  }

  private ResponseEntity<byte[]> open(
      HttpServletRequest request, Officer officer, int status, Typed typed, Unread unread) {
    List<AnswerLists.Line> open = lists.open(officer.member());
    return pages.show(
        request,
        officer,
        status,
        "desk/answers/lists",
        "desk.answers.lists.title",
        frame -> new AnswerListsView(frame, officer, open, typed, unread));
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping(PLACE)
  ResponseEntity<byte[]> take(HttpServletRequest request, Officer officer) throws IOException {
    return Sent.take(request, Sent.TABLE_BYTES, sent -> taken(request, officer, sent));
  }

  private ResponseEntity<byte[]> taken(HttpServletRequest request, Officer officer, Sent sent) {
    Typed typed = sent.typed();
    Optional<UUID> id = typed.id("id");
    Optional<LocalDate> received = typed.date("received");
    if (sent.tooLarge()) {
      return open(request, officer, 422, fresh(), new Unread("file-too-large", "", List.of()));
    }
    typed.needed("received");
    if (!AnswerLists.CHANNELS.contains(typed.text("channel"))) {
      typed.wrong("channel", "desk.shell.wrong.missing");
    }
    if (sent.file() == null) {
      typed.wrong("file", "file-missing", "desk.rule.file-missing", new Object[0]);
    }
    if (!typed.ok() || id.isEmpty() || received.isEmpty() || sent.file() == null) {
      Typed again = id.isEmpty() ? typed.with(Map.of("id", UUID.randomUUID().toString())) : typed;
      return open(request, officer, 422, again, Unread.NOTHING);
    }
    AnswerLists.Entry entry =
        new AnswerLists.Entry(typed.text("channel"), typed.orNull("letter"), received.get());
    Taken taken = lists.take(id.get(), entry, sent.bytes(), LocalDate.now(clock), officer.member());
    return taken instanceof Taken.In in
        ? DeskPages.see(path(in.id()), "answers.list-taken")
        : open(request, officer, 422, typed, Unread.of(taken, typed, officer.messages()));
  }

  private static String path(UUID id) {
    return PLACE + "/" + id;
  }

  @Needs(Right.READ_NEEDS)
  @GetMapping(PLACE + "/{id}")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, id, Typed.of(request));
  }

  private AnswerList find(UUID id, Officer officer) {
    return lists.find(id, officer.member()).orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, UUID id, Typed typed) {
    AnswerList list = find(id, officer);
    RowPage<AnswerList.Row> page = RowPage.of(list.rows(), AnswerList.Row::position, typed);
    return pages.show(
        request,
        officer,
        status,
        "desk/answers/list",
        "desk.answers.list.title",
        frame -> new AnswerListView(frame, officer, list, page, typed));
  }

  @Needs(Right.RECORD_ANSWERS)
  @GetMapping(PLACE + "/{id}/rows/{seq}")
  ResponseEntity<byte[]> match(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    AnswerList list = find(id, officer);
    AnswerList.Row row = row(list, seq);
    List<Answers.Person> found = lists.candidates(row);
    audit.append(
        officer.member().actor(),
        "exchange.answers-candidates",
        found.stream().map(person -> person.id().value()).toList(),
        "");
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
                list.version(),
                row.writtenName(),
                row.writtenBorn(),
                row.match(),
                found.stream().map(AnswerListsController::choice).toList(),
                row.awaited()));
  }

  private static MatchView.Choice choice(Answers.Person person) {
    return new MatchView.Choice(
        person.id().value(),
        person.name(),
        person.bornOn(),
        "desk.needs.category." + person.category());
  }

  private static AnswerList.Row row(AnswerList list, int position) {
    if (list.outcome() != null) {
      throw new NotReached();
    }
    return list.rows().stream()
        .filter(row -> row.position() == position)
        .findFirst()
        .orElseThrow(NotReached::new);
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping(PLACE + "/{id}/rows/{seq}")
  ResponseEntity<byte[]> decide(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    Typed typed = Typed.of(request);
    AnswerList.Row row = row(find(id, officer), seq);
    Noted noted =
        lists.decide(
            id,
            typed.whole("version").orElse(-1),
            row.position(),
            typed.id("person").orElse(null),
            officer.member());
    return answer(request, officer, id, "?after=" + Math.max(0, seq - 5), "answers.matched", noted);
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping(PLACE + "/{id}/enter")
  ResponseEntity<byte[]> enter(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    find(id, officer);
    int version = Typed.of(request).whole("version").orElse(-1);
    Noted noted = lists.enter(id, version, officer.member());
    return answer(request, officer, id, "", "answers.list-entered", noted);
  }

  @Needs(Right.RECORD_ANSWERS)
  @PostMapping(PLACE + "/{id}/set-aside")
  ResponseEntity<byte[]> setAside(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    find(id, officer);
    int version = Typed.of(request).whole("version").orElse(-1);
    Noted noted = lists.setAside(id, version, officer.member());
    return answer(request, officer, id, "", "answers.list-set-aside", noted);
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, UUID id, String page, String done, Noted noted) {
    Typed typed = Typed.empty();
    return switch (noted) {
      case Noted.Done _ -> DeskPages.see(path(id) + page, done);
      case Noted.Refused refused -> {
        Refusals.show(typed, officer.messages(), refused.findings());
        yield show(request, officer, 409, id, typed);
      }
      case Noted.Stale() ->
          show(request, officer, 412, id, typed.wrong("", "desk.answers.wrong.stale"));
    };
  }

  @Needs(value = Right.READ_NEEDS, stepUp = true)
  @GetMapping(PLACE + "/{id}/file")
  ResponseEntity<InputStreamResource> file(Officer officer, @PathVariable UUID id) {
    Paper paper = lists.open(id, officer.member()).orElseThrow(NotReached::new);
    return PaperAnswer.of(paper.content(), paper.mediaType(), "answers." + paper.ending());
  }
}
