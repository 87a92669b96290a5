package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.Said;
import svoi.intake.Unlocked;
import svoi.staff.Right;

/// Files of a case as pictures of their pages; never as they came.
@Controller
final class FilesController {
  private final DeskPages pages;
  private final IntakeDesk desk;
  private final Pixels pixels;

  FilesController(DeskPages pages, IntakeDesk desk, Pixels pixels) {
    this.pages = pages;
    this.desk = desk;
    this.pixels = pixels;
  }

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/cases/{id}/files/{file}")
  ResponseEntity<byte[]> look(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable UUID file)
      throws IOException {
    Keyring.Held held = desk.held(request, officer, Typed.empty());
    Said.SentFile sent = sent(held.member(), id, file);
    FileView.Result result = looked(held, id, sent);
    return pages.show(
        request,
        officer,
        "desk/intake/file",
        "desk.intake.file.title",
        frame -> new FileView(frame, id, sent, result));
  }

  private Said.SentFile sent(Unlocked member, UUID id, UUID file) {
    return desk.inbox().read(member, id).said().stream()
        .flatMap(said -> said.files().stream())
        .filter(sent -> sent.id().equals(file))
        .findFirst()
        .orElseThrow(NotReached::new);
  }

  private FileView.Result looked(Keyring.Held held, UUID id, Said.SentFile sent)
      throws IOException {
    if (sent.size() > Pixels.MOST_BYTES) {
      return FileView.Result.refused("large");
    }
    try (InputStream in = desk.inbox().open(held.member(), id, sent.id())) {
      return switch (pixels.look(in.readAllBytes())) {
        case Pixels.Look.Shown shown -> {
          held.pictures().keep(sent.id(), shown.pages());
          yield new FileView.Result(shown.pages().size(), shown.more(), "");
        }
        case Pixels.Look.UnknownKind _ -> FileView.Result.refused("kind");
        case Pixels.Look.Failed _ -> FileView.Result.refused("failed");
      };
    }
  }

  /// One page of the file that is being looked at in this session.
  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/cases/{id}/files/{file}/{seq:[0-9]{1,2}}")
  ResponseEntity<byte[]> page(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID file,
      @PathVariable int seq) {
    byte[] png =
        desk.held(request, officer, Typed.empty())
            .pictures()
            .page(file, seq)
            .orElseThrow(NotReached::new);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.noStore())
        .body(png);
  }
}
