package svoi.desk.rounds;

import static svoi.staff.Right.MANAGE_ROUNDS;
import static svoi.staff.Right.SIGN_LISTS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
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
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.Block;
import svoi.exchange.Category;
import svoi.exchange.Moved;
import svoi.exchange.OfferedKind;
import svoi.exchange.Round;
import svoi.exchange.Signatures;

/// Blocks of a round: their ratio or their ground, and the signatures of an asymmetric one.
@Controller
final class BlocksController {
  private final DeskPages pages;
  private final RoundDesk desk;
  private final RoomController room;

  BlocksController(DeskPages pages, RoundDesk desk, RoomController room) {
    this.pages = pages;
    this.desk = desk;
    this.room = room;
  }

  @Needs(MANAGE_ROUNDS)
  @GetMapping("/desk/rounds/{id}/blocks/new")
  ResponseEntity<byte[]> blank(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    Typed typed = Typed.filled(Map.of("offers", "1", "needs", "1"));
    return form(request, officer, 200, round, Optional.empty(), typed, null);
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/blocks")
  ResponseEntity<byte[]> add(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    Typed typed = Typed.of(request);
    Block.Terms terms = terms(typed);
    if (!typed.ok()) {
      return form(request, officer, 422, round, Optional.empty(), typed, null);
    }
    return answer(
        request,
        officer,
        round,
        null,
        typed,
        desk.blocks().add(officer.member(), round.id(), terms));
  }

  @Needs(MANAGE_ROUNDS)
  @GetMapping("/desk/rounds/{id}/blocks/{block}")
  ResponseEntity<byte[]> edit(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID block) {
    Round round = desk.open(officer, id, "desk.round");
    Block known = find(round, block);
    return form(request, officer, 200, round, Optional.of(known), filled(known), null);
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/blocks/{block}")
  ResponseEntity<byte[]> save(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID block) {
    Round round = desk.find(id);
    Block known = find(round, block);
    Typed typed = Typed.of(request);
    int version = typed.whole("version").orElse(-1);
    if (typed.ticked("remove")) {
      Moved moved = desk.blocks().remove(officer.member(), round.id(), block, version);
      return answer(request, officer, round, known, typed, moved);
    }
    Block.Terms terms = terms(typed);
    if (!typed.ok()) {
      return form(request, officer, 422, round, Optional.of(known), typed, null);
    }
    Moved moved = desk.blocks().save(officer.member(), round.id(), block, version, terms);
    return answer(request, officer, round, known, typed, moved);
  }

  @Needs(value = SIGN_LISTS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/blocks/{block}/sign")
  ResponseEntity<byte[]> sign(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID block) {
    Round round = desk.open(officer, id, "desk.round");
    find(round, block);
    byte[] seen = Values.hash(Typed.of(request).text("hash"));
    Moved moved = desk.signatures().sign(officer.member(), Signatures.Subject.BLOCK, block, seen);
    return moved instanceof Moved.Done
        ? DeskPages.see(RoundDesk.path(round.id()), "rounds.signed")
        : room.refused(request, officer, id, moved);
  }

  private Block find(Round round, UUID block) {
    return desk.blocks().of(round.id()).stream()
        .filter(b -> b.id().equals(block))
        .findFirst()
        .orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request,
      Officer officer,
      Round round,
      @Nullable Block known,
      Typed typed,
      Moved moved) {
    return switch (moved) {
      case Moved.Done _ -> DeskPages.see(RoundDesk.path(round.id()), "rounds.saved");
      case Moved.Stale _ -> {
        Optional<Block> now =
            desk.blocks().of(round.id()).stream()
                .filter(b -> known != null && b.id().equals(known.id()))
                .findFirst();
        yield form(request, officer, 412, round, now, typed, now.orElse(null));
      }
      case Moved.Refused refused -> {
        String code = refused.obstacles().getFirst().code();
        typed.wrong("", code, Obstacles.key(code, officer.messages()), new Object[0]);
        yield form(request, officer, 409, round, Optional.ofNullable(known), typed, null);
      }
    };
  }

  private static Block.Terms terms(Typed typed) {
    boolean asymmetric = typed.text("kind").equals("asymmetric");
    @Nullable Integer offers = null;
    @Nullable Integer needs = null;
    @Nullable String ground = null;
    if (asymmetric) {
      ground = typed.needed("ground");
      if (!ground.isEmpty() && (ground.length() < 10 || ground.length() > 500)) {
        typed.wrong("ground", "desk.rounds.wrong.ground");
      }
    } else {
      offers = part(typed, "offers");
      needs = part(typed, "needs");
    }
    return new Block.Terms(
        offers,
        needs,
        ground,
        OfferedKind.of(typed.text("offered")).orElse(null),
        Category.of(typed.text("awaited")).orElse(null));
  }

  private static @Nullable Integer part(Typed typed, String field) {
    typed.needed(field);
    Optional<Integer> part = typed.whole(field);
    if (part.isPresent() && (part.get() < 1 || part.get() > 1000)) {
      typed.wrong(field, "desk.rounds.wrong.part");
    }
    return part.orElse(null);
  }

  private static Typed filled(Block block) {
    Map<String, String> known = new HashMap<>();
    known.put("kind", block.asymmetric() ? "asymmetric" : "ratio");
    known.put("offers", Values.text(block.offersPart()));
    known.put("needs", Values.text(block.needsPart()));
    known.put("ground", Values.text(block.ground()));
    OfferedKind offered = block.offeredKind();
    Category awaited = block.awaitedCategory();
    known.put("offered", offered == null ? "" : offered.code());
    known.put("awaited", awaited == null ? "" : awaited.code());
    return Typed.filled(known);
  }

  private ResponseEntity<byte[]> form(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      Optional<Block> block,
      Typed typed,
      @Nullable Block stale) {
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/block",
        block.isPresent() ? "desk.rounds.block.title" : "desk.rounds.block.new",
        frame -> new BlockView(frame, round, block, typed, Optional.ofNullable(stale)));
  }
}
