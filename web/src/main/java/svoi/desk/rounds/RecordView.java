package svoi.desk.rounds;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.Handovers;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.exchange.Rounds;

/// Recording a handover whole: the head of its protocol and the scan.
public record RecordView(
    Frame frame, Round round, Handovers.Progress progress, Typed typed, List<RoundObstacle> refused)
    implements DeskView {
  public RecordView {
    refused = List.copyOf(refused);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }

  public List<String> reasons() {
    return Rounds.REASONS;
  }
}
