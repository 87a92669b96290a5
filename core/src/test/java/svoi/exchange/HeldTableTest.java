package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import svoi.exchange.HeldTable.Return;

/// Scenario 30, over time: the difference of two published tables isolates nobody.
class HeldTableTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void thereIsNoTableOfFewerThanTwenty() {
    List<Return> returns = home(at(1), 19, 400);

    assertThat(HeldTable.of(returns, at(9))).isEmpty();
    returns.add(new Return(at(2), Instant.MAX, true, 400));
    assertThat(HeldTable.of(returns, at(9))).isPresent();
  }

  @Test
  void aRoundOfThreeChangesNothingThatIsShown() {
    List<Return> returns = home(at(1), 60, 400);
    Optional<Figures.Held> before = HeldTable.of(returns, at(2));
    returns.addAll(home(at(3), 3, 2_000));

    assertThat(HeldTable.of(returns, at(4))).isEqualTo(before);
  }

  @Test
  void aCorrectionOfOneChangesNothingBeforeTheNextStep() {
    List<Return> returns = home(at(1), 60, 400);
    Optional<Figures.Held> before = HeldTable.of(returns, at(2));
    Return wrong = returns.removeFirst();
    returns.add(new Return(wrong.from(), at(5), wrong.military(), wrong.days()));

    assertThat(HeldTable.of(returns, at(9))).isEqualTo(before);
  }

  @RepeatedTest(100)
  void twoTablesDifferByTwentyPersonsAtLeastAndByFivesInEveryCell(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Return> returns = new ArrayList<>();
    IntStream.range(0, 40)
        .forEach(
            day ->
                IntStream.range(0, random.nextInt(15))
                    .forEach(
                        i ->
                            returns.add(
                                new Return(
                                    at(day),
                                    random.nextInt(30) == 0 ? at(day + 5) : Instant.MAX,
                                    random.nextInt(6) > 0,
                                    random.nextInt(1_500)))));
    Optional<Figures.Held> last = Optional.empty();
    for (int day = 0; day < 40; day++) {
      Optional<Figures.Held> now = HeldTable.of(returns, at(day));
      if (last.isPresent() && !now.equals(last)) {
        Instant from = last.get().upTo();
        Instant to = now.orElseThrow().upTo();
        assertThat(
                returns.stream().filter(one -> one.from().isAfter(from) && !one.from().isAfter(to)))
            .hasSizeGreaterThanOrEqualTo(HeldTable.STEP);
        assertThat(now.get().cells())
            .allSatisfy(row -> assertThat(row).allMatch(c -> c.value() % 5 == 0));
      }
      last = now;
    }
  }

  private static List<Return> home(Instant from, int count, int days) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(i -> new Return(from, Instant.MAX, true, days))
            .toList());
  }

  private static Instant at(int day) {
    return BEGIN.plusSeconds(day * 86_400L);
  }
}
