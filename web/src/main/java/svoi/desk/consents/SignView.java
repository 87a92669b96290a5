package svoi.desk.consents;

import java.util.List;
import java.util.UUID;
import svoi.consent.Meeting;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// The last step of a session: the signed sheet.
///
/// @param missing codes of what a signature still waits for
public record SignView(
    Frame frame, UUID person, String name, Meeting meeting, List<String> missing, Typed typed)
    implements DeskView {
  public SignView {
    missing = List.copyOf(missing);
  }
}
