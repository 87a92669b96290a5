package svoi.bench.peers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import svoi.bench.Recall;

/// The figures of all engines side by side, as a table in Markdown.
final class Table {
  private final List<Column> columns;

  Table(List<Column> columns) {
    this.columns = columns;
  }

  void print() {
    Recall any = columns.getFirst().recall();
    Set<String> categories = any.categories();
    row("r@1 / r@10 / MRR", "n", Column::name);
    row("---", "---:", column -> "---");
    shares(Recall.ALL, any);
    categories.stream().filter(name -> !name.startsWith("neg")).forEach(name -> shares(name, any));
    row("empty / forb@1 / forb@10", "", column -> "");
    categories.stream().filter(name -> name.startsWith("neg")).forEach(name -> shares(name, any));
    row("p50 / p95 / p99 ms", "", Table::times);
    row("build s", "", column -> String.format(Locale.ROOT, "%.2f", column.seconds()));
  }

  private void shares(String category, Recall any) {
    row(
        category,
        Integer.toString(any.count(category)),
        column -> joined("%.3f", column.recall().shares(category)));
  }

  private static String times(Column column) {
    return joined(
        "%.2f", DoubleStream.of(0.5, 0.95, 0.99).map(column.timings()::milliseconds).toArray());
  }

  private static String joined(String format, double... figures) {
    return DoubleStream.of(figures)
        .mapToObj(figure -> String.format(Locale.ROOT, format, figure))
        .collect(Collectors.joining(" / "));
  }

  private void row(String head, String n, Function<Column, String> cell) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "| %-26s | %4s |", head, n));
    columns.forEach(
        column -> line.append(String.format(Locale.ROOT, " %-21s |", cell.apply(column))));
    System.out.println(line);
  }
}
