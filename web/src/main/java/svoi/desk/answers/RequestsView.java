package svoi.desk.answers;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.exchange.answers.Requests;
import svoi.staff.Right;

/// Requests of the other side.
///
/// @param state empty: those that wait for an answer
public record RequestsView(Frame frame, Officer officer, String state, List<Requests.Line> lines)
    implements DeskView {
  static final List<String> STATES = List.of("received", "authenticated", "answered", "closed");

  public RequestsView {
    lines = List.copyOf(lines);
  }

  public List<String> states() {
    return STATES;
  }

  public boolean mayRecord() {
    return officer.may(Right.RECORD_ANSWERS);
  }
}
