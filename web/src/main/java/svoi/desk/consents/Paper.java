package svoi.desk.consents;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Sheets of A4 that are written from top to bottom in large type; a new one begins by itself.
/// Lengths are points, 1/72 inch.
final class Paper {
  private static final float MARGIN = 54;
  private static final float SIZE = 13;
  private static final float LEADING = 18;
  private static final float BOX = 13;
  private static final float CODE = 92;

  /// Room to write by hand above a line.
  private static final float HAND = 32;

  private final PDDocument document;
  private final PDFont plain;
  private final PDFont bold;
  private final String foot;
  private PDPageContentStream out;
  private float y;
  private float narrowUntil;
  private int pages;

  Paper(PDDocument document, String foot) throws IOException {
    this.document = document;
    this.plain = font("/form/DejaVuSans.ttf");
    this.bold = font("/form/DejaVuSans-Bold.ttf");
    this.foot = foot;
    this.out = page();
  }

  private PDFont font(String path) throws IOException {
    try (InputStream in = Objects.requireNonNull(Paper.class.getResourceAsStream(path))) {
      return PDType0Font.load(document, in);
    }
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages++;
    y = PDRectangle.A4.getHeight() - MARGIN;
    narrowUntil = Float.MAX_VALUE;
    PDPageContentStream made = new PDPageContentStream(document, page);
    write(made, plain, 9, MARGIN, MARGIN - 24, foot);
    write(made, plain, 9, PDRectangle.A4.getWidth() - MARGIN - 10, MARGIN - 24, "" + pages);
    return made;
  }

  private static void write(
      PDPageContentStream on, PDFont font, float size, float x, float y, String text)
      throws IOException {
    on.beginText();
    on.setFont(font, size);
    on.newLineAtOffset(x, y);
    on.showText(text);
    on.endText();
  }

  /// Begins a new sheet unless `height` is left on this one.
  void keepTogether(float height) throws IOException {
    if (y - height < MARGIN) {
      out.close();
      out = page();
    }
  }

  /// A QR code in the upper right corner; text beside it is narrower.
  void code(String text) throws IOException {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    float module = CODE / code.size;
    float left = PDRectangle.A4.getWidth() - MARGIN - CODE;
    float top = PDRectangle.A4.getHeight() - MARGIN + 10;
    for (int row = 0; row < code.size; row++) {
      for (int column = 0; column < code.size; column++) {
        if (code.getModule(column, row)) {
          out.addRect(left + column * module, top - (row + 1) * module, module, module);
        }
      }
    }
    out.fill();
    narrowUntil = top - CODE - 6;
  }

  void title(String text) throws IOException {
    y -= 14;
    paragraph(bold, 20, 26, MARGIN, text);
    y -= 8;
  }

  void heading(String text) throws IOException {
    keepTogether(70);
    y -= 12;
    paragraph(bold, 15, 21, MARGIN, text);
    y -= 3;
  }

  void text(String text) throws IOException {
    paragraph(plain, SIZE, LEADING, MARGIN, text);
    y -= 4;
  }

  /// A square to tick, and what it stands for.
  void box(String text) throws IOException {
    List<String> lines = wrapped(plain, SIZE, width() - BOX - 9, text);
    keepTogether(lines.size() * LEADING + 4);
    out.addRect(MARGIN, y - LEADING + 4, BOX, BOX);
    out.stroke();
    paragraph(plain, SIZE, LEADING, MARGIN + BOX + 9, text);
    y -= 4;
  }

  /// Squares to tick, as many on a line as fit.
  void boxes(List<String> texts) throws IOException {
    keepTogether(LEADING + 6);
    float x = MARGIN;
    for (String text : texts) {
      float width = BOX + 7 + widthOf(plain, SIZE, text) + 18;
      if (x > MARGIN && x + width > MARGIN + width()) {
        x = MARGIN;
        y -= LEADING + 5;
        keepTogether(LEADING + 6);
      }
      out.addRect(x, y - LEADING + 4, BOX, BOX);
      out.stroke();
      write(out, plain, SIZE, x + BOX + 7, y - LEADING + 6, text);
      x += width;
    }
    y -= LEADING + 7;
  }

  /// Lines to write on by hand side by side, each with its words below.
  void lines(String... words) throws IOException {
    keepTogether(HAND + LEADING);
    float gap = 18;
    float each = (width() - gap * (words.length - 1)) / words.length;
    y -= HAND;
    for (int i = 0; i < words.length; i++) {
      float x = MARGIN + i * (each + gap);
      out.moveTo(x, y);
      out.lineTo(x + each, y);
      out.stroke();
      write(out, plain, 10, x, y - 12, words[i]);
    }
    y -= LEADING + 7;
  }

  private void paragraph(PDFont font, float size, float leading, float x, String text)
      throws IOException {
    for (String line : wrapped(font, size, width() - (x - MARGIN), text)) {
      keepTogether(leading);
      y -= leading;
      write(out, font, size, x, y + 6, line);
    }
  }

  private float width() {
    float whole = PDRectangle.A4.getWidth() - 2 * MARGIN;
    boolean besideTheCode = narrowUntil != Float.MAX_VALUE && y > narrowUntil;
    return besideTheCode ? whole - CODE - 14 : whole;
  }

  private static float widthOf(PDFont font, float size, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  private static List<String> wrapped(PDFont font, float size, float width, String text)
      throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && widthOf(font, size, longer) > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /// Ends the last sheet.
  void finish() throws IOException {
    out.close();
  }
}
