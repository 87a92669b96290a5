package svoi.desk.answers;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;

/// The form that takes a letter of theirs in.
public record RequestFormView(Frame frame, Officer officer, Typed typed, Unread unread)
    implements DeskView {
  static final List<String> KINDS = List.of("letter", "list");

  public List<String> kinds() {
    return KINDS;
  }
}
