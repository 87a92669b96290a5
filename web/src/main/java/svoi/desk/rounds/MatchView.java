package svoi.desk.rounds;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.ListRow;
import svoi.exchange.ListVersion;
import svoi.exchange.Round;
import svoi.exchange.TheirLists;

/// Whom a row of theirs means.
public record MatchView(
    Frame frame, Round round, ListVersion list, ListRow row, List<TheirLists.Choice> choices)
    implements DeskView {
  public MatchView {
    choices = List.copyOf(choices);
  }

  public String here() {
    return RoundDesk.path(round.id()) + "/lists/" + list.n();
  }
}
