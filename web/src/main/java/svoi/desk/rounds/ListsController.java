package svoi.desk.rounds;

import static svoi.staff.Right.MANAGE_ROUNDS;
import static svoi.staff.Right.READ_ROUNDS;
import static svoi.staff.Right.SIGN_LISTS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
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
import svoi.exchange.ListDiff;
import svoi.exchange.ListRow;
import svoi.exchange.ListVersion;
import svoi.exchange.Moved;
import svoi.exchange.Round;
import svoi.exchange.RoundLists;
import svoi.exchange.RoundObstacle;
import svoi.exchange.Signatures;

/// List versions of a round: looked at, compared, signed, sent, received.
@Controller
final class ListsController {
  private static final int PAGE = 100;

  private final DeskPages pages;
  private final RoundDesk desk;
  private final RoomController room;

  ListsController(DeskPages pages, RoundDesk desk, RoomController room) {
    this.pages = pages;
    this.desk = desk;
    this.room = room;
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/lists")
  ResponseEntity<byte[]> take(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    Moved moved = desk.lists().take(officer.member(), round.id());
    if (!(moved instanceof Moved.Done)) {
      return room.refused(request, officer, id, moved);
    }
    int n = desk.lists().of(round.id()).getFirst().n();
    return DeskPages.see(RoundDesk.path(round.id()) + "/lists/" + n, "rounds.taken");
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds/{id}/lists/{seq}")
  ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    Round round = desk.find(id);
    return show(request, officer, 200, round, version(round, seq), List.of());
  }

  ListVersion version(Round round, int n) {
    return desk.lists().find(round.id(), n).orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      ListVersion list,
      List<RoundObstacle> refused) {
    int after = Typed.of(request).whole("after").orElse(0);
    List<ListRow> found = desk.lists().rows(list, after, PAGE + 1);
    List<ListRow> rows = found.subList(0, Math.min(PAGE, found.size()));
    desk.seen(officer, round, "desk.round-list", RoundLists.participants(rows));
    Optional<Integer> before =
        desk.lists().of(round.id()).stream()
            .filter(other -> other.n() < list.n() && !other.state().equals("superseded"))
            .map(ListVersion::n)
            .findFirst();
    Optional<Integer> next =
        found.size() > PAGE ? Optional.of(rows.getLast().position()) : Optional.empty();
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/list-version",
        "desk.rounds.version.title",
        frame -> new ListView(frame, officer, round, list, before, rows, next, refused));
  }

  @Needs(value = SIGN_LISTS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/sign")
  ResponseEntity<byte[]> sign(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    byte[] seen = Values.hash(Typed.of(request).text("hash"));
    return act(
        request,
        officer,
        id,
        seq,
        "rounds.signed",
        (round, list) ->
            desk.signatures().sign(officer.member(), Signatures.Subject.LIST, list.id(), seen));
  }

  @Needs(value = MANAGE_ROUNDS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/send")
  ResponseEntity<byte[]> send(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    return act(
        request,
        officer,
        id,
        seq,
        "rounds.sent",
        (round, list) -> desk.lists().send(officer.member(), round.id(), list));
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/receive")
  ResponseEntity<byte[]> receive(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    return act(
        request,
        officer,
        id,
        seq,
        "rounds.received",
        (round, list) -> desk.lists().receive(officer.member(), round.id(), list));
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/discard")
  ResponseEntity<byte[]> discard(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    return act(
        request,
        officer,
        id,
        seq,
        "rounds.discarded",
        (round, list) -> desk.lists().discard(officer.member(), round.id(), list));
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/adopt")
  ResponseEntity<byte[]> adopt(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    return act(
        request,
        officer,
        id,
        seq,
        "rounds.adopted",
        (round, list) -> desk.adoption().adopt(officer.member(), round.id(), list));
  }

  /// Does it to this version; a refusal comes back on the page of the version as it is then.
  private ResponseEntity<byte[]> act(
      HttpServletRequest request,
      Officer officer,
      UUID id,
      int seq,
      String done,
      BiFunction<Round, ListVersion, Moved> act) {
    Round round = desk.find(id);
    Moved moved = act.apply(round, version(round, seq));
    if (moved instanceof Moved.Done) {
      return DeskPages.see(RoundDesk.path(round.id()) + "/lists/" + seq, done);
    }
    Round now = desk.find(id);
    return show(
        request, officer, Obstacles.status(moved), now, version(now, seq), Obstacles.of(moved));
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds/{id}/diff")
  ResponseEntity<byte[]> diff(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    Typed asked = Typed.of(request);
    ListVersion first = version(round, asked.whole("from").orElse(0));
    ListVersion second = version(round, asked.whole("to").orElse(0));
    int part = Math.clamp(asked.whole("part").orElse(1), 1, 1000);
    ListDiff whole = desk.lists().diff(first, second);
    ListDiff shown =
        new ListDiff(
            part(whole.removed(), part),
            part(whole.added(), part),
            part(whole.moved(), part),
            whole.same());
    desk.seen(
        officer,
        round,
        "desk.round-diff",
        RoundLists.participants(
            java.util.stream.Stream.concat(shown.removed().stream(), shown.added().stream())
                .toList()));
    int longest =
        Math.max(whole.removed().size(), Math.max(whole.added().size(), whole.moved().size()));
    return pages.show(
        request,
        officer,
        "desk/rounds/diff",
        "desk.rounds.diff.title",
        frame ->
            new DiffView(
                frame,
                round,
                desk.lists().of(round.id()),
                first,
                second,
                whole,
                shown,
                part,
                longest > part * PAGE));
  }

  private static <T> List<T> part(List<T> rows, int part) {
    int from = Math.min((part - 1) * PAGE, rows.size());
    return rows.subList(from, Math.min(from + PAGE, rows.size()));
  }
}
