package svoi.site;

import java.util.List;
import svoi.web.Layout;

/// A round with its counts.
public record RoundView(
    Layout layout,
    List<RegisterView.Step> trail,
    String name,
    ResultsView.Round round,
    String lastDay,
    String announced,
    boolean invented,
    List<ResultsView.Change> changes,
    String asOf,
    String root) {
  public RoundView {
    trail = List.copyOf(trail);
    changes = List.copyOf(changes);
  }
}
