package svoi.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table that leaves the desk as a file. Every row says who took it out, when and for what, so
/// that a leaf of it can be walked back; no cell can be read as a formula.
///
/// @param mark who, when and what for: a code of the member, never a name
/// @param markTitle head of the column that holds it
/// @param widths parts of a sheet's width, one for each column
public record Extract(
    String title,
    String mark,
    String markTitle,
    List<String> columns,
    float[] widths,
    List<List<String>> rows) {
  /// What a PDF holds: some 270 sheets, which take a few seconds to lay out. Ten times as many took
  /// twenty seconds and all the memory that a small installation has; nobody prints them.
  public static final int MOST_ON_PAPER = 10_000;

  /// What a spreadsheet would take for the beginning of a formula.
  private static final String FORMULA = "=+-@\t\r";

  public Extract {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// UTF-8 with a mark of its order, as spreadsheets ask for; RFC 4180 otherwise.
  public byte[] csv() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintWriter lines = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
      lines.print('\ufeff');
      line(lines, head());
      rows.forEach(row -> line(lines, marked(row)));
    }
    return out.toByteArray();
  }

  private static void line(PrintWriter lines, List<String> row) {
    lines.print(row.stream().map(Extract::quoted).collect(Collectors.joining(",")));
    lines.print("\r\n");
  }

  /// One sheet of texts.
  public byte[] xlsx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "svoi", "1.0")) {
      Worksheet sheet = book.newWorksheet("1");
      write(sheet, 0, head());
      sheet.range(0, 0, 0, columns.size()).style().bold().set();
      for (int row = 0; row < rows.size(); row++) {
        write(sheet, row + 1, marked(rows.get(row)));
      }
      sheet.freezePane(0, 1);
    }
    return out.toByteArray();
  }

  private static void write(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.value(row, column, harmless(cells.get(column)));
    }
  }

  /// Sheets of A4 with the mark across and below.
  ///
  /// @param language of the text, for readers aloud
  /// @throws IllegalStateException if there are more than [#MOST_ON_PAPER] rows
  public byte[] pdf(String language) throws IOException {
    if (rows.size() > MOST_ON_PAPER) {
      throw new IllegalStateException("too many rows for paper");
    }
    try (PDDocument document = new PDDocument()) {
      document.getDocumentCatalog().setLanguage(language);
      document.getDocumentInformation().setTitle(title);
      Paper paper = new Paper(document, mark, mark);
      paper.title(title);
      paper.row(true, widths, columns);
      for (List<String> row : rows) {
        paper.row(false, widths, row);
      }
      paper.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private List<String> head() {
    return Stream.concat(columns.stream(), Stream.of(markTitle)).toList();
  }

  private List<String> marked(List<String> row) {
    return Stream.concat(row.stream(), Stream.of(mark)).toList();
  }

  private static String quoted(String cell) {
    return '"' + harmless(cell).replace("\"", "\"\"") + '"';
  }

  /// The text with an apostrophe before it if a spreadsheet would take it for a formula.
  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
