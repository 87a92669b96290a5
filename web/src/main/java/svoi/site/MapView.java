package svoi.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The map and the equal list beside it.
public record MapView(List<Shape> shapes, List<Entry> regions, List<Step> legend) {
  public MapView {
    shapes = List.copyOf(shapes);
    regions = List.copyOf(regions);
    legend = List.copyOf(legend);
  }

  /// A region with its count.
  ///
  /// @param label name and count in words
  /// @param shade 0 for none, 1 to 4
  public record Entry(String href, String name, String label, int count, int shade) {}

  /// A region drawn.
  ///
  /// @param x place of the number, and of the circle
  /// @param y place of the number
  /// @param circle height of the circle's centre; null where the region itself is large enough
  public record Shape(Entry entry, String path, String x, String y, @Nullable String circle) {}

  /// A shade and what it stands for.
  public record Step(int shade, String text) {}
}
