package svoi.desk.rounds;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.Round;
import svoi.exchange.Rounds;

/// Whose relatives wait to be told.
public record FamiliesView(Frame frame, Round round, List<Rounds.Family> families)
    implements DeskView {
  public FamiliesView {
    families = List.copyOf(families);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }
}
