package svoi.desk.rounds;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.ListDiff;
import svoi.exchange.ListVersion;
import svoi.exchange.Round;

/// How two versions differ, a part at a time.
///
/// @param part from 1 on
public record DiffView(
    Frame frame,
    Round round,
    List<ListVersion> lists,
    ListVersion first,
    ListVersion second,
    ListDiff whole,
    ListDiff shown,
    int part,
    boolean more)
    implements DeskView {
  public DiffView {
    lists = List.copyOf(lists);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }
}
