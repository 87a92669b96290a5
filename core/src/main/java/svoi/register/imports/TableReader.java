package svoi.register.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads a CSV (UTF-8, comma or semicolon) or the first sheet of an XLSX, within limits that a
/// hostile file can't get past.
public final class TableReader {
  /// 20 MB: ten thousand profiles with three texts each are about half of that.
  static final long MAX_BYTES = 20L * 1024 * 1024;

  /// What an XLSX may unpack to: a larger one is a zip bomb or nothing of ours.
  static final long MAX_UNPACKED = 200L * 1024 * 1024;

  static final int MAX_ROWS = 20_000;
  static final int MAX_CELL = 8_000;

  private TableReader() {}

  /// Which columns a table may have, and which of them it must; in lower case and in order.
  public record Shape(List<String> known, List<String> required) {
    public Shape {
      known = List.copyOf(known);
      required = List.copyOf(required);
    }
  }

  /// The table of an import of persons.
  static Table read(Path file) throws Unreadable {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Unreadable(Finding.of("file-missing"));
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw unreadable("file-too-large", Long.toString(size));
      }
      return read(Files.readAllBytes(file), Column.SHAPE);
    } catch (IOException e) {
      throw new Unreadable(Finding.of("file-not-a-table"));
    }
  }

  /// Reads a file that is in memory only, so that no name in it is ever on a disk in plain.
  ///
  /// @throws Unreadable if it is no table of this shape, or larger than the limits
  public static Table read(byte[] file, Shape shape) throws Unreadable {
    try {
      if (file.length > MAX_BYTES) {
        throw unreadable("file-too-large", Integer.toString(file.length));
      }
      return table(isZip(file) ? xlsx(file) : csv(file), shape);
    } catch (IOException e) {
      throw new Unreadable(Finding.of("file-not-a-table"));
    }
  }

  private static boolean isZip(byte[] file) {
    return file.length >= 2 && file[0] == 'P' && file[1] == 'K';
  }

  private static List<List<String>> csv(byte[] file) throws IOException, Unreadable {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(file)) {
      skipByteOrderMark(in);
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(delimiter(file))
              .setIgnoreEmptyLines(false)
              .get();
      try (CSVParser parser =
          CSVParser.builder()
              .setReader(new InputStreamReader(in, decoder))
              .setFormat(format)
              .get()) {
        for (CSVRecord line : parser) {
          rows.add(line.stream().toList());
          checkRows(rows.size());
        }
      }
    } catch (CharacterCodingException e) {
      throw new Unreadable(Finding.of("file-encoding"));
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      boolean encoding = e.getCause() instanceof CharacterCodingException;
      throw new Unreadable(Finding.of(encoding ? "file-encoding" : "file-not-a-table"));
    }
    return rows;
  }

  private static void skipByteOrderMark(InputStream in) throws IOException {
    in.mark(3);
    byte[] start = in.readNBytes(3);
    boolean mark =
        start.length == 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    if (!mark) {
      in.reset();
    }
  }

  private static char delimiter(byte[] file) {
    String start = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1);
    String header = start.lines().findFirst().orElse("");
    return header.chars().filter(c -> c == ';').count()
            > header.chars().filter(c -> c == ',').count()
        ? ';'
        : ',';
  }

  private static List<List<String>> xlsx(byte[] file) throws IOException, Unreadable {
    checkUnpackedSize(file);
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) sheet::iterator) {
        while (rows.size() < row.getRowNum() - 1) {
          rows.add(List.of());
          checkRows(rows.size());
        }
        rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText()).toList());
        checkRows(rows.size());
      }
    } catch (RuntimeException e) {
      throw new Unreadable(Finding.of("file-not-a-table"));
    }
    return rows;
  }

  private static void checkUnpackedSize(byte[] file) throws IOException, Unreadable {
    long unpacked = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          int read = in.read(buffer);
          while (read >= 0) {
            unpacked += read;
            if (unpacked > MAX_UNPACKED) {
              throw new Unreadable(Finding.of("file-zip-bomb"));
            }
            read = in.read(buffer);
          }
        }
      }
    }
  }

  private static void checkRows(int rows) throws Unreadable {
    if (rows > MAX_ROWS + 1) {
      throw unreadable("file-too-many-rows", Integer.toString(MAX_ROWS));
    }
  }

  private static Table table(List<List<String>> rows, Shape shape) throws Unreadable {
    if (rows.isEmpty()) {
      throw new Unreadable(Finding.of("file-empty"));
    }
    List<String> header = rows.getFirst().stream().map(TableReader::columnName).toList();
    checkHeader(header, shape);
    List<Table.Line> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      Map<String, String> cells = cells(header, rows.get(i), i + 1);
      if (!cells.isEmpty()) {
        lines.add(new Table.Line(i + 1, cells));
      }
    }
    if (lines.isEmpty()) {
      throw new Unreadable(Finding.of("file-empty"));
    }
    return new Table(lines);
  }

  private static String columnName(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }

  private static void checkHeader(List<String> header, Shape shape) throws Unreadable {
    List<String> named = header.stream().filter(name -> !name.isEmpty()).toList();
    Set<String> seen = new HashSet<>();
    List<String> unknown = named.stream().filter(n -> !shape.known().contains(n)).toList();
    List<String> missing = shape.required().stream().filter(c -> !named.contains(c)).toList();
    if (!missing.isEmpty()) {
      String code = missing.size() > 10 ? "file-not-a-table" : "file-columns-missing";
      throw unreadable(code, String.join(", ", missing));
    }
    if (!unknown.isEmpty()) {
      throw unreadable("file-columns-unknown", String.join(", ", unknown));
    }
    List<String> twice = named.stream().filter(name -> !seen.add(name)).toList();
    if (!twice.isEmpty()) {
      throw unreadable("file-columns-twice", String.join(", ", twice));
    }
  }

  private static Map<String, String> cells(List<String> header, List<String> row, int number)
      throws Unreadable {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i).strip();
      if (value.length() > MAX_CELL || value.indexOf('\0') >= 0) {
        throw unreadable("file-cell-too-long", Integer.toString(number));
      }
      if (i < header.size() && !value.isEmpty() && !header.get(i).isEmpty()) {
        cells.put(header.get(i), value);
      }
    }
    return cells;
  }

  private static Unreadable unreadable(String code, String value) {
    return new Unreadable(new Finding(code, "", value));
  }
}
