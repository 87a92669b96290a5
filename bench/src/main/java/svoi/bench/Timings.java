package svoi.bench;

import java.util.Arrays;
import java.util.Locale;

/// How long calls of one kind took.
public final class Timings {
  private final String name;
  private long[] nanos = new long[1_024];
  private int count;

  /// @param name printed before the figures
  public Timings(String name) {
    this.name = name;
  }

  public void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /// The time in milliseconds that this share of the calls stayed within.
  ///
  /// @param share above 0, at most 1
  public double milliseconds(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return milliseconds(sorted, share);
  }

  /// One line of a table: name, number of calls, p50, p95, p99 and maximum in milliseconds.
  public String line() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "  %-34s %6d calls   p50 %8.2f   p95 %8.2f   p99 %8.2f   max %8.2f ms",
        name,
        count,
        milliseconds(sorted, 0.5),
        milliseconds(sorted, 0.95),
        milliseconds(sorted, 0.99),
        milliseconds(sorted, 1));
  }

  private static double milliseconds(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int place = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(place, 0)] / 1e6;
  }
}
