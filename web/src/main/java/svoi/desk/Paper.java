package svoi.desk;

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
import org.apache.pdfbox.util.Matrix;

/// Sheets of A4 that are written from top to bottom in large type; a new one begins by itself.
/// Lengths are points, 1/72 inch.
public final class Paper {
  private static final float MARGIN = 54;
  private static final float SIZE = 13;
  private static final float LEADING = 18;
  private static final float BOX = 13;
  private static final float CODE = 92;
  private static final float CELL = 9;
  private static final float CELL_LEADING = 12;

  /// Room to write by hand above a line.
  private static final float HAND = 32;

  private final PDDocument document;
  private final PDFont plain;
  private final PDFont bold;
  private final String foot;
  private final String watermark;
  private PDPageContentStream out;
  private float y;
  private float narrowUntil;
  private int pages;

  /// @param foot in small type at the end of every sheet
  public Paper(PDDocument document, String foot) throws IOException {
    this(document, foot, "");
  }

  /// @param watermark in large pale type across every sheet, behind what is written; empty: none
  public Paper(PDDocument document, String foot, String watermark) throws IOException {
    this.document = document;
    this.plain = font("/form/DejaVuSans.ttf");
    this.bold = font("/form/DejaVuSans-Bold.ttf");
    this.foot = foot;
    this.watermark = watermark;
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
    if (!watermark.isEmpty()) {
      mark(made);
    }
    write(made, plain, 9, MARGIN, MARGIN - 24, foot);
    write(made, plain, 9, PDRectangle.A4.getWidth() - MARGIN - 10, MARGIN - 24, "" + pages);
    return made;
  }

  private void mark(PDPageContentStream on) throws IOException {
    float size = Math.min(30, 620 / widthOf(bold, 1, watermark));
    on.setNonStrokingColor(0.88f, 0.88f, 0.88f);
    on.beginText();
    on.setFont(bold, size);
    on.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, 90, 160));
    on.showText(written(bold, watermark));
    on.endText();
    on.setNonStrokingColor(0f, 0f, 0f);
  }

  private static void write(
      PDPageContentStream on, PDFont font, float size, float x, float y, String text)
      throws IOException {
    on.beginText();
    on.setFont(font, size);
    on.newLineAtOffset(x, y);
    on.showText(written(font, text));
    on.endText();
  }

  /// Begins a new sheet unless `height` is left on this one.
  public void keepTogether(float height) throws IOException {
    if (y - height < MARGIN) {
      out.close();
      out = page();
    }
  }

  /// A QR code in the upper right corner; text beside it is narrower.
  public void code(String text) throws IOException {
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

  public void title(String text) throws IOException {
    y -= 14;
    paragraph(bold, 20, 26, MARGIN, text);
    y -= 8;
  }

  public void heading(String text) throws IOException {
    keepTogether(70);
    y -= 12;
    paragraph(bold, 15, 21, MARGIN, text);
    y -= 3;
  }

  public void text(String text) throws IOException {
    paragraph(plain, SIZE, LEADING, MARGIN, text);
    y -= 4;
  }

  /// A square to tick, and what it stands for.
  public void box(String text) throws IOException {
    List<String> lines = wrapped(plain, SIZE, width() - BOX - 9, text);
    keepTogether(lines.size() * LEADING + 4);
    out.addRect(MARGIN, y - LEADING + 4, BOX, BOX);
    out.stroke();
    paragraph(plain, SIZE, LEADING, MARGIN + BOX + 9, text);
    y -= 4;
  }

  /// Squares to tick, as many on a line as fit.
  public void boxes(List<String> texts) throws IOException {
    boxes("", texts);
  }

  /// The same after a few words that say what they are about.
  public void boxes(String words, List<String> texts) throws IOException {
    keepTogether(LEADING + 6);
    float x = MARGIN;
    if (!words.isEmpty()) {
      write(out, bold, SIZE, x, y - LEADING + 6, words);
      x += widthOf(bold, SIZE, words) + 14;
    }
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
  public void lines(String... words) throws IOException {
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

  /// A row of a table; what does not fit a column goes on below.
  ///
  /// @param widths parts of the whole width, one for each cell
  public void row(boolean head, float[] widths, List<String> cells) throws IOException {
    PDFont font = head ? bold : plain;
    List<List<String>> columns = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = wrapped(font, CELL, width() * widths[i] - 6, cells.get(i));
      columns.add(lines);
      height = Math.max(height, lines.size());
    }
    keepTogether(height * CELL_LEADING + 6);
    float x = MARGIN;
    for (int i = 0; i < columns.size(); i++) {
      for (int line = 0; line < columns.get(i).size(); line++) {
        write(out, font, CELL, x, y - (line + 1) * CELL_LEADING, columns.get(i).get(line));
      }
      x += width() * widths[i];
    }
    y -= height * CELL_LEADING + 6;
    out.setStrokingColor(0.7f, 0.7f, 0.7f);
    out.moveTo(MARGIN, y + 2);
    out.lineTo(MARGIN + width(), y + 2);
    out.stroke();
    out.setStrokingColor(0f, 0f, 0f);
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
    return font.getStringWidth(written(font, text)) / 1000 * size;
  }

  /// The text with a question mark for each letter that the font has not.
  private static String written(PDFont font, String text) throws IOException {
    try {
      font.encode(text);
      return text;
    } catch (IllegalArgumentException e) {
      StringBuilder known = new StringBuilder();
      for (int letter : text.codePoints().toArray()) {
        String one = Character.toString(letter);
        known.append(has(font, one) ? one : "?");
      }
      return known.toString();
    }
  }

  private static boolean has(PDFont font, String letter) throws IOException {
    try {
      font.encode(letter);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
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

  /// Begins a new sheet, unless nothing is written on this one.
  public void newSheet() throws IOException {
    if (y < PDRectangle.A4.getHeight() - MARGIN) {
      keepTogether(PDRectangle.A4.getHeight());
    }
  }

  /// Ends the last sheet.
  public void finish() throws IOException {
    out.close();
  }
}
