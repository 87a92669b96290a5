package svoi.search;

import java.time.Instant;
import java.util.function.Predicate;

/// A [Filter] in the numbers of the rows: each part says whether a row passes it.
final class Choice {
  /// No narrowing.
  private static final int ANY = -2;

  private final int region;
  private final int article;
  private final boolean withVideo;
  private final boolean onlyDeparted;

  Choice(Columns columns, Filter filter) {
    this.region = filter.region().map(columns.regions()::number).orElse(ANY);
    this.article = filter.article().map(columns.articles()::number).orElse(ANY);
    this.withVideo = filter.withVideo();
    this.onlyDeparted = filter.departed();
  }

  boolean region(Row row) {
    return region == ANY || row.region() == region;
  }

  boolean article(Row row) {
    if (article == ANY) {
      return true;
    }
    for (int number : row.articles()) {
      if (number == article) {
        return true;
      }
    }
    return false;
  }

  boolean video(Row row) {
    return !withVideo || row.video();
  }

  boolean departed(Row row) {
    return !onlyDeparted || row.departed();
  }

  /// Rows under the whole filter that may be shown at `now`.
  Predicate<Row> at(Instant now) {
    long moment = now.toEpochMilli();
    return row ->
        row.isVisible(moment) && region(row) && article(row) && video(row) && departed(row);
  }
}
