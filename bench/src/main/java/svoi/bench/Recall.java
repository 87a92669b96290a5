package svoi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Sums of judged answers by category, printed as `eval_search.py` prints them.
public final class Recall {
  /// The category of all positives together.
  public static final String ALL = "ALL POSITIVE";

  private static final int FIRST = 10;

  private final Map<String, double[]> categories = new LinkedHashMap<>();
  private final double[] all = new double[4];

  /// Adds an answer to a query about somebody who is there.
  ///
  /// @return the place of the first relevant hit, from 1, or 0
  public int addPositive(JudgedQuery query, List<String> found) {
    int rank = 0;
    for (int i = 0; i < found.size() && rank == 0; i++) {
      rank = query.relevant().contains(found.get(i)) ? i + 1 : 0;
    }
    boolean inTen = found.stream().limit(FIRST).anyMatch(query.target()::equals);
    for (double[] sums : List.of(of(query.category()), all)) {
      sums[0]++;
      sums[1] += rank == 1 ? 1 : 0;
      sums[2] += inTen ? 1 : 0;
      sums[3] += rank == 0 ? 0 : 1.0 / rank;
    }
    return rank;
  }

  /// Adds an answer to a query about nobody.
  public void addNegative(JudgedQuery query, List<String> found) {
    double[] sums = of(query.category());
    sums[0]++;
    sums[1] += found.isEmpty() ? 1 : 0;
    sums[2] += !found.isEmpty() && query.forbidden().contains(found.getFirst()) ? 1 : 0;
    sums[3] += found.stream().limit(FIRST).anyMatch(query.forbidden()::contains) ? 1 : 0;
  }

  private double[] of(String category) {
    return categories.computeIfAbsent(category, name -> new double[4]);
  }

  /// The categories in the order of their first queries.
  public Set<String> categories() {
    return categories.keySet();
  }

  /// Queries of a category.
  public int count(String category) {
    return (int) sums(category)[0];
  }

  /// Recall@1, recall@10 and MRR; of a negative category the shares of empty answers, of a
  /// forbidden person in the first place, and of one among the first ten.
  public double[] shares(String category) {
    double[] sums = sums(category);
    double n = Math.max(sums[0], 1);
    return new double[] {sums[1] / n, sums[2] / n, sums[3] / n};
  }

  private double[] sums(String category) {
    return category.equals(ALL) ? all : of(category);
  }

  /// The table; negatives are left out when the population is not the judged one.
  void print(boolean negatives) {
    System.out.printf(
        Locale.ROOT, "%-22s %4s %7s %7s %7s%n", "category", "n", "r@1", "r@10", "MRR");
    categories.forEach(
        (name, sums) -> {
          if (!name.startsWith("neg")) {
            print("%-22s %4d %7.3f %7.3f %7.3f%n", name, sums);
          } else if (negatives) {
            print("%-22s %4d empty %.3f  forbid@1 %.3f  forbid@10 %.3f%n", name, sums);
          } else {
            System.out.printf(Locale.ROOT, "%-22s %4d n/a%n", name, (int) sums[0]);
          }
        });
    printAll(ALL);
  }

  /// One line over all positives.
  void printAll(String name) {
    print("%-22s %4d %7.3f %7.3f %7.3f%n", name, all);
  }

  private static void print(String format, String name, double[] sums) {
    double n = Math.max(sums[0], 1);
    System.out.printf(
        Locale.ROOT, format, name, (int) sums[0], sums[1] / n, sums[2] / n, sums[3] / n);
  }
}
