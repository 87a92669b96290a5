package svoi.desk.cases;

import java.util.List;
import svoi.cases.Card;
import svoi.cases.Merges;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// Proposals that wait for a second signature.
public record MergesView(Frame frame, List<Pair> pairs, Typed typed) implements DeskView {
  public MergesView {
    pairs = List.copyOf(pairs);
  }

  /// @param own whether this member proposed it, and so can't confirm it
  public record Pair(Merges.Merge merge, Card kept, Card merged, boolean own) {}
}
