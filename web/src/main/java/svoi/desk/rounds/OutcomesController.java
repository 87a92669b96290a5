package svoi.desk.rounds;

import static svoi.staff.Right.CORRECT_OUTCOMES;
import static svoi.staff.Right.READ_ROUNDS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.Handovers;
import svoi.exchange.Moved;
import svoi.exchange.Outcome;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;

/// Outcomes of a round and their corrections.
@Controller
final class OutcomesController {
  private static final int PAGE = 50;

  private final DeskPages pages;
  private final RoundDesk desk;

  OutcomesController(DeskPages pages, RoundDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds/{id}/outcomes")
  ResponseEntity<byte[]> show(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, desk.find(id), List.of());
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      List<RoundObstacle> refused) {
    int page = Math.clamp(Typed.of(request).whole("page").orElse(1), 1, 1000);
    List<Outcome> found = desk.handovers().results(round.id(), (page - 1) * PAGE, PAGE + 1);
    List<Outcome> outcomes = found.subList(0, Math.min(PAGE, found.size()));
    desk.seen(
        officer, round, "desk.round-outcomes", outcomes.stream().flatMap(this::persons).toList());
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/outcomes",
        "desk.rounds.outcomes.title",
        frame ->
            new OutcomesView(frame, officer, round, outcomes, page, found.size() > PAGE, refused));
  }

  private Stream<UUID> persons(Outcome outcome) {
    return Stream.of(
            Optional.of(outcome.participant()),
            Optional.ofNullable(outcome.person()),
            Optional.ofNullable(outcome.deliveredId()))
        .flatMap(Optional::stream);
  }

  @Needs(value = READ_ROUNDS, stepUp = true)
  @GetMapping("/desk/rounds/{id}/protocol")
  ResponseEntity<InputStreamResource> protocol(Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    Handovers.Scan scan =
        desk.handovers().protocol(officer.member(), round.id()).orElseThrow(NotReached::new);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(scan.type().mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("round-" + round.number() + "-protocol." + scan.type().ending())
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new InputStreamResource(scan.content()));
  }

  @Needs(CORRECT_OUTCOMES)
  @GetMapping("/desk/rounds/{id}/outcomes/{outcome}/correct")
  ResponseEntity<byte[]> ask(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID outcome) {
    Round round = desk.find(id);
    Outcome known = find(round, outcome);
    desk.seen(officer, round, "desk.round-outcomes", persons(known).toList());
    return ask(request, officer, 200, round, known, Typed.empty());
  }

  private Outcome find(Round round, UUID outcome) {
    return desk.handovers().result(round.id(), outcome).orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> ask(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      Outcome outcome,
      Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/correct",
        "desk.rounds.correct.title",
        frame -> new CorrectView(frame, round, outcome, typed));
  }

  @Needs(value = CORRECT_OUTCOMES, stepUp = true)
  @PostMapping("/desk/rounds/{id}/outcomes/{outcome}/correct")
  ResponseEntity<byte[]> propose(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID outcome) {
    Round round = desk.find(id);
    Outcome known = find(round, outcome);
    Typed typed = Typed.of(request);
    Outcome.Wrong wrong =
        new Outcome.Wrong(
            text(typed, "ground", 10, 500),
            text(typed, "uk", 5, 200),
            text(typed, "ru", 5, 200),
            text(typed, "en", 5, 200));
    if (!typed.ok()) {
      return ask(request, officer, 422, round, known, typed);
    }
    Moved moved = desk.corrections().propose(officer.member(), outcome, wrong);
    return answer(request, officer, round, moved, "rounds.correction-proposed");
  }

  private static String text(Typed typed, String field, int least, int most) {
    String text = typed.needed(field);
    if (!text.isEmpty() && (text.length() < least || text.length() > most)) {
      typed.wrong(field, "desk.rounds.wrong.line", "least", least, "most", most);
    }
    return text;
  }

  @Needs(value = CORRECT_OUTCOMES, stepUp = true)
  @PostMapping("/desk/rounds/{id}/outcomes/{outcome}/sign")
  ResponseEntity<byte[]> sign(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID outcome) {
    Round round = desk.find(id);
    Outcome.Correction correction = find(round, outcome).correction();
    if (correction == null) {
      throw new NotReached();
    }
    byte[] seen = Values.hash(Typed.of(request).text("hash"));
    Moved moved = desk.corrections().sign(officer.member(), correction.id(), seen);
    return answer(request, officer, round, moved, "rounds.corrected");
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, Round round, Moved moved, String done) {
    return moved instanceof Moved.Done
        ? DeskPages.see(RoundDesk.path(round.id()) + "/outcomes", done)
        : show(request, officer, Obstacles.status(moved), round, Obstacles.of(moved));
  }
}
