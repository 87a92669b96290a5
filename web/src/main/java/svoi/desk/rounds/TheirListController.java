package svoi.desk.rounds;

import static svoi.staff.Right.MANAGE_ROUNDS;
import static svoi.staff.Right.SIGN_LISTS;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import svoi.exchange.ListRow;
import svoi.exchange.ListVersion;
import svoi.exchange.Moved;
import svoi.exchange.Round;
import svoi.exchange.RoundLists;
import svoi.exchange.Signatures;
import svoi.exchange.TheirLists;
import svoi.web.Uploads;

/// A list of theirs: the file, whom its rows mean, and their demands.
@Controller
final class TheirListController {
  private static final long FILE_BYTES = 5L * 1024 * 1024;

  private final DeskPages pages;
  private final RoundDesk desk;
  private final RoomController room;

  TheirListController(DeskPages pages, RoundDesk desk, RoomController room) {
    this.pages = pages;
    this.desk = desk;
    this.room = room;
  }

  @Needs(MANAGE_ROUNDS)
  @GetMapping("/desk/rounds/{id}/import")
  ResponseEntity<byte[]> form(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    return form(request, officer, 200, round, null, "", List.of(), 0, "");
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/import")
  ResponseEntity<byte[]> read(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    Round round = desk.find(id);
    byte[][] file = new byte[1][];
    Map<String, List<String>> fields = Map.of();
    if (Uploads.isUpload(request)) {
      try {
        fields =
            Uploads.read(
                request,
                FILE_BYTES,
                (field, name, content, typed) -> file[0] = content.readAllBytes());
      } catch (Uploads.TooLarge e) {
        return form(request, officer, 422, round, "file-too-large", "", List.of(), 0, "");
      }
    }
    if (file[0] == null) {
      return form(request, officer, 422, round, "file-missing", "", List.of(), 0, "");
    }
    String ground = fields.getOrDefault("ground", List.of("")).getFirst();
    TheirLists.Reading reading = desk.theirs().read(officer.member(), round.id(), file[0], ground);
    return switch (reading) {
      case TheirLists.Reading.Drafted drafted ->
          DeskPages.see(RoundDesk.path(round.id()) + "/lists/" + drafted.n(), "rounds.imported");
      case TheirLists.Reading.Wrong wrong ->
          form(request, officer, 422, round, "file-cells", "", wrong.faults(), 0, ground);
      case TheirLists.Reading.NoTable none ->
          form(
              request,
              officer,
              422,
              round,
              none.finding().code(),
              none.finding().value(),
              List.of(),
              0,
              ground);
      case TheirLists.Reading.GroundNeeded needed ->
          form(
              request,
              officer,
              422,
              round,
              "round.child_in_ratio",
              "",
              List.of(),
              needed.rows(),
              ground);
      case TheirLists.Reading.Refused refused ->
          form(request, officer, 409, round, refused.code(), "", List.of(), 0, ground);
    };
  }

  private ResponseEntity<byte[]> form(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      @Nullable String code,
      String about,
      List<TheirLists.Fault> faults,
      int demands,
      String ground) {
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/import",
        "desk.rounds.import.title",
        frame ->
            new ImportView(
                frame, round, Optional.ofNullable(code), about, faults, demands, ground));
  }

  @Needs(MANAGE_ROUNDS)
  @GetMapping("/desk/rounds/{id}/lists/{seq}/rows/{seq2}")
  ResponseEntity<byte[]> match(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable int seq,
      @PathVariable int seq2) {
    Round round = desk.find(id);
    ListVersion list = desk.lists().find(round.id(), seq).orElseThrow(NotReached::new);
    ListRow row = row(list, seq2);
    List<TheirLists.Choice> choices = desk.theirs().choices(round.id(), row);
    desk.seen(
        officer,
        round,
        "desk.round-match",
        Stream.concat(
                choices.stream().map(TheirLists.Choice::id),
                RoundLists.participants(List.of(row)).stream())
            .toList());
    return pages.show(
        request,
        officer,
        "desk/rounds/match",
        "desk.rounds.match.title",
        frame -> new MatchView(frame, round, list, row, choices));
  }

  private ListRow row(ListVersion list, int position) {
    return desk.lists().rows(list, position - 1, 1).stream()
        .filter(row -> row.position() == position && !row.demand())
        .findFirst()
        .orElseThrow(NotReached::new);
  }

  @Needs(MANAGE_ROUNDS)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/rows/{seq2}")
  ResponseEntity<byte[]> decide(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable int seq,
      @PathVariable int seq2) {
    Round round = desk.find(id);
    ListVersion list = desk.lists().find(round.id(), seq).orElseThrow(NotReached::new);
    ListRow row = row(list, seq2);
    @Nullable UUID person = Typed.of(request).id("person").orElse(null);
    Moved moved = desk.theirs().decide(officer.member(), round.id(), list, row.position(), person);
    String here = RoundDesk.path(round.id()) + "/lists/" + list.n();
    return moved instanceof Moved.Done
        ? DeskPages.see(here + "?after=" + Math.max(0, row.position() - 5), "rounds.matched")
        : room.refused(request, officer, id, moved);
  }

  @Needs(value = SIGN_LISTS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/lists/{seq}/demand")
  ResponseEntity<byte[]> signDemand(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable int seq) {
    Round round = desk.open(officer, id, "desk.round");
    ListVersion list = desk.lists().find(round.id(), seq).orElseThrow(NotReached::new);
    byte[] now = desk.lists().demandHash(list).orElseThrow(NotReached::new);
    Moved moved =
        desk.signatures().sign(officer.member(), Signatures.Subject.DEMAND, list.id(), now);
    return moved instanceof Moved.Done
        ? DeskPages.see(RoundDesk.path(round.id()) + "/lists/" + seq, "rounds.signed")
        : room.refused(request, officer, id, moved);
  }
}
