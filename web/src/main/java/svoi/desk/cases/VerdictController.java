package svoi.desk.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.Finding;
import svoi.cases.PersonId;
import svoi.cases.StoredFile;
import svoi.cases.VerdictFiles;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.staff.Right;
import svoi.web.Uploads;

/// The verdict as a PDF: putting it beside its proceeding, and reading it.
@Controller
final class VerdictController {
  /// The file, and what a form has around it.
  private static final long MOST_BYTES = VerdictFiles.MOST_BYTES + 64 * 1024;

  private final DeskPages pages;
  private final VerdictFiles verdicts;
  private final Reached reach;

  VerdictController(DeskPages pages, VerdictFiles verdicts, Reached reach) {
    this.pages = pages;
    this.verdicts = verdicts;
    this.reach = reach;
  }

  static String path(PersonId person, UUID proceeding) {
    return "/desk/persons/" + person.value() + "/verdicts/" + proceeding;
  }

  @Needs(value = Right.READ_RESTRICTED, stepUp = true)
  @GetMapping("/desk/persons/{id}/verdicts/{proceeding}")
  void read(
      HttpServletResponse response,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID proceeding)
      throws IOException {
    StoredFile file = reach.file(officer, id);
    VerdictFiles.Opened opened =
        verdicts.open(file.id(), proceeding, officer.member()).orElseThrow(NotReached::new);
    try (InputStream content = opened.content()) {
      Framed.file(response);
      response.setContentType("application/pdf");
      response.setContentLengthLong(opened.file().bytes());
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"verdict.pdf\"");
      content.transferTo(response.getOutputStream());
    }
  }

  @Needs(Right.EDIT_CASES)
  @GetMapping("/desk/persons/{id}/verdicts/{proceeding}/new")
  ResponseEntity<byte[]> form(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID proceeding) {
    return show(request, officer, 200, reach.editable(officer, id), proceeding, Typed.empty());
  }

  @Needs(Right.EDIT_CASES)
  @PostMapping("/desk/persons/{id}/verdicts/{proceeding}")
  ResponseEntity<byte[]> add(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @PathVariable UUID proceeding)
      throws IOException {
    StoredFile file = reach.editable(officer, id);
    if (file.proceedings().stream().noneMatch(p -> p.id().equals(proceeding))) {
      throw new NotReached();
    }
    VerdictFiles.Outcome[] outcome = {
      new VerdictFiles.Outcome.Refused(new Finding("verdict_file.missing", "file"))
    };
    try {
      if (Uploads.isUpload(request)) {
        Uploads.read(
            request,
            MOST_BYTES,
            (field, fileName, content, fields) ->
                outcome[0] = verdicts.add(file.id(), proceeding, content, officer.member()));
      }
    } catch (Uploads.TooLarge e) {
      outcome[0] = new VerdictFiles.Outcome.Refused(new Finding("verdict_file.too_large", "file"));
    }
    return switch (outcome[0]) {
      case VerdictFiles.Outcome.Stored _ ->
          DeskPages.see("/desk/persons/" + file.id().value(), "cases.verdict-stored");
      case VerdictFiles.Outcome.Refused refused -> {
        Typed typed = Typed.empty();
        PersonForm.show(typed, List.of(refused.finding()));
        yield show(request, officer, 422, file, proceeding, typed);
      }
    };
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      StoredFile file,
      UUID proceeding,
      Typed typed) {
    Optional<StoredFile.Proceeding> of =
        file.proceedings().stream().filter(p -> p.id().equals(proceeding)).findFirst();
    StoredFile.Proceeding known = of.orElseThrow(NotReached::new);
    return pages.show(
        request,
        officer,
        status,
        "desk/cases/verdict",
        "desk.cases.verdict.title",
        frame -> new VerdictView(frame, file, known, typed));
  }
}
