package svoi.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chart, drawn and said: shapes, what their shades mean, and the same numbers as a table.
///
/// @param id begins the anchors of its parts; once per page
/// @param note what it covers and what is missing
/// @param region name of the part that scrolls on a narrow screen
/// @param height of the picture, which is 1100 wide
/// @param keys what each shade means; empty if there is one
public record Drawing(
    String id,
    String title,
    String note,
    String description,
    String region,
    int height,
    List<Shape> shapes,
    List<Key> keys,
    Table table) {
  static final int LEFT = 56;
  static final int RIGHT = 1_060;

  public Drawing {
    shapes = List.copyOf(shapes);
    keys = List.copyOf(keys);
  }

  /// A piece of the picture; `look` names its style.
  public sealed interface Shape {}

  /// A rectangle.
  public record Bar(String look, long x, long y, long width, long height) implements Shape {}

  /// A line.
  public record Path(String look, String d) implements Shape {}

  /// A round mark.
  public record Dot(long x, long y) implements Shape {}

  /// Words or a number.
  ///
  /// @param anchor `start`, `middle` or `end`
  public record Words(String look, long x, long y, String anchor, String text) implements Shape {}

  /// What a shade means.
  public record Key(String look, String text) {}

  /// The numbers of the picture, and more of them.
  public record Table(List<String> heads, List<Line> lines) {
    public Table {
      heads = List.copyOf(heads);
      lines = List.copyOf(lines);
    }
  }

  /// One line of a table.
  ///
  /// @param href of what the line is about; null if it has no page
  public record Line(String head, @Nullable String href, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
