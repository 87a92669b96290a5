package svoi.desk.cases;

import java.util.Optional;
import svoi.cases.StoredFile;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// The steps of a file's proceedings, and the form of another one.
///
/// @param after how many milliseconds it took until what was recorded last was everywhere
public record EventsView(Frame frame, StoredFile file, Typed typed, Optional<String> after)
    implements DeskView {
  public String path() {
    return "/desk/persons/" + file.id().value();
  }
}
