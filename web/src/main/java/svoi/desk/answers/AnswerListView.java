package svoi.desk.answers;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.answers.AnswerList;
import svoi.staff.Right;

/// A letter with its rows.
public record AnswerListView(
    Frame frame, Officer officer, AnswerList list, RowPage<AnswerList.Row> page, Typed typed)
    implements DeskView {
  public String path() {
    return "/desk/answers/lists/" + list.id();
  }

  /// Whether rows may still be decided and the list entered.
  public boolean mayDecide() {
    return list.outcome() == null && officer.may(Right.RECORD_ANSWERS);
  }

  public long ambiguous() {
    return list.rows().stream().filter(row -> row.match().equals("ambiguous")).count();
  }

  /// What would come, or came, of a row.
  public static String fate(AnswerList.Row row) {
    if (row.entered()) {
      return "entered";
    }
    return !row.match().equals("linked") ? row.match() : row.asked() ? "linked" : "not-asked";
  }
}
