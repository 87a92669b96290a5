package svoi.desk.rounds;

import static svoi.staff.Right.MANAGE_ROUNDS;
import static svoi.staff.Right.READ_ROUNDS;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.Block;
import svoi.exchange.BoardSlot;
import svoi.exchange.Candidate;
import svoi.exchange.Condition;
import svoi.exchange.Moved;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.exchange.Side;
import svoi.exchange.SlotId;
import svoi.exchange.Slots;

/// The slots of a round: how ready they are, who may stand there, who is taken off.
@Controller
final class SlotsController {
  /// Rows of a page that stays below 60 KB.
  private static final int PAGE = 30;

  private final DeskPages pages;
  private final RoundDesk desk;

  SlotsController(DeskPages pages, RoundDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds/{id}/slots")
  ResponseEntity<byte[]> board(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return board(request, officer, 200, desk.find(id), List.of());
  }

  private ResponseEntity<byte[]> board(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      List<RoundObstacle> refused) {
    Typed asked = Typed.of(request);
    BoardSlot.Wanted wanted =
        new BoardSlot.Wanted(
            asked.id("block").orElse(null),
            Side.of(asked.text("side")).orElse(null),
            Stream.of(Condition.values())
                .filter(c -> c.missing().equals(asked.text("missing")))
                .findFirst()
                .orElse(null),
            asked.ticked("open"));
    int page = Math.clamp(asked.whole("page").orElse(1), 1, 1000);
    List<BoardSlot> found = desk.readiness().board(round.id(), wanted, (page - 1) * PAGE, PAGE + 1);
    List<BoardSlot> slots = found.subList(0, Math.min(PAGE, found.size()));
    desk.seen(
        officer,
        round,
        "desk.round-slots",
        slots.stream()
            .flatMap(s -> Stream.of(Optional.of(s.participant()), Optional.ofNullable(s.person())))
            .flatMap(Optional::stream)
            .toList());
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/board",
        "desk.rounds.board.title",
        frame ->
            new BoardView(
                frame,
                officer,
                round,
                desk.blocks().of(round.id()),
                desk.readiness().tally(round.id()),
                wanted,
                slots,
                page,
                found.size() > PAGE,
                refused));
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/slots/{slot}")
  ResponseEntity<byte[]> change(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable UUID slot) {
    Round round = desk.find(id);
    Typed typed = Typed.of(request);
    SlotId slotId = new SlotId(slot);
    int version = typed.whole("version").orElse(-1);
    String what = typed.text("do");
    Moved moved;
    if (Slots.REASONS.contains(what)) {
      moved = desk.slots().drop(officer.member(), round.id(), slotId, version, what);
    } else if (what.equals("list") || what.equals("reserve")) {
      UUID block = typed.id("in").orElseThrow(NotReached::new);
      @Nullable Integer rank = what.equals("reserve") ? typed.whole("rank").orElse(1) : null;
      moved = desk.slots().place(officer.member(), round.id(), slotId, version, block, rank);
    } else {
      return board(
          request, officer, 422, round, List.of(new RoundObstacle("slot.nothing_chosen", "")));
    }
    return moved instanceof Moved.Done
        ? DeskPages.see(RoundDesk.path(round.id()) + "/slots", "rounds.saved")
        : board(request, officer, Obstacles.status(moved), desk.find(id), Obstacles.of(moved));
  }

  @Needs(MANAGE_ROUNDS)
  @GetMapping("/desk/rounds/{id}/blocks/{block}/add")
  ResponseEntity<byte[]> candidates(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID block) {
    return candidates(request, officer, 200, desk.find(id), block, List.of());
  }

  private ResponseEntity<byte[]> candidates(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      UUID blockId,
      List<RoundObstacle> refused) {
    Typed asked = Typed.of(request);
    Block block = block(round, blockId);
    Candidate.Wanted wanted = wanted(asked);
    List<Candidate> found = desk.slots().candidates(round, block, wanted, PAGE + 1);
    List<Candidate> page = found.subList(0, Math.min(PAGE, found.size()));
    desk.seen(
        officer,
        round,
        "desk.round-candidates",
        page.stream()
            .flatMap(c -> Stream.of(Optional.of(c.id()), Optional.ofNullable(c.person())))
            .flatMap(Optional::stream)
            .toList());
    Optional<String> next =
        found.size() > PAGE
            ? Optional.of(next(round, block, wanted, page.getLast()))
            : Optional.empty();
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/candidates",
        "desk.rounds.add.title",
        frame ->
            new CandidatesView(
                frame, round, block, wanted, page, missing(block, wanted.side()), next, refused));
  }

  private static Candidate.Wanted wanted(Typed asked) {
    Optional<LocalDate> since = asked.date("since");
    Optional<UUID> after = asked.id("after");
    return new Candidate.Wanted(
        Side.of(asked.text("side")).orElse(Side.AWAITED),
        asked.text("q"),
        asked.ticked("all"),
        since.isPresent() && after.isPresent()
            ? new Candidate.Place(since.get(), after.get())
            : null);
  }

  private static String next(Round round, Block block, Candidate.Wanted wanted, Candidate last) {
    return "%s/blocks/%s/add?side=%s&q=%s%s&since=%s&after=%s"
        .formatted(
            RoundDesk.path(round.id()),
            block.id(),
            wanted.side().code(),
            URLEncoder.encode(wanted.family(), StandardCharsets.UTF_8),
            wanted.all() ? "&all=yes" : "",
            last.since(),
            last.id());
  }

  /// How many more the ratio asks for.
  private static int missing(Block block, Side side) {
    Integer offers = block.offersPart();
    Integer needs = block.needsPart();
    if (offers == null || needs == null) {
      return 0;
    }
    int units = Math.max(ceil(block.offered(), offers), ceil(block.awaited(), needs));
    int missing =
        side == Side.OFFERED ? units * offers - block.offered() : units * needs - block.awaited();
    return Math.max(missing, 0);
  }

  private static int ceil(int people, int part) {
    return (people + part - 1) / part;
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/blocks/{block}/add")
  ResponseEntity<byte[]> add(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID block) {
    Round round = desk.find(id);
    Block known = block(round, block);
    Typed typed = Typed.of(request);
    Side side = Side.of(typed.text("side")).orElse(Side.AWAITED);
    int first = typed.whole("first").orElse(0);
    Moved moved;
    if (first > 0) {
      Slots.First added = desk.slots().addFirst(officer.member(), round, known, side, first);
      moved = added.found() == 0 ? nobody("slot.nobody_free") : added.moved();
    } else {
      List<UUID> chosen = typed.ids("person");
      moved =
          chosen.isEmpty()
              ? nobody("slot.nothing_chosen")
              : desk.slots()
                  .add(officer.member(), round.id(), block, chosen, typed.ticked("reserve"));
    }
    return moved instanceof Moved.Done
        ? DeskPages.see(RoundDesk.path(round.id()), "rounds.added")
        : candidates(
            request, officer, Obstacles.status(moved), desk.find(id), block, Obstacles.of(moved));
  }

  private static Moved nobody(String code) {
    return new Moved.Refused(List.of(new RoundObstacle(code, "")));
  }

  private Block block(Round round, UUID block) {
    return desk.blocks().of(round.id()).stream()
        .filter(b -> b.id().equals(block))
        .findFirst()
        .orElseThrow(NotReached::new);
  }
}
