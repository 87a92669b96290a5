package svoi.desk.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.intake.Audience;
import svoi.intake.Waiting;

/// Cases of one desk or of all, the most urgent first.
///
/// @param desks of which the member has a key
/// @param desk whose queue it is; empty for all of them
/// @param queue all of it
/// @param damaged how many more do not open
/// @param asked cases whose vault a colleague wants to open
/// @param audience of which cases are shown; empty for all
public record QueueView(
    Frame frame,
    Officer officer,
    List<String> desks,
    String desk,
    List<Waiting> queue,
    int damaged,
    List<UUID> asked,
    Optional<Audience> audience)
    implements DeskView {
  public QueueView {
    desks = List.copyOf(desks);
    queue = List.copyOf(queue);
    asked = List.copyOf(asked);
  }

  public List<Waiting> shown() {
    return queue.stream()
        .filter(w -> audience.isEmpty() || audience.get() == w.about().audience())
        .toList();
  }

  public int count(Audience one) {
    return (int) queue.stream().filter(w -> w.about().audience() == one).count();
  }

  /// How officers name a case when they speak: the beginning of its id.
  public static String shortName(Waiting waiting) {
    return shortName(waiting.id());
  }

  public static String shortName(UUID id) {
    return id.toString().substring(0, 8);
  }
}
