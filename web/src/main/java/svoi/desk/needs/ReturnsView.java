package svoi.desk.needs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.exchange.needs.AwaitedFile;

/// Children and the gravely wounded who are sought, longest held first.
///
/// @param next address of the following page
public record ReturnsView(
    Frame frame, Officer officer, LocalDate today, List<AwaitedFile> files, Optional<String> next)
    implements DeskView {
  public ReturnsView {
    files = List.copyOf(files);
  }
}
