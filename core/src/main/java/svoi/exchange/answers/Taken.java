package svoi.exchange.answers;

import java.util.List;
import java.util.UUID;

/// What came of taking in a letter or a list.
public sealed interface Taken {
  /// @param id of the letter
  record In(UUID id) implements Taken {}

  /// Nothing was written.
  ///
  /// @param code stable, for example `file-columns-missing`
  /// @param about what it is about, for example the columns; may be empty
  record NoTable(String code, String about) implements Taken {}

  /// Rows that can't be read; nothing was written.
  record Wrong(List<Fault> faults) implements Taken {
    public Wrong {
      faults = List.copyOf(faults);
    }
  }

  /// A rule does not allow it; nothing was written.
  ///
  /// @param field of the form; empty for the form as a whole
  record Refused(String code, String field) implements Taken {}

  /// @param line as a spreadsheet shows it
  /// @param code stable, for example `row.name`
  record Fault(int line, String code, String value) {}
}
