package svoi.site;

import java.util.List;
import svoi.web.Layout;

/// The home page.
///
/// @param total visible profiles
/// @param opening figures of the launch, each with its own definition, date and source
/// @param latest newer figures, the same
/// @param newest those whose persons agreed to stand here
public record HomeView(
    Layout layout,
    int total,
    MapView map,
    List<FigureView> opening,
    List<FigureView> latest,
    List<CardView> newest) {
  public HomeView {
    opening = List.copyOf(opening);
    latest = List.copyOf(latest);
    newest = List.copyOf(newest);
  }
}
