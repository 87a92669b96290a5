package svoi.desk.consents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import svoi.consent.ConsentTexts;
import svoi.consent.Sheet;
import svoi.desk.Paper;
import svoi.web.Messages;

/// The form of a session on paper: filled in by hand, scanned, entered at the desk.
///
/// A consent has a line to sign and no box for a no: an empty line is no consent (R16).
final class PaperForm {
  private final Paper paper;
  private final ConsentTexts.Text text;
  private final Messages t;

  private PaperForm(Paper paper, ConsentTexts.Text text, Messages t) {
    this.paper = paper;
    this.text = text;
    this.t = t;
  }

  /// The form as a PDF on A4.
  static byte[] of(ConsentTexts.Text text, Messages t) throws IOException {
    try (PDDocument document = new PDDocument()) {
      Paper paper = new Paper(document, t.get("form.foot", "id", text.id()));
      document.getDocumentCatalog().setLanguage(text.language());
      document.getDocumentInformation().setTitle(t.get("form.title"));
      new PaperForm(paper, text, t).draw();
      paper.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private void draw() throws IOException {
    paper.code(text.id());
    paper.title(t.get("form.title"));
    paper.text(t.get("form.lead"));
    meeting();
    paper.heading(t.get("form.points"));
    paper.text(t.get("form.points.lead"));
    int number = 1;
    for (String point : text.points()) {
      paper.box(number++ + ". " + point);
    }
    paper.heading(t.get("form.scopes"));
    paper.text(t.get("form.scopes.lead"));
    for (String words : text.scopes().values()) {
      paper.keepTogether(110);
      paper.text(words);
      paper.lines(t.get("form.signature"), t.get("form.date"));
    }
    signatures();
  }

  private void meeting() throws IOException {
    paper.heading(t.get("form.meeting"));
    paper.lines(t.get("form.name"));
    paper.lines(t.get("form.born"), t.get("form.date"));
    paper.lines(t.get("form.start"), t.get("form.end"));
    paper.text(t.get("form.place"));
    boxes("form.place.", Sheet.PLACES);
    paper.text(t.get("form.present"));
    boxes("form.role.", Sheet.ROLES);
    paper.box(t.get("form.aloud"));
    paper.lines(t.get("form.counsel"), t.get("form.licence"));
    paper.lines(t.get("form.interviewer"));
  }

  private void boxes(String prefix, List<String> codes) throws IOException {
    paper.boxes(codes.stream().map(code -> t.get(prefix + code)).toList());
  }

  private void signatures() throws IOException {
    paper.keepTogether(230);
    paper.heading(t.get("form.end-of-talk"));
    paper.text(t.get("form.rights"));
    paper.lines(t.get("form.until"));
    paper.lines(t.get("form.signature.person"), t.get("form.date"));
    paper.lines(t.get("form.signature.counsel"), t.get("form.date"));
    paper.lines(t.get("form.signature.interviewer"), t.get("form.date"));
  }
}
