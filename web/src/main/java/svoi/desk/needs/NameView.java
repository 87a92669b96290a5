package svoi.desk.needs;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.NameGate;

/// Whether the name of one who came home may be given to anybody.
public record NameView(Frame frame, AwaitedFile file, NameGate.Gate gate) implements DeskView {
  public boolean open() {
    return gate.obstacles().isEmpty();
  }

  public String path() {
    return NeedDesk.path(file.id().value());
  }
}
