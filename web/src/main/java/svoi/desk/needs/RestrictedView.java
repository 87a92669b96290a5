package svoi.desk.needs;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.Restricted;

/// Service and place of captivity of an awaited person.
public record RestrictedView(Frame frame, AwaitedFile file, Restricted restricted)
    implements DeskView {
  public String path() {
    return NeedDesk.path(file.id().value());
  }
}
