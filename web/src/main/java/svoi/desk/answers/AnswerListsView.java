package svoi.desk.answers;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.answers.AnswerLists;
import svoi.staff.Right;

/// Letters that wait to be entered, and the form that takes another in.
public record AnswerListsView(
    Frame frame, Officer officer, List<AnswerLists.Line> open, Typed typed, Unread unread)
    implements DeskView {
  public AnswerListsView {
    open = List.copyOf(open);
  }

  public boolean mayRecord() {
    return officer.may(Right.RECORD_ANSWERS);
  }
}
