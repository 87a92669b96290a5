package svoi.desk.offers;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.offers.Fears;

/// Who is to be asked, and whose answer waits for counsel.
public record FearQueueView(Frame frame, List<Fears.Asked> queue) implements DeskView {
  public FearQueueView {
    queue = List.copyOf(queue);
  }

  public List<Fears.Asked> never(boolean never) {
    return queue.stream().filter(asked -> asked.never() == never).toList();
  }
}
