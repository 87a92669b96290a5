package svoi.site;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import svoi.web.Messages;

/// The four shades of the map: round steps of 1-10, 11-30, 31-70 and more, times a power of ten
/// that suits the largest region.
final class Scale {
  /// Beyond this many in one region the steps grow tenfold.
  private static final int LARGE = 300;

  private final int factor;

  private Scale(int factor) {
    this.factor = factor;
  }

  static Scale of(Collection<Integer> counts) {
    int largest = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    int factor = 1;
    while (largest > LARGE * factor) {
      factor *= 10;
    }
    return new Scale(factor);
  }

  /// 0 for none, then 1 to 4.
  int step(int count) {
    if (count == 0) {
      return 0;
    }
    return (int) IntStream.of(10, 30, 70).filter(limit -> count > limit * factor).count() + 1;
  }

  List<MapView.Step> legend(Messages t) {
    return List.of(
        step(1, 1, 10 * factor, t),
        step(2, 10 * factor + 1, 30 * factor, t),
        step(3, 30 * factor + 1, 70 * factor, t),
        new MapView.Step(4, t.get("site.map.over", "from", 70 * factor)));
  }

  private static MapView.Step step(int shade, int from, int to, Messages t) {
    return new MapView.Step(shade, t.get("site.map.range", "from", from, "to", to));
  }
}
