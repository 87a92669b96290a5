package svoi.desk.needs;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.needs.NameGate;

/// Relatives of those who came home and have not heard it from us yet.
public record CallsView(Frame frame, List<NameGate.ToCall> calls) implements DeskView {
  public CallsView {
    calls = List.copyOf(calls);
  }
}
