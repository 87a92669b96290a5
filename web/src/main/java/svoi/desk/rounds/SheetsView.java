package svoi.desk.rounds;

import java.util.List;
import java.util.Map;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.Handovers;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.exchange.SheetLine;
import svoi.staff.Right;

/// Sheets from the line, typed in a page at a time.
///
/// @param page from 1 on
/// @param choices by row, who may have been brought instead
public record SheetsView(
    Frame frame,
    Officer officer,
    Round round,
    Handovers.Progress progress,
    List<SheetLine.Shown> sheets,
    int page,
    int pages,
    Typed typed,
    Map<Integer, List<Handovers.Instead>> choices,
    List<RoundObstacle> refused)
    implements DeskView {
  public SheetsView {
    sheets = List.copyOf(sheets);
    choices = Map.copyOf(choices);
    refused = List.copyOf(refused);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }

  public boolean executing() {
    return round.state() == svoi.exchange.RoundState.EXECUTING;
  }

  public boolean mayType() {
    return executing() && officer.may(Right.RECORD_HANDOVERS);
  }

  /// Who may have been brought in this row's place.
  public List<Handovers.Instead> choicesOf(int row) {
    return choices.getOrDefault(row, List.of());
  }

  /// Whether this is chosen in the field of that row.
  public boolean chosen(String field, int row, String code) {
    return typed.text(field + "-" + row).equals(code);
  }
}
