package svoi.desk.needs;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.NeedColumn;

/// Choosing a table of awaited persons.
public record NeedUploadView(Frame frame, Officer officer, Typed typed) implements DeskView {
  /// Columns of the template.
  public List<NeedColumn> columns() {
    return List.of(NeedColumn.values());
  }
}
