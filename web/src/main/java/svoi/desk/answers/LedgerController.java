package svoi.desk.answers;

import jakarta.servlet.http.HttpServletRequest;
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
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.PaperAnswer;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.exchange.answers.Answers;
import svoi.exchange.answers.LedgerFilter;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.Paper;
import svoi.staff.Right;

/// The ledger: what the other side was asked and what it did, with what it comes to.
@Controller
final class LedgerController {
  private final DeskPages pages;
  private final Answers answers;
  private final Clock clock;

  LedgerController(DeskPages pages, Answers answers, Clock clock) {
    this.pages = pages;
    this.answers = answers;
    this.clock = clock;
  }

  @Needs(Right.READ_NEEDS)
  @GetMapping("/desk/answers")
  ResponseEntity<byte[]> ledger(HttpServletRequest request, Officer officer) {
    Typed asked = Typed.of(request);
    LocalDate today = LocalDate.now(clock);
    Typed dates =
        asked.with(
            Map.of(
                "on", Typed.day(today),
                "due", Typed.day(today.plusDays(Answers.DAYS_TO_ANSWER))));
    return show(request, officer, 200, dates);
  }

  private static LedgerFilter filter(Typed asked) {
    String show = asked.text("show");
    String ground = asked.text("ground");
    return new LedgerFilter(
        LedgerView.SHOWN.contains(show) ? show : "",
        Answers.GROUNDS.contains(ground) ? ground : "",
        asked.id("after"));
  }

  /// Everybody in a need list that was sent was asked for by it.
  @Needs(Right.RECORD_ANSWERS)
  @PostMapping("/desk/answers/asked")
  ResponseEntity<byte[]> askAll(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    UUID list = typed.id("list").orElseThrow(NotReached::new);
    Optional<HistoryController.Term> term = HistoryController.term(typed);
    if (term.isEmpty()) {
      return show(request, officer, 422, typed);
    }
    Noted noted = answers.askAll(list, term.get().on(), term.get().due(), officer.member());
    return switch (noted) {
      case Noted.Done _ -> DeskPages.see("/desk/answers", "answers.asked-all");
      case Noted.Refused refused -> {
        Refusals.show(typed, officer.messages(), refused.findings());
        yield show(request, officer, 422, typed);
      }
      case Noted.Stale() ->
          show(request, officer, 412, typed.wrong("", "desk.answers.wrong.stale"));
    };
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    LedgerFilter filter = filter(typed);
    String query = typed.text("q");
    List<Answers.Person> found =
        query.isEmpty() ? List.of() : answers.search(query, officer.member());
    Answers.Page page = answers.list(filter, officer.member());
    List<Answers.Sent> unasked =
        officer.may(Right.RECORD_ANSWERS) ? answers.unasked(officer.member()) : List.of();
    return pages.show(
        request,
        officer,
        status,
        "desk/answers/ledger",
        "desk.answers.title",
        frame ->
            new LedgerView(
                frame,
                officer,
                LocalDate.now(clock),
                query,
                found,
                filter,
                page,
                answers.figures(officer.member()),
                unasked,
                typed));
  }

  @Needs(value = Right.READ_NEEDS, stepUp = true)
  @GetMapping("/desk/answers/entries/{entry}/file")
  ResponseEntity<InputStreamResource> evidence(Officer officer, @PathVariable UUID entry) {
    Paper paper = answers.open(entry, officer.member()).orElseThrow(NotReached::new);
    return PaperAnswer.of(paper.content(), paper.mediaType(), "answer." + paper.ending());
  }
}
