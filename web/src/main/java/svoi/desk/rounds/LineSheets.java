package svoi.desk.rounds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import svoi.desk.Paper;
import svoi.exchange.Round;
import svoi.exchange.SheetLine;
import svoi.exchange.Side;
import svoi.web.Messages;

/// Sheets for the line, two on a page: they name nobody. What happened to a slot is ticked by hand,
/// signed, and entered at the desk afterwards, where its code says who it was.
final class LineSheets {
  private static final float HEIGHT = 350;

  private final Paper paper;
  private final Messages t;

  private LineSheets(Paper paper, Messages t) {
    this.paper = paper;
    this.t = t;
  }

  /// One sheet for each slot, as a PDF on A4.
  static byte[] of(Round round, List<SheetLine.Shown> slots, Messages t) throws IOException {
    try (PDDocument document = new PDDocument()) {
      String title = t.get("desk.rounds.sheet.title", "n", round.number());
      document.getDocumentCatalog().setLanguage(t.language().code());
      document.getDocumentInformation().setTitle(title);
      Paper paper = new Paper(document, title);
      LineSheets sheets = new LineSheets(paper, t);
      for (SheetLine.Shown slot : slots) {
        sheets.draw(slot);
      }
      paper.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private void draw(SheetLine.Shown slot) throws IOException {
    paper.keepTogether(HEIGHT);
    Integer number = slot.number();
    paper.heading(
        t.get(
            "desk.rounds.sheet.slot",
            "n",
            number == null ? "–" : number.toString(),
            "code",
            slot.code(),
            "way",
            t.get("desk.rounds.side." + slot.side().code())));
    boxes("desk.rounds.sheet.ours", "desk.rounds.sheet.ours.", "checked", "declined");
    boxes("desk.rounds.sheet.theirs", "desk.rounds.sheet.theirs.", "checked", "declined");
    boxes(
        "desk.rounds.sheet.medical",
        "desk.rounds.sheet.medical.",
        "done",
        "needs-care",
        "declined",
        "not-done");
    if (slot.side() == Side.OFFERED) {
      boxes("desk.rounds.sheet.word", "desk.rounds.sheet.word.", "yes", "no");
      boxes(
          "desk.rounds.sheet.before",
          "desk.rounds.sheet.before.",
          "icrc",
          "ombudsman",
          "mediator",
          "other-neutral");
      boxes(
          "desk.rounds.sheet.result",
          "desk.rounds.sheet.result.",
          "delivered",
          "not-delivered",
          "refused-at-point");
    } else {
      boxes(
          "desk.rounds.sheet.result",
          "desk.rounds.sheet.result.",
          "delivered",
          "not-delivered",
          "substituted");
    }
    paper.lines(
        t.get("desk.rounds.sheet.sign-ours"),
        t.get("desk.rounds.sheet.sign-theirs"),
        t.get("desk.rounds.sheet.sign-neutral"));
  }

  private void boxes(String key, String prefix, String... codes) throws IOException {
    paper.boxes(t.get(key), Stream.of(codes).map(code -> t.get(prefix + code)).toList());
  }
}
