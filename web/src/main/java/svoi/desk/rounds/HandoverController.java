package svoi.desk.rounds;

import static svoi.staff.Right.READ_ROUNDS;
import static svoi.staff.Right.RECORD_HANDOVERS;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.Handovers;
import svoi.exchange.Moved;
import svoi.exchange.Protocol;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.exchange.Rounds;
import svoi.exchange.SheetLine;
import svoi.web.Uploads;

/// The line: sheets on paper, typed in afterwards, recorded with the scan of the protocol.
@Controller
final class HandoverController {
  private static final int PAGE = 15;
  private static final int ALL = 20_000;
  private static final long SCAN_BYTES = 50L * 1024 * 1024;

  private final DeskPages pages;
  private final RoundDesk desk;

  HandoverController(DeskPages pages, RoundDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds/{id}/sheets.pdf")
  ResponseEntity<byte[]> paper(Officer officer, @PathVariable UUID id) throws IOException {
    Round round = desk.find(id);
    List<SheetLine.Shown> sheets = desk.handovers().sheets(round.id(), 0, ALL);
    desk.seen(officer, round, "desk.round-sheets", participants(sheets));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename("round-" + round.number() + "-sheets.pdf")
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(LineSheets.of(round, sheets, officer.messages()));
  }

  private static List<UUID> participants(List<SheetLine.Shown> sheets) {
    return sheets.stream()
        .flatMap(s -> Stream.of(Optional.of(s.participant()), Optional.ofNullable(s.person())))
        .flatMap(Optional::stream)
        .toList();
  }

  @Needs(READ_ROUNDS)
  @GetMapping("/desk/rounds/{id}/handover")
  ResponseEntity<byte[]> sheets(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    List<SheetLine.Shown> sheets = page(round, request);
    return sheets(
        request, officer, 200, round, sheets, SheetForm.filled(sheets), Map.of(), List.of());
  }

  private List<SheetLine.Shown> page(Round round, HttpServletRequest request) {
    return desk.handovers().sheets(round.id(), (number(request) - 1) * PAGE, PAGE);
  }

  private static int number(HttpServletRequest request) {
    return Math.clamp(Typed.of(request).whole("page").orElse(1), 1, 2000);
  }

  private ResponseEntity<byte[]> sheets(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      List<SheetLine.Shown> sheets,
      Typed typed,
      Map<Integer, List<Handovers.Instead>> choices,
      List<RoundObstacle> refused) {
    desk.seen(officer, round, "desk.round-sheets", participants(sheets));
    Handovers.Progress progress = desk.handovers().progress(round.id());
    int pageCount = Math.max(1, (progress.sheets() + PAGE - 1) / PAGE);
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/sheets",
        "desk.rounds.sheets.title",
        frame ->
            new SheetsView(
                frame,
                officer,
                round,
                progress,
                sheets,
                number(request),
                pageCount,
                typed,
                choices,
                refused));
  }

  @Needs(RECORD_HANDOVERS)
  @PostMapping("/desk/rounds/{id}/handover")
  ResponseEntity<byte[]> save(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.find(id);
    Typed typed = Typed.of(request);
    List<SheetLine.Shown> sheets = inOrder(typed, page(round, request));
    List<SheetLine> lines = SheetForm.read(typed, sheets);
    if (!typed.ok()) {
      return sheets(request, officer, 422, round, sheets, typed, choices(typed, sheets), List.of());
    }
    Moved moved =
        desk.handovers()
            .save(officer.member(), round.id(), lines, SheetForm.emptied(typed, sheets));
    if (!(moved instanceof Moved.Done)) {
      List<RoundObstacle> refused = Obstacles.of(moved);
      int status = Obstacles.status(moved);
      return sheets(
          request, officer, status, round, page(round, request), typed, Map.of(), refused);
    }
    boolean next = typed.ticked("next");
    int page = number(request) + (next ? 1 : 0);
    return DeskPages.see(
        RoundDesk.path(round.id()) + "/handover?page=" + page, "rounds.sheets-saved");
  }

  /// The page's slots as the form showed them: a slot that is gone stays out.
  private static List<SheetLine.Shown> inOrder(Typed typed, List<SheetLine.Shown> sheets) {
    Map<String, SheetLine.Shown> known = new HashMap<>();
    sheets.forEach(sheet -> known.put(sheet.slot().value().toString(), sheet));
    return typed.all("slot").stream().flatMap(slot -> Stream.ofNullable(known.get(slot))).toList();
  }

  private Map<Integer, List<Handovers.Instead>> choices(Typed typed, List<SheetLine.Shown> sheets) {
    Map<Integer, List<Handovers.Instead>> choices = new HashMap<>();
    for (int row = 0; row < sheets.size(); row++) {
      if (typed.fault("instead-" + row).isPresent()) {
        choices.put(row, desk.handovers().instead(typed.text("who-" + row)));
      }
    }
    return choices;
  }

  @Needs(value = RECORD_HANDOVERS, stepUp = true)
  @GetMapping("/desk/rounds/{id}/handover/record")
  ResponseEntity<byte[]> ask(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Round round = desk.open(officer, id, "desk.round");
    LocalDate planned = round.plannedOn();
    Typed typed = Typed.filled(Map.of("held", Values.text(planned)));
    return ask(request, officer, 200, round, typed, List.of());
  }

  private ResponseEntity<byte[]> ask(
      HttpServletRequest request,
      Officer officer,
      int status,
      Round round,
      Typed typed,
      List<RoundObstacle> refused) {
    return pages.show(
        request,
        officer,
        status,
        "desk/rounds/record",
        "desk.rounds.record.title",
        frame ->
            new RecordView(frame, round, desk.handovers().progress(round.id()), typed, refused));
  }

  @Needs(value = RECORD_HANDOVERS, stepUp = true)
  @PostMapping("/desk/rounds/{id}/handover/record")
  ResponseEntity<byte[]> record(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    Round round = desk.open(officer, id, "desk.round");
    Typed[] typed = {Typed.empty()};
    Moved[] moved = new Moved[1];
    if (Uploads.isUpload(request)) {
      try {
        Map<String, List<String>> fields =
            Uploads.read(
                request,
                SCAN_BYTES,
                (field, name, content, before) -> {
                  typed[0] = filled(before);
                  moved[0] = record(officer, round, typed[0], content);
                });
        if (moved[0] == null && typed[0].ok()) {
          typed[0] = filled(fields).wrong("scan", "desk.rounds.wrong.scan");
        }
      } catch (Uploads.TooLarge e) {
        typed[0].wrong("scan", "desk.rounds.wrong.too-large");
      }
    } else {
      typed[0].wrong("scan", "desk.rounds.wrong.scan");
    }
    return switch (moved[0]) {
      case null -> ask(request, officer, 422, round, typed[0], List.of());
      case Moved.Done _ ->
          DeskPages.see(RoundDesk.path(round.id()) + "/outcomes", "rounds.recorded");
      case Moved refused ->
          ask(request, officer, Obstacles.status(refused), round, typed[0], Obstacles.of(refused));
    };
  }

  private static Typed filled(Map<String, List<String>> fields) {
    Map<String, String> known = new HashMap<>();
    fields.forEach((field, values) -> known.put(field, values.getFirst()));
    return Typed.filled(known);
  }

  /// Null when a field can't be read.
  private @Nullable Moved record(Officer officer, Round round, Typed typed, InputStream scan) {
    String number = typed.needed("number");
    if (number.length() > 60) {
      typed.wrong("number", "desk.rounds.wrong.length");
    }
    typed.needed("held");
    Optional<LocalDate> held = typed.date("held");
    Optional<LocalTime> from = time(typed, "from");
    Optional<LocalTime> until = time(typed, "until");
    String reason = typed.text("reason");
    if (!typed.ok() || held.isEmpty() || from.isEmpty() || until.isEmpty()) {
      return null;
    }
    Optional<Instant> last = Protocol.last(held.get(), from.get(), until.get());
    if (last.isEmpty()) {
      typed.wrong("until", "desk.rounds.wrong.order");
      return null;
    }
    Protocol protocol =
        new Protocol(
            number,
            held.get(),
            Protocol.at(held.get(), from.get()),
            last.get(),
            Rounds.REASONS.contains(reason) ? reason : null);
    return desk.handovers().record(officer.member(), round.id(), protocol, scan);
  }

  private static Optional<LocalTime> time(Typed typed, String field) {
    String text = typed.needed(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
    } catch (DateTimeParseException e) {
      typed.wrong(field, "desk.rounds.wrong.time");
      return Optional.empty();
    }
  }
}
