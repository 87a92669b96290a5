package svoi.desk.needs;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedMerges;

/// Proposals that wait for a second signature.
public record NeedMergesView(Frame frame, Officer officer, List<Pair> pairs, Typed typed)
    implements DeskView {
  public NeedMergesView {
    pairs = List.copyOf(pairs);
  }

  /// @param own whether this member proposed it, and so can't confirm it
  public record Pair(
      AwaitedMerges.Merge merge, AwaitedFile kept, AwaitedFile merged, boolean own) {}
}
