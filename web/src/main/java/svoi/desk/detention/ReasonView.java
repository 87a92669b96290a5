package svoi.desk.detention;

import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// The form that stands before a place which the officer has no need to know.
///
/// @param opening id of what this form opens once
/// @param mayRecord whether this officer may record a transfer
public record ReasonView(
    Frame frame, UUID person, String name, UUID opening, Typed typed, boolean mayRecord)
    implements DeskView {
  public String path() {
    return DetentionController.path(person);
  }
}
