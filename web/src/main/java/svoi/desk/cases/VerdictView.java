package svoi.desk.cases;

import svoi.cases.StoredFile;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// The form that puts a verdict file beside its proceeding.
public record VerdictView(
    Frame frame, StoredFile file, StoredFile.Proceeding proceeding, Typed typed)
    implements DeskView {
  public String path() {
    return "/desk/persons/" + file.id().value();
  }

  public String action() {
    return VerdictController.path(file.id(), proceeding.id());
  }
}
