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
}
