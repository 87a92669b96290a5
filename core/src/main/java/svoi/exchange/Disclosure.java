package svoi.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Decides what of a table of people may be published, so that no cell, no sum and no difference of
/// what is shown speaks of fewer than [#LEAST] persons.
///
/// A count below five is "fewer than five", none included: a zero would bound the small ones beside
/// it. In its row and in its column another number is withheld, or it would follow by subtraction.
/// What is shown is rounded to the nearest five, each number for itself, so that tables of two days
/// differ by fives too.
final class Disclosure {
  static final int LEAST = 5;

  private final int[][] counts;
  private final Figures.Sight[][] sights;

  private Disclosure(int[][] counts) {
    this.counts = counts;
    this.sights =
        Arrays.stream(counts)
            .map(
                row ->
                    Arrays.stream(row).mapToObj(Disclosure::ofCell).toArray(Figures.Sight[]::new))
            .toArray(Figures.Sight[][]::new);
  }

  /// What is shown of the table and its sums.
  ///
  /// @param counts rows of equal length
  /// @return the rows with their sums at the end, and the row of sums
  static List<List<Figures.Cell>> table(int[][] counts) {
    Disclosure table = new Disclosure(withSums(counts));
    table.withhold();
    return IntStream.range(0, table.counts.length)
        .mapToObj(
            row ->
                IntStream.range(0, table.counts[row].length)
                    .mapToObj(column -> table.cell(row, column))
                    .toList())
        .toList();
  }

  /// One number that stands alone.
  static Figures.Cell single(int count) {
    boolean shown = count == 0 || count >= LEAST;
    return new Figures.Cell(
        shown ? Figures.Sight.SHOWN : Figures.Sight.FEW, shown ? round(count) : 0);
  }

  /// Whether two parts of a public total may stand beside it to the unit.
  static boolean mayBeSplit(int one, int other) {
    return single(one).sight() == Figures.Sight.SHOWN
        && single(other).sight() == Figures.Sight.SHOWN;
  }

  private static Figures.Sight ofCell(int count) {
    return count < LEAST ? Figures.Sight.FEW : Figures.Sight.SHOWN;
  }

  private static int round(int count) {
    return (count + LEAST / 2) / LEAST * LEAST;
  }

  private Figures.Cell cell(int row, int column) {
    Figures.Sight sight = sights[row][column];
    return new Figures.Cell(sight, sight == Figures.Sight.SHOWN ? round(counts[row][column]) : 0);
  }

  private static int[][] withSums(int[][] counts) {
    int columns = counts[0].length;
    int[][] all = new int[counts.length + 1][columns + 1];
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < columns; column++) {
        int count = counts[row][column];
        all[row][column] = count;
        all[row][columns] += count;
        all[counts.length][column] += count;
        all[counts.length][columns] += count;
      }
    }
    return all;
  }

  private void withhold() {
    List<List<int[]>> lines = lines();
    boolean again = true;
    while (again) {
      again = false;
      for (List<int[]> line : lines) {
        again |= needsAnother(line) && withholdSmallest(line);
      }
    }
  }

  /// Every row and every column, as places of cells, the sum last.
  private List<List<int[]>> lines() {
    int rows = counts.length;
    int columns = counts[0].length;
    List<List<int[]>> lines = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      int row = r;
      lines.add(IntStream.range(0, columns).mapToObj(column -> new int[] {row, column}).toList());
    }
    for (int c = 0; c < columns; c++) {
      int column = c;
      lines.add(IntStream.range(0, rows).mapToObj(row -> new int[] {row, column}).toList());
    }
    return lines;
  }

  /// Two of a kind "fewer than five" would bound each other by their sum, so beside them stands one
  /// that is not bounded; unless the whole line is fewer than five.
  private boolean needsAnother(List<int[]> line) {
    long few = line.stream().filter(place -> sight(place) == Figures.Sight.FEW).count();
    long withheld = line.stream().filter(place -> sight(place) == Figures.Sight.WITHHELD).count();
    boolean small = sight(line.getLast()) == Figures.Sight.FEW;
    return (few > 0 && withheld == 0 && !small) || few + withheld == 1;
  }

  private boolean withholdSmallest(List<int[]> line) {
    return line.stream()
        .filter(place -> sight(place) == Figures.Sight.SHOWN)
        .reduce((one, other) -> count(other) < count(one) ? other : one)
        .map(place -> sights[place[0]][place[1]] = Figures.Sight.WITHHELD)
        .isPresent();
  }

  private Figures.Sight sight(int[] place) {
    return sights[place[0]][place[1]];
  }

  private int count(int[] place) {
    return counts[place[0]][place[1]];
  }
}
