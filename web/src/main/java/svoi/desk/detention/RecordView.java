package svoi.desk.detention;

import java.util.List;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.staff.Institution;

/// The form that records a place of detention. It tells nothing of what is recorded already.
public record RecordView(
    Frame frame, UUID person, String name, List<Institution> institutions, Typed typed)
    implements DeskView {
  public RecordView {
    institutions = List.copyOf(institutions);
  }

  public String path() {
    return DetentionController.path(person);
  }
}
