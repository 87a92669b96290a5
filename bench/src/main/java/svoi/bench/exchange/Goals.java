package svoi.bench.exchange;

import java.util.Locale;
import java.util.function.IntConsumer;
import svoi.bench.Timings;

/// Times calls one after another and says whether each kind stayed within its goal.
final class Goals {
  private int missed;

  /// Makes a fifth of the calls to warm up, then all of them.
  ///
  /// @param goal what p99 may be, in milliseconds
  /// @param call told its number
  void time(String name, int calls, double goal, IntConsumer call) {
    for (int i = 0; i < Math.max(1, calls / 5); i++) {
      call.accept(i);
    }
    Timings timings = new Timings(name);
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      call.accept(i);
      timings.add(System.nanoTime() - start);
    }
    say(timings, goal);
  }

  void say(Timings timings, double goal) {
    boolean holds = timings.milliseconds(0.99) <= goal;
    missed += holds ? 0 : 1;
    System.out.printf(
        Locale.ROOT, "%s   goal %,.0f: %s%n", timings.line(), goal, holds ? "held" : "MISSED");
  }

  /// How many kinds of calls took longer than they may.
  int missed() {
    return missed;
  }
}
