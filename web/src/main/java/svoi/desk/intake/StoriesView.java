package svoi.desk.intake;

import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.intake.Stories;

/// Conversations that may tell the same as one.
///
/// @param id of that one
public record StoriesView(Frame frame, UUID id, Stories.Found found) implements DeskView {
  public String path() {
    return "/desk/intake/cases/" + id;
  }
}
