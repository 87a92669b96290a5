package svoi.desk.rounds;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.Outcome;
import svoi.exchange.Round;

/// Proposing that an outcome was wrong.
public record CorrectView(Frame frame, Round round, Outcome outcome, Typed typed)
    implements DeskView {
  public String path() {
    return RoundDesk.path(round.id());
  }
}
