package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.intake.DeskKeys;
import svoi.intake.IntakeRefused;
import svoi.intake.OfflineCases;
import svoi.intake.SealedAnswer;
import svoi.staff.Right;
import svoi.web.Uploads;

/// Desks whose key stays on a machine without a network: which cases they have, one of them taken
/// out sealed, an answer brought back sealed. Nothing has to be unlocked, for nothing is opened.
@Controller
final class OfflineController {
  private static final String HERE = "/desk/intake/offline";

  private final DeskPages pages;
  private final IntakeDesk desk;
  private final OfflineCases cases;

  OfflineController(DeskPages pages, IntakeDesk desk, OfflineCases cases) {
    this.pages = pages;
    this.desk = desk;
    this.cases = cases;
  }

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping(HERE)
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, Typed.of(request));
  }

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping(HERE + "/cases/{id}")
  ResponseEntity<byte[]> ask(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return ask(request, officer, 200, id, Typed.empty());
  }

  /// Sends the container as it is made; null when it was sent.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping(HERE + "/cases/{id}/export")
  @Nullable ResponseEntity<byte[]> export(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      @PathVariable UUID id)
      throws IOException {
    Typed typed = Typed.of(request);
    Optional<OfflineCases.Purpose> purpose = OfflineCases.Purpose.of(typed.text("purpose"));
    if (purpose.isEmpty()) {
      typed.wrong("purpose", "desk.intake.wrong.purpose");
    }
    if (!typed.ticked("sure")) {
      typed.wrong("sure", "desk.intake.wrong.not-sure");
    }
    if (!typed.ok()) {
      return ask(request, officer, 422, id, typed);
    }
    OfflineCases.Leaving leaving =
        cases.export(IntakeDesk.idOf(officer), id, purpose.orElseThrow());
    String name = "case-" + QueueView.shortName(id) + ".zip";
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    leaving.writeTo(response.getOutputStream());
    return null;
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping(HERE + "/answers")
  ResponseEntity<byte[]> bring(HttpServletRequest request, Officer officer) throws IOException {
    Typed typed = Typed.empty();
    String answer = uploaded(request);
    try {
      UUID id = cases.bring(IntakeDesk.idOf(officer), answer);
      return DeskPages.see(HERE + "/cases/" + id, "intake.answer-brought");
    } catch (IntakeRefused e) {
      String code = e.reason() == IntakeRefused.Reason.GONE ? "intake.answer-to-nobody" : e.code();
      typed.wrong("answer", code, Refusals.key(officer.messages(), code), new Object[0]);
      return show(request, officer, 422, typed);
    }
  }

  /// What is no file, or too long to be an answer, is an empty text: no answer at all.
  private static String uploaded(HttpServletRequest request) throws IOException {
    StringBuilder text = new StringBuilder();
    if (Uploads.isUpload(request)) {
      try {
        Uploads.read(
            request,
            SealedAnswer.LONGEST,
            (field, name, content, fields) ->
                text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (Uploads.TooLarge e) {
        return "";
      }
    }
    return text.toString();
  }

  private List<DeskKeys.Desk> mine(Officer officer) {
    return desk.deskKeys().desks().stream()
        .filter(d -> d.officers().contains(IntakeDesk.idOf(officer)))
        .sorted(Comparator.comparing(DeskKeys.Desk::code))
        .toList();
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    List<OfflineView.OneDesk> desks =
        mine(officer).stream()
            .map(d -> new OfflineView.OneDesk(d, cases.list(IntakeDesk.idOf(officer), d.code())))
            .toList();
    return pages.show(
        request,
        officer,
        status,
        "desk/intake/offline",
        "desk.intake.offline.title",
        frame -> new OfflineView(frame, desks, typed));
  }

  private ResponseEntity<byte[]> ask(
      HttpServletRequest request, Officer officer, int status, UUID id, Typed typed) {
    OfflineCases.Listed listed = cases.find(IntakeDesk.idOf(officer), id);
    return pages.show(
        request,
        officer,
        status,
        "desk/intake/carry",
        "desk.intake.carry.title",
        frame -> new CarryView(frame, listed, typed));
  }
}
