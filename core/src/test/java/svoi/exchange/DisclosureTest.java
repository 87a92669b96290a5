package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import svoi.exchange.Figures.Cell;
import svoi.exchange.Figures.Sight;

/// Scenario 30: nothing published of a table speaks of fewer than five persons.
class DisclosureTest {
  /// Category by region, three persons in one cell.
  @Test
  void aSmallCellHidesASecondOneOfItsRowAndOfItsColumn() {
    List<List<Cell>> table = Disclosure.table(new int[][] {{41, 3, 26}, {30, 52, 77}});

    assertThat(table.get(0))
        .extracting(Cell::sight)
        .containsExactly(Sight.SHOWN, Sight.FEW, Sight.WITHHELD, Sight.SHOWN);
    assertThat(table.get(1).get(1).sight()).isEqualTo(Sight.WITHHELD);
    assertThat(table.get(0).get(1).value()).isZero();
  }

  @Test
  void aTableWithoutSmallCellsIsRoundedAndWhole() {
    assertThat(Disclosure.table(new int[][] {{12, 7}, {103, 98}}))
        .isEqualTo(
            List.of(
                List.of(shown(10), shown(5), shown(20)),
                List.of(shown(105), shown(100), shown(200)),
                List.of(shown(115), shown(105), shown(220))));
  }

  @Test
  void aTableOfFewSaysFewAndNothingElse() {
    assertThat(Disclosure.table(new int[][] {{1, 2}, {0, 0}}).getFirst())
        .allMatch(cell -> cell.sight() == Sight.FEW);
  }

  @Test
  void aPublicTotalIsSplitOnlyIntoPartsOfFiveOrMore() {
    assertThat(Disclosure.mayBeSplit(90, 5)).isTrue();
    assertThat(Disclosure.mayBeSplit(90, 0)).isTrue();
    assertThat(Disclosure.mayBeSplit(90, 4)).isFalse();
    assertThat(Disclosure.mayBeSplit(2, 0)).isFalse();
  }

  @RepeatedTest(1_000)
  void noSmallCellCanBeComputedFromWhatIsShown(RepetitionInfo repetition) {
    int[][] counts = random(new Random(repetition.getCurrentRepetition()));
    List<List<Cell>> table = Disclosure.table(counts);

    Bounds bounds = new Bounds(table);
    for (int row = 0; row < table.size(); row++) {
      for (int column = 0; column < table.getFirst().size(); column++) {
        Cell cell = table.get(row).get(column);
        assertThat(cell.value()).isNotIn(1, 2, 3, 4);
        if (cell.sight() == Sight.FEW) {
          assertThat(bounds.width(row, column))
              .as("%s of %s", table, Arrays.deepToString(counts))
              .isPositive();
        }
      }
    }
  }

  private static Cell shown(int value) {
    return new Cell(Sight.SHOWN, value);
  }

  private static int[][] random(Random random) {
    int rows = 2 + random.nextInt(3);
    int columns = 2 + random.nextInt(4);
    int limit = new int[] {4, 9, 30, 200}[random.nextInt(4)];
    return IntStream.range(0, rows)
        .mapToObj(r -> random.ints(columns, 0, limit + 1).toArray())
        .toArray(int[][]::new);
  }

  /// What a reader who knows the rules can infer, by narrowing every cell until nothing moves.
  private static final class Bounds {
    private final int[][] low;
    private final int[][] high;

    Bounds(List<List<Cell>> table) {
      low = new int[table.size()][table.getFirst().size()];
      high = new int[table.size()][table.getFirst().size()];
      for (int r = 0; r < low.length; r++) {
        for (int c = 0; c < low[r].length; c++) {
          Cell cell = table.get(r).get(c);
          low[r][c] =
              switch (cell.sight()) {
                case SHOWN -> Math.max(5, cell.value() - 2);
                case FEW -> 0;
                case WITHHELD -> 5;
              };
          high[r][c] =
              switch (cell.sight()) {
                case SHOWN -> cell.value() + 2;
                case FEW -> 4;
                case WITHHELD -> 100_000;
              };
        }
      }
      boolean moved = true;
      while (moved) {
        moved = false;
        for (int r = 0; r < low.length; r++) {
          int row = r;
          moved |=
              narrow(IntStream.range(0, low[0].length).mapToObj(c -> new int[] {row, c}).toList());
        }
        for (int c = 0; c < low[0].length; c++) {
          int column = c;
          moved |=
              narrow(IntStream.range(0, low.length).mapToObj(r -> new int[] {r, column}).toList());
        }
      }
    }

    int width(int row, int column) {
      return high[row][column] - low[row][column];
    }

    /// All but the last make the last.
    private boolean narrow(List<int[]> line) {
      int[] sum = line.getLast();
      List<int[]> parts = line.subList(0, line.size() - 1);
      int least = parts.stream().mapToInt(p -> low[p[0]][p[1]]).sum();
      int most = parts.stream().mapToInt(p -> high[p[0]][p[1]]).sum();
      boolean moved = set(sum, least, most);
      for (int[] part : parts) {
        int others = least - low[part[0]][part[1]];
        int othersMost = most - high[part[0]][part[1]];
        moved |= set(part, low[sum[0]][sum[1]] - othersMost, high[sum[0]][sum[1]] - others);
      }
      return moved;
    }

    private boolean set(int[] place, int least, int most) {
      int oldLow = low[place[0]][place[1]];
      int oldHigh = high[place[0]][place[1]];
      low[place[0]][place[1]] = Math.max(oldLow, least);
      high[place[0]][place[1]] = Math.min(oldHigh, most);
      return oldLow != low[place[0]][place[1]] || oldHigh != high[place[0]][place[1]];
    }
  }
}
