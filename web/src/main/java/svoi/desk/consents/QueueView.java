package svoi.desk.consents;

import java.time.Instant;
import java.util.List;
import svoi.consent.ConsentStates;
import svoi.consent.SessionRequests;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;

/// What waits: verifications, consents that end, requests for a session.
public record QueueView(
    Frame frame,
    Officer officer,
    Instant now,
    List<ConsentStates.Waiting> waiting,
    List<ConsentStates.Ending> ending,
    List<SessionRequests.Open> asked)
    implements DeskView {
  public QueueView {
    waiting = List.copyOf(waiting);
    ending = List.copyOf(ending);
    asked = List.copyOf(asked);
  }

  public List<ConsentStates.Waiting> due() {
    return waiting.stream().filter(w -> !w.due().isAfter(now)).toList();
  }

  public List<ConsentStates.Waiting> later() {
    return waiting.stream().filter(w -> w.due().isAfter(now)).toList();
  }

  /// Those whose next reminder is this one: 3, 14 or 30 days.
  public List<ConsentStates.Ending> ending(int step) {
    return ending.stream().filter(e -> e.step() == step).toList();
  }

  /// Whether there may be more than is shown.
  public boolean full() {
    return ending.size() == ConsentStates.PAGE || waiting.size() == ConsentStates.PAGE;
  }
}
