package svoi.desk.profiles;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.register.Publication;

/// All holds that stand.
public record HoldsView(Frame frame, List<Publication.Hold> holds) implements DeskView {
  public HoldsView {
    holds = List.copyOf(holds);
  }
}
