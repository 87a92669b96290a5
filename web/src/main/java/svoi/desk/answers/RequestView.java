package svoi.desk.answers;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.answers.Request;
import svoi.exchange.answers.Requests;
import svoi.staff.Right;

/// A request with its rows.
public record RequestView(
    Frame frame, Officer officer, Request request, RowPage<Request.Row> page, Typed typed)
    implements DeskView {
  /// As many rows can be typed at once.
  static final int TYPED_ROWS = 5;

  public String path() {
    return RequestController.path(request.id());
  }

  public boolean mayRecord() {
    return officer.may(Right.RECORD_ANSWERS);
  }

  /// Whether rows may be entered, decided and answered.
  public boolean mayAnswer() {
    return mayRecord() && request.isOpen();
  }

  public int typedRows() {
    return TYPED_ROWS;
  }

  public long ambiguous() {
    return request.rows().stream().filter(row -> row.match().equals("ambiguous")).count();
  }

  public long unanswered() {
    return request.rows().stream().filter(row -> row.answer() == null).count();
  }

  /// What an officer may answer to a row: somebody whom we don't know is promised to nobody.
  public static List<String> answers(Request.Row row) {
    return row.person() == null
        ? Requests.ANSWERS.stream().filter(answer -> !answer.equals("accept")).toList()
        : Requests.ANSWERS;
  }

  /// A field of a row as it was typed, else as it is stored.
  public String value(String field, int position, String stored) {
    String name = field + "-" + position;
    return typed.fields().contains(name) ? typed.text(name) : stored;
  }

  /// Steps that may be pressed now.
  public List<String> moves() {
    return switch (request.state()) {
      case "received" -> List.of("authenticated", "closed");
      case "authenticated" ->
          request.isAnsweredRowByRow() ? List.of("answered", "closed") : List.of("closed");
      case "answered" -> List.of("closed");
      default -> List.of();
    };
  }
}
