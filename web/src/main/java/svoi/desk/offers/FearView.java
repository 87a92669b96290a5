package svoi.desk.offers;

import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.offers.Fears;

/// The question about a fear of return, for who is entitled to ask it.
public record FearView(
    Frame frame, Fears.Asked asked, List<Fears.Interview> interviews, Typed typed)
    implements DeskView {
  public FearView {
    interviews = List.copyOf(interviews);
  }

  public String path() {
    return "/desk/offers/" + asked.id().value() + "/fear";
  }

  /// The newest interview, if counsel still has to speak on it.
  public Optional<Fears.Interview> open() {
    return interviews.stream().limit(1).filter(Fears.Interview::waitsForCounsel).findFirst();
  }
}
