package svoi.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects the rows under a filter and, in the same pass, the counts that stand beside each
/// choice: a choice's count is what it would give under the *other* filters.
final class Tally {
  private final Filter filter;
  private final Instant now;
  private final List<Row> matching = new ArrayList<>();
  private final Map<String, Integer> byRegion = new HashMap<>();
  private final Map<String, Integer> byArticle = new HashMap<>();
  private int withVideo;
  private int departed;

  Tally(Filter filter, Instant now) {
    this.filter = filter;
    this.now = now;
  }

  void add(Row row) {
    if (!row.isVisible(now)) {
      return;
    }
    boolean region = filter.region().map(row.region()::equals).orElse(true);
    boolean article = filter.article().map(row.articles()::contains).orElse(true);
    boolean video = !filter.withVideo() || row.video();
    boolean left = !filter.departed() || row.departed();
    if (article && video && left) {
      byRegion.merge(row.region(), 1, Integer::sum);
    }
    if (region && video && left) {
      row.articles().forEach(a -> byArticle.merge(a, 1, Integer::sum));
    }
    if (region && article && left && row.video()) {
      withVideo++;
    }
    if (region && article && video && row.departed()) {
      departed++;
    }
    if (region && article && video && left) {
      matching.add(row);
    }
  }

  /// Whether the row is one that the filter asks for.
  static boolean passes(Row row, Filter filter) {
    return filter.region().map(row.region()::equals).orElse(true)
        && filter.article().map(row.articles()::contains).orElse(true)
        && (!filter.withVideo() || row.video())
        && (!filter.departed() || row.departed());
  }

  List<Row> matching() {
    return matching;
  }

  Map<String, Integer> byRegion() {
    return byRegion;
  }

  Map<String, Integer> byArticle() {
    return byArticle;
  }

  int withVideo() {
    return withVideo;
  }

  int departed() {
    return departed;
  }
}
