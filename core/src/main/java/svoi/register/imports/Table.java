package svoi.register.imports;

import java.util.List;
import java.util.Map;

/// A file as read: rows of named cells, trimmed.
public record Table(List<Line> lines) {
  public Table {
    lines = List.copyOf(lines);
  }

  /// @param number line in the file as a spreadsheet shows it, the header being 1
  /// @param cells by column name; absent and empty are the same
  public record Line(int number, Map<String, String> cells) {
    public Line {
      cells = Map.copyOf(cells);
    }

    /// The cell under this column; empty if there is none.
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }
}
