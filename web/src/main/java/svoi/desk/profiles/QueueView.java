package svoi.desk.profiles;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.register.Drafts;
import svoi.register.Waiting;

/// The queue.
public record QueueView(
    Frame frame,
    List<Waiting> waiting,
    List<Drafts.Underway> mine,
    boolean reviewer,
    boolean author)
    implements DeskView {
  public QueueView {
    waiting = List.copyOf(waiting);
    mine = List.copyOf(mine);
  }
}
