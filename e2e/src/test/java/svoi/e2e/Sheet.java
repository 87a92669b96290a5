package svoi.e2e;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/// The import's template, filled in by hand.
final class Sheet {
  private final Map<String, String> example;
  private final List<Map<String, String>> rows = new ArrayList<>();

  private Sheet(Map<String, String> example) {
    this.example = example;
  }

  /// Reads the template as the program prints it.
  static Sheet of(String template) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(template)).setFormat(format).get()) {
      return new Sheet(new LinkedHashMap<>(parser.iterator().next().toMap()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds an invented person of another case, like the example but for the change.
  Sheet row(String family, Consumer<Map<String, String>> change) {
    Map<String, String> row = new LinkedHashMap<>(example);
    row.put("case_number", "998/" + (rows.size() + 1) + "/23");
    row.put("family_uk", family);
    row.put("family_ru", family);
    change.accept(row);
    rows.add(row);
    return this;
  }

  Path write(Path file) {
    try (Writer out = Files.newBufferedWriter(file);
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord(example.keySet());
      for (Map<String, String> row : rows) {
        csv.printRecord(row.values());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
