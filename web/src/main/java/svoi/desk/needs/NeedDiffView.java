package svoi.desk.needs;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.needs.NeedLists;

/// What is different between two versions of the need list.
///
/// @param cut whether there is more than is shown
public record NeedDiffView(
    Frame frame,
    NeedLists.Version was,
    NeedLists.Version now,
    List<NeedLists.Difference> found,
    boolean cut)
    implements DeskView {
  public NeedDiffView {
    found = List.copyOf(found);
  }

  public List<NeedLists.Difference> added() {
    return found.stream().filter(d -> d.was().isEmpty()).toList();
  }

  public List<NeedLists.Difference> gone() {
    return found.stream().filter(d -> d.now().isEmpty()).toList();
  }

  public List<NeedLists.Difference> changed() {
    return found.stream().filter(d -> d.was().isPresent() && d.now().isPresent()).toList();
  }
}
