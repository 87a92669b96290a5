package svoi.desk.rounds;

import static svoi.staff.Right.MANAGE_ROUNDS;
import static svoi.staff.Right.READ_ROUNDS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.Moved;
import svoi.exchange.Round;
import svoi.exchange.RoundId;
import svoi.exchange.RoundState;
import svoi.exchange.RoundTerms;

/// The list of rounds, and what is entered about a round as a whole.
@Controller
final class RoundsController {
  private static final int PAGE = 30;

  private final DeskPages pages;
  private final RoundDesk desk;

  RoundsController(DeskPages pages, RoundDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    Typed asked = Typed.of(request);
    @Nullable RoundState state = RoundState.of(asked.text("state")).orElse(null);
    int before = asked.whole("before").orElse(Integer.MAX_VALUE);
    List<Round> found = desk.rounds().list(state, before, PAGE + 1);
    List<Round> page = found.subList(0, Math.min(PAGE, found.size()));
    List<UUID> seen = page.stream().map(round -> round.id().value()).toList();
    desk.audit().append(officer.member().actor(), "desk.rounds", seen, "");
    Optional<String> next =
        found.size() > PAGE
            ? Optional.of(
                "/desk/rounds?state="
                    + (state == null ? "" : state.code())
                    + "&before="
                    + page.getLast().number())
            : Optional.empty();
    return pages.show(
        request,
        officer,
        "desk/rounds/list",
        "desk.rounds.list.title",
        frame -> new RoundListView(frame, page, state, officer.may(MANAGE_ROUNDS), next));
  }

  @Needs(MANAGE_ROUNDS)
  @GetMapping("/desk/rounds/new")
  ResponseEntity<byte[]> blank(HttpServletRequest request, Officer officer) {
    return form(request, officer, 200, UUID.randomUUID(), Optional.empty(), Typed.empty(), null);
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds")
  ResponseEntity<byte[]> open(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    UUID id = typed.id("id").orElseGet(UUID::randomUUID);
    RoundTerms terms = terms(typed);
    if (!typed.ok()) {
      return form(request, officer, 422, id, Optional.empty(), typed, null);
    }
    desk.rounds().open(officer.member(), new RoundId(id), terms);
    return DeskPages.see("/desk/rounds/" + id, "rounds.opened");
  }

  @Needs(MANAGE_ROUNDS)
  @GetMapping("/desk/rounds/{id}/edit")
  ResponseEntity<byte[]> edit(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    return form(request, officer, 200, id, Optional.of(round), filled(round), null);
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/edit")
  ResponseEntity<byte[]> save(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    Typed typed = Typed.of(request);
    RoundTerms terms = terms(typed);
    int version = typed.whole("version").orElse(-1);
    if (!typed.ok()) {
      return form(request, officer, 422, id, Optional.of(round), typed, null);
    }
    Moved moved = desk.rounds().save(officer.member(), round.id(), version, terms);
    return switch (moved) {
      case Moved.Done _ -> DeskPages.see(RoundDesk.path(round.id()), "rounds.saved");
      case Moved.Stale _ ->
          form(request, officer, 412, id, Optional.of(desk.find(id)), typed, desk.find(id));
      case Moved.Refused refused -> {
        String code = refused.obstacles().getFirst().code();
        typed.wrong("", code, Obstacles.key(code, officer.messages()), new Object[0]);
        yield form(request, officer, 409, id, Optional.of(round), typed, null);
      }
    };
  }

  private static RoundTerms terms(Typed typed) {
    String framework = typed.needed("framework");
    if (!framework.isEmpty() && (framework.length() < 3 || framework.length() > 120)) {
      typed.wrong("framework", "desk.rounds.wrong.length");
    }
    @Nullable String agreement = Values.orNull(typed.text("agreement"));
    @Nullable Integer stage = typed.whole("stage").filter(n -> n > 0).orElse(null);
    if (agreement != null && (agreement.length() < 3 || agreement.length() > 120)) {
      typed.wrong("agreement", "desk.rounds.wrong.length");
    }
    if ((agreement == null) != (stage == null)) {
      typed.wrong(agreement == null ? "agreement" : "stage", "desk.rounds.wrong.stage");
    }
    @Nullable String mediator = Values.orNull(typed.text("mediator"));
    if (mediator != null && (mediator.length() < 2 || mediator.length() > 80)) {
      typed.wrong("mediator", "desk.rounds.wrong.length");
    }
    return new RoundTerms(
        framework, agreement, stage, mediator, typed.date("planned").orElse(null));
  }

  private static Typed filled(Round round) {
    Map<String, String> known = new HashMap<>();
    known.put("framework", round.framework());
    known.put("agreement", Values.text(round.agreement()));
    known.put("stage", Values.text(round.stage()));
    known.put("mediator", Values.text(round.mediator()));
    known.put("planned", Values.text(round.plannedOn()));
    return Typed.filled(known);
  }

  private ResponseEntity<byte[]> form(
      HttpServletRequest request,
      Officer officer,
      int status,
      UUID id,
      Optional<Round> round,
      Typed typed,
      @Nullable Round stale) {
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/terms",
        round.isPresent() ? "desk.rounds.edit.title" : "desk.rounds.new.title",
        frame -> new TermsView(frame, id, round, typed, Optional.ofNullable(stale)));
  }
}
