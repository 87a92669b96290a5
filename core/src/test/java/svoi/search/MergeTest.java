package svoi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final int ROUNDS = 500;

  private final Random random = new Random(7);

  @Test
  void givesWhatSortingAnewWouldGive() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> all = shuffled(random.nextInt(30));
      List<Integer> old = all.subList(0, random.nextInt(all.size() + 1));
      List<Integer> fresh = all.subList(old.size(), all.size());
      List<Integer> gone = old.subList(0, random.nextInt(old.size() + 1));
      List<Integer> expected = new ArrayList<>(all.subList(gone.size(), all.size()));
      Collections.sort(expected);
      Integer[] sorted = old.stream().sorted().toArray(Integer[]::new);

      assertThat(Merge.merge(sorted, gone, fresh, Comparator.<Integer>naturalOrder()))
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void leavesTheOldOrderAsItWas() {
    Integer[] sorted = {1, 3, 5};

    Merge.merge(sorted, List.of(3), List.of(2, 4), Comparator.<Integer>naturalOrder());

    assertThat(sorted).containsExactly(1, 3, 5);
  }

  private List<Integer> shuffled(int count) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(numbers, random);
    return numbers;
  }
}
