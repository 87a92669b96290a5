package svoi.bench.contact;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The test of Mann, Whitney and Wilcoxon: do two samples come from one distribution?
final class Ranks {
  private Ranks() {}

  /// How many standard deviations the ranks of the first lie from where chance would put them; more
  /// than 2.58 either way is a difference at a level of one percent. Equal values share ranks.
  static double z(double[] first, double[] second) {
    double[] all =
        DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).sorted().toArray();
    double ranks = Arrays.stream(first).map(value -> rank(all, value)).sum();
    double m = first.length;
    double n = second.length;
    double ties = 0;
    for (int i = 0; i < all.length; ) {
      int j = i;
      while (j < all.length && all[j] == all[i]) {
        j++;
      }
      double equal = j - i;
      ties += equal * equal * equal - equal;
      i = j;
    }
    double total = m + n;
    double variance = m * n / 12 * (total + 1 - ties / (total * (total - 1)));
    return (ranks - m * (total + 1) / 2) / Math.sqrt(variance);
  }

  private static double rank(double[] sorted, double value) {
    int least = 0;
    while (sorted[least] != value) {
      least++;
    }
    int most = least;
    while (most + 1 < sorted.length && sorted[most + 1] == value) {
      most++;
    }
    return (least + most) / 2.0 + 1;
  }
}
