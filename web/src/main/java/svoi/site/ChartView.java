package svoi.site;

import java.util.List;

/// The published running totals as a drawing: points, and lines that are broken where nothing was
/// published for long.
public record ChartView(
    List<Tick> heights,
    List<Tick> years,
    List<Line> lines,
    List<Point> points,
    String description,
    String base) {
  public ChartView {
    heights = List.copyOf(heights);
    years = List.copyOf(years);
    lines = List.copyOf(lines);
    points = List.copyOf(points);
  }

  /// A mark on an axis.
  public record Tick(String at, String text) {}

  /// A line between two points.
  ///
  /// @param gap whether nothing was published for so long that the line only joins
  public record Line(String path, boolean gap) {}

  /// A published total.
  ///
  /// @param shown whether its value stands beside it: where there is room
  public record Point(
      String x, String y, String labelY, String value, String date, boolean shown) {}
}
