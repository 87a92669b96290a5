package svoi.desk.consents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.consent.Cards;
import svoi.consent.SignedSheets;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.register.Access;
import svoi.staff.Right;

/// The file of a signed sheet, if it is still what was signed.
@Controller
final class EvidenceController {
  private final DeskPages pages;
  private final Dossiers dossiers;
  private final SignedSheets sheets;

  EvidenceController(DeskPages pages, Dossiers dossiers, SignedSheets sheets) {
    this.pages = pages;
    this.dossiers = dossiers;
    this.sheets = sheets;
  }

  @Needs(value = Right.READ_RESTRICTED, stepUp = true)
  @GetMapping("/desk/persons/{id}/consents/{act}/evidence")
  ResponseEntity<?> evidence(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable UUID act) {
    Cards.Card card = dossiers.open(officer, id, Access.FILE, "desk.consent-evidence");
    return switch (sheets.open(officer.member(), card.person(), act)) {
      case SignedSheets.Answer.File file -> answer(file);
      case SignedSheets.Answer.Absent() -> throw new NotReached();
      case SignedSheets.Answer.Damaged() ->
          pages.show(
              request,
              officer,
              409,
              "desk/consents/damaged",
              "desk.consents.damaged.title",
              frame -> new DamagedView(frame, id));
    };
  }

  private static ResponseEntity<InputStreamResource> answer(SignedSheets.Answer.File file) {
    ContentDisposition download = ContentDisposition.attachment().filename(file.name()).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new InputStreamResource(file.content()));
  }
}
