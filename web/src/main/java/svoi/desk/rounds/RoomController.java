package svoi.desk.rounds;

import static svoi.staff.Right.ANNOUNCE_ROUNDS;
import static svoi.staff.Right.CONTACT_FAMILIES;
import static svoi.staff.Right.MANAGE_ROUNDS;
import static svoi.staff.Right.READ_NEEDS;
import static svoi.staff.Right.READ_ROUNDS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import svoi.exchange.RoundObstacle;
import svoi.exchange.RoundState;
import svoi.exchange.Rounds;
import svoi.exchange.needs.FamiliesToTell;

/// The room of a round: where it stands, its next steps, its place, its announcement, the families.
@Controller
final class RoomController {
  private static final int FAMILIES = 50;

  /// Steps that follow from something else: a list that is sent, outcomes that are recorded.
  private static final Set<RoundState> BY_THEMSELVES =
      Set.of(RoundState.PROPOSED, RoundState.EXECUTED, RoundState.PARTIAL);

  private final DeskPages pages;
  private final RoundDesk desk;

  RoomController(DeskPages pages, RoundDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds/{id}")
  ResponseEntity<byte[]> room(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, desk.open(officer, id, "desk.round"), List.of());
  }

  @Needs(value = MANAGE_ROUNDS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/move")
  ResponseEntity<byte[]> move(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    Typed typed = Typed.of(request);
    RoundState seen = RoundState.of(typed.text("seen")).orElse(round.state());
    RoundState to = RoundState.of(typed.text("to")).orElse(round.state());
    String reason = typed.text("reason");
    boolean asks = to == RoundState.ABORTED || to == RoundState.COUNTER_PROPOSED;
    if (asks && !Rounds.REASONS.contains(reason)) {
      return show(request, officer, 422, round, obstacle("round.reason_missing"));
    }
    if (BY_THEMSELVES.contains(to)) {
      return show(request, officer, 409, round, obstacle("round-moves-as-drawn"));
    }
    Moved moved = desk.rounds().move(officer.member(), round.id(), seen, to, asks ? reason : null);
    return moved instanceof Moved.Done
        ? DeskPages.see(RoundDesk.path(round.id()), "rounds.moved")
        : show(request, officer, Obstacles.status(moved), desk.find(id), Obstacles.of(moved));
  }

  private static List<RoundObstacle> obstacle(String code) {
    return List.of(new RoundObstacle(code, ""));
  }

  /// The room again, with why an act on it was refused.
  ResponseEntity<byte[]> refused(
      HttpServletRequest request, Officer officer, UUID id, Moved moved) {
    return show(request, officer, Obstacles.status(moved), desk.find(id), Obstacles.of(moved));
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      List<RoundObstacle> refused) {
    List<RoundState> moves =
        desk.transitions().of("round").stream()
            .filter(move -> move.from().equals(round.state().code()))
            .flatMap(move -> RoundState.of(move.to()).stream())
            .filter(to -> !BY_THEMSELVES.contains(to))
            .toList();
    @Nullable RoundState next =
        Stream.of(RoundState.AGREED, RoundState.PREPARING, RoundState.EXECUTING)
            .filter(moves::contains)
            .findFirst()
            .orElse(null);
    List<RoundObstacle> before = next == null ? List.of() : desk.rounds().obstacles(round, next);
    int families = round.state().isOver() ? desk.families().count(round.id(), FAMILIES) : 0;
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/room",
        "desk.rounds.room.title",
        frame ->
            new RoomView(
                frame,
                officer,
                round,
                desk.blocks().of(round.id()),
                desk.lists().of(round.id()),
                desk.rounds().steps(round.id()),
                desk.readiness().tally(round.id()),
                next,
                before,
                moves.stream().filter(to -> to != next).toList(),
                families,
                refused));
  }

  @Needs(value = READ_ROUNDS, stepUp = true)
  @GetMapping("/desk/rounds/{id}/place")
  ResponseEntity<byte[]> place(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    String place = desk.rounds().place(officer.member(), round.id()).orElse("");
    return place(request, officer, 200, round, Typed.filled(Map.of("place", place)));
  }

  @Needs(value = MANAGE_ROUNDS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/place")
  ResponseEntity<byte[]> setPlace(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    Typed typed = Typed.of(request);
    if (typed.text("place").length() > 300) {
      typed.wrong("place", "desk.rounds.wrong.length");
      return place(request, officer, 422, round, typed);
    }
    int version = typed.whole("version").orElse(-1);
    Moved moved =
        desk.rounds().setPlace(officer.member(), round.id(), version, typed.text("place"));
    if (moved instanceof Moved.Done) {
      return DeskPages.see(RoundDesk.path(round.id()), "rounds.saved");
    }
    typed.wrong("place", "desk.rounds.wrong.stale");
    return place(request, officer, Obstacles.status(moved), desk.find(id), typed);
  }

  private ResponseEntity<byte[]> place(
      HttpServletRequest request, Officer officer, int status, Round round, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/place",
        "desk.rounds.place.title",
        frame -> new PlaceView(frame, officer, round, typed));
  }

  @Needs(ANNOUNCE_ROUNDS)
  @GetMapping("/desk/rounds/{id}/announce")
  ResponseEntity<byte[]> announcing(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    String mediator = Values.text(round.mediator());
    return announcing(request, officer, 200, round, Typed.filled(Map.of("mediator", mediator)));
  }

  @Needs(value = ANNOUNCE_ROUNDS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/announce")
  ResponseEntity<byte[]> announce(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    Typed typed = Typed.of(request);
    @Nullable Integer number = typed.whole("number").filter(n -> n > 0).orElse(null);
    @Nullable String mediator = Values.orNull(typed.text("mediator"));
    if (mediator != null && (mediator.length() < 2 || mediator.length() > 80)) {
      typed.wrong("mediator", "desk.rounds.wrong.length");
    }
    if (!typed.ticked("public")) {
      typed.wrong("public", "desk.rounds.wrong.public");
    }
    if (!typed.ok()) {
      return announcing(request, officer, 422, round, typed);
    }
    Moved moved = desk.rounds().announce(officer.member(), round.id(), number, mediator);
    return moved instanceof Moved.Done
        ? DeskPages.see(RoundDesk.path(round.id()), "rounds.announced")
        : refused(request, officer, id, moved);
  }

  private ResponseEntity<byte[]> announcing(
      HttpServletRequest request, Officer officer, int status, Round round, Typed typed) {
    int families = desk.families().count(round.id(), FAMILIES);
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/announce",
        "desk.rounds.announce.title",
        frame -> new AnnounceView(frame, round, families, typed));
  }

  @Needs(READ_NEEDS)
  @GetMapping("/desk/rounds/{id}/families")
  ResponseEntity<byte[]> families(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    List<FamiliesToTell.Family> families =
        desk.families().of(round.id(), officer.member(), FAMILIES);
    desk.seen(
        officer,
        round,
        "desk.round-families",
        families.stream().map(family -> family.person().value()).toList());
    return pages.show(
        request,
        officer,
        "desk/rounds/families",
        "desk.rounds.families.title",
        frame -> new FamiliesView(frame, round, officer.may(CONTACT_FAMILIES), families));
  }
}
