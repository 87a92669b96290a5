package svoi.desk.consents;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.consent.ConsentTexts;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.platform.Language;
import svoi.staff.Right;
import svoi.web.Messages;

/// The paper form for prisons without a network: it names nobody.
@Controller
final class FormController {
  private final ConsentTexts texts;

  FormController(ConsentTexts texts) {
    this.texts = texts;
  }

  @Needs({Right.LEAD_SESSIONS, Right.REQUEST_SESSIONS, Right.VERIFY_CONSENTS})
  @GetMapping("/desk/consents/form/{code}.pdf")
  ResponseEntity<byte[]> form(@PathVariable String code) throws IOException {
    Language language =
        Arrays.stream(Language.values())
            .filter(l -> l.code().equals(code))
            .findFirst()
            .orElseThrow(NotReached::new);
    ConsentTexts.Text text = texts.find(texts.current(), code).orElseThrow(NotReached::new);
    ContentDisposition name =
        ContentDisposition.inline()
            .filename("consent-" + text.version() + "-" + code + ".pdf")
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(PaperForm.of(text, Messages.in(language)));
  }
}
