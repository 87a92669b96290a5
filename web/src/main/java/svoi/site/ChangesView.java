package svoi.site;

import java.util.List;
import svoi.web.Layout;

/// The changelog of figures.
public record ChangesView(
    Layout layout,
    List<RegisterView.Step> trail,
    List<ResultsView.Change> changes,
    List<ResultsView.Change> invented) {
  public ChangesView {
    trail = List.copyOf(trail);
    changes = List.copyOf(changes);
    invented = List.copyOf(invented);
  }
}
