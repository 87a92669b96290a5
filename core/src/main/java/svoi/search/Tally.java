package svoi.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects the rows under a filter and, in the same pass, the counts that stand beside each
/// choice: a choice's count is what it would give under the *other* filters.
final class Tally {
  private final Columns columns;
  private final Choice choice;
  private final long now;
  private final List<Row> matching = new ArrayList<>();
  private final int[] byRegion;
  private final int[] byArticle;
  private int withVideo;
  private int departed;

  Tally(Columns columns, Filter filter, Instant now) {
    this.columns = columns;
    this.choice = new Choice(columns, filter);
    this.now = now.toEpochMilli();
    this.byRegion = new int[columns.regions().size()];
    this.byArticle = new int[columns.articles().size()];
  }

  void add(Row row) {
    if (!row.isVisible(now)) {
      return;
    }
    boolean region = choice.region(row);
    boolean article = choice.article(row);
    boolean video = choice.video(row);
    boolean left = choice.departed(row);
    if (article && video && left) {
      byRegion[row.region()]++;
    }
    if (region && video && left) {
      for (int number : row.articles()) {
        byArticle[number]++;
      }
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

  List<Row> matching() {
    return matching;
  }

  Map<String, Integer> byRegion() {
    return columns.regions().named(byRegion);
  }

  Map<String, Integer> byArticle() {
    return columns.articles().named(byArticle);
  }

  int withVideo() {
    return withVideo;
  }

  int departed() {
    return departed;
  }
}
