package svoi.desk.rounds;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.Round;

/// Noting the public announcement.
///
/// @param families how many relatives still wait to be told
public record AnnounceView(Frame frame, Round round, int families, Typed typed)
    implements DeskView {
  public String path() {
    return RoundDesk.path(round.id());
  }
}
