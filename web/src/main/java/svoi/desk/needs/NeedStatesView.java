package svoi.desk.needs;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.AwaitedState;
import svoi.exchange.needs.AwaitedFile;

/// Recording what became known of an awaited person.
///
/// @param next states that may be recorded now
public record NeedStatesView(Frame frame, AwaitedFile file, List<AwaitedState> next, Typed typed)
    implements DeskView {
  public NeedStatesView {
    next = List.copyOf(next);
  }

  public String path() {
    return NeedDesk.path(file.id().value());
  }
}
