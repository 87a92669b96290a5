package svoi.desk.answers;

import java.time.LocalDate;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.answers.Answers;
import svoi.staff.Right;

/// All that was asked and answered about one awaited person.
public record HistoryView(
    Frame frame, Officer officer, LocalDate today, Answers.History history, Typed typed)
    implements DeskView {
  public String path() {
    return HistoryController.path(history.person().id().value());
  }

  public boolean mayRecord() {
    return officer.may(Right.RECORD_ANSWERS);
  }
}
