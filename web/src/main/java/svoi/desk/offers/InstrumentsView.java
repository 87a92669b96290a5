package svoi.desk.offers;

import java.time.LocalDate;
import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.offers.Instruments;

/// Legal instruments for which a step is waited for.
public record InstrumentsView(Frame frame, List<Instruments.Waiting> waiting, LocalDate today)
    implements DeskView {
  public InstrumentsView {
    waiting = List.copyOf(waiting);
  }
}
