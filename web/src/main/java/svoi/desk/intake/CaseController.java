package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.Draft;
import svoi.intake.Inbox;
import svoi.intake.Unlocked;
import svoi.staff.Right;
import svoi.web.Uploads;

/// A thread and the answers to it.
@Controller
final class CaseController {
  private final DeskPages pages;
  private final IntakeDesk desk;
  private final Pixels pixels;
  private final CaseParts parts;

  CaseController(DeskPages pages, IntakeDesk desk, Pixels pixels, CaseParts parts) {
    this.pages = pages;
    this.desk = desk;
    this.pixels = pixels;
    this.parts = parts;
  }

  /// An answer as the form sends it.
  private record Letter(Typed typed, List<byte[]> files) {}

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/cases/{id}")
  ResponseEntity<byte[]> read(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, id, Typed.empty(), Typed.empty());
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/cases/{id}/answer")
  ResponseEntity<byte[]> answer(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    Letter letter = letter(request);
    Typed typed = letter.typed();
    Unlocked member = desk.unlocked(request, officer, typed);
    if (typed.text("do").equals("insert")) {
      Typed filled = inserted(desk.inbox().read(member, id), typed);
      return show(request, officer, 200, id, filled, Typed.empty());
    }
    List<byte[]> pictures = typed.ok() ? pictures(letter) : List.of();
    Snippets.unfilled(typed.text("text"))
        .ifPresent(place -> typed.wrong("text", "desk.intake.wrong.unfilled", "place", place));
    if (!typed.ok() || !desk.does(officer, typed, () -> send(member, id, typed, pictures))) {
      return show(request, officer, 422, id, typed, Typed.empty());
    }
    return DeskPages.see("/desk/intake/cases/" + id, "intake.answered");
  }

  private void send(Unlocked member, UUID id, Typed typed, List<byte[]> pictures) {
    try (Draft files = desk.inbox().draft()) {
      for (int i = 0; i < pictures.size(); i++) {
        files.add((i + 1) + ".png", "image/png", new ByteArrayInputStream(pictures.get(i)));
      }
      desk.inbox().answer(member, id, typed.text("text"), files);
    }
  }

  private Typed inserted(Inbox.Conversation read, Typed typed) {
    return parts
        .snippets()
        .text(typed.text("snippet"), read.about().about())
        .map(text -> (typed.text("text") + "\n\n" + text).strip())
        .map(text -> typed.with(Map.of("text", text)))
        .orElse(typed);
  }

  /// Files go out as pictures of their pages: nothing that a program wrote into them about its
  /// user reaches the source.
  private List<byte[]> pictures(Letter letter) {
    List<byte[]> pictures = new ArrayList<>();
    for (byte[] file : letter.files()) {
      switch (pixels.look(file)) {
        case Pixels.Look.Shown shown when !shown.more() -> pictures.addAll(shown.pages());
        case Pixels.Look.Shown _ -> letter.typed().wrong("file", "desk.intake.wrong.file-long");
        case Pixels.Look.UnknownKind _, Pixels.Look.Failed _ ->
            letter.typed().wrong("file", "desk.intake.wrong.file-kind");
      }
    }
    return pictures;
  }

  private static Letter letter(HttpServletRequest request) throws IOException {
    if (!Uploads.isUpload(request)) {
      return new Letter(Typed.of(request), List.of());
    }
    List<byte[]> files = new ArrayList<>();
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      Uploads.read(
              request,
              Pixels.MOST_BYTES,
              (field, name, content, before) -> {
                before.forEach((key, all) -> fields.put(key, all.getFirst()));
                files.add(content.readAllBytes());
              })
          .forEach((key, all) -> fields.put(key, all.getFirst()));
      return new Letter(Typed.filled(fields), files);
    } catch (Uploads.TooLarge e) {
      Typed typed = Typed.filled(fields);
      return new Letter(typed.wrong("file", "desk.intake.wrong.file-large"), List.of());
    }
  }

  /// Something done by one who has unlocked.
  interface Act {
    void by(Unlocked member);
  }

  /// Does something with a case and goes back to it; what was refused is shown there.
  ResponseEntity<byte[]> act(
      HttpServletRequest request, Officer officer, UUID id, Typed typed, String done, Act act) {
    Unlocked member = desk.unlocked(request, officer, typed);
    return desk.does(officer, typed, () -> act.by(member))
        ? DeskPages.see("/desk/intake/cases/" + id, done)
        : refused(request, officer, id, typed);
  }

  ResponseEntity<byte[]> refused(
      HttpServletRequest request, Officer officer, UUID id, Typed typed) {
    return show(request, officer, 422, id, Typed.empty(), typed);
  }

  /// The page of a case, with what was typed.
  ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, UUID id, Typed answer, Typed typed) {
    Unlocked member = desk.unlocked(request, officer, typed);
    Inbox.Conversation read = desk.inbox().read(member, id);
    CaseView.Beside beside = parts.beside(officer, member, read);
    return pages.show(
        request,
        officer,
        status,
        "desk/intake/case",
        "desk.intake.case.title",
        frame -> new CaseView(frame, read, beside, parts.today(), answer, typed));
  }
}
