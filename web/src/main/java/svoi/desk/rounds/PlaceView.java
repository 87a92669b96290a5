package svoi.desk.rounds;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.Round;

/// Where people will cross.
public record PlaceView(Frame frame, Officer officer, Round round, Typed typed)
    implements DeskView {
  public String path() {
    return RoundDesk.path(round.id());
  }
}
