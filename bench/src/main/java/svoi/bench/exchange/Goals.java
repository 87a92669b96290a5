package svoi.bench.exchange;

import java.util.Locale;
import java.util.function.IntConsumer;
import svoi.bench.Timings;

/// Times calls one after another; says what processor time one took and whether each kind stayed
/// within its goal.
final class Goals {
  private final Processor processor;
  private int missed;

  Goals(Processor processor) {
    this.processor = processor;
  }

  /// Makes a fifth of the calls to warm up, then all of them.
  ///
  /// @param goal what p99 may be, in milliseconds
  /// @param call told its number
  void time(String name, int calls, double goal, IntConsumer call) {
    for (int i = 0; i < Math.max(1, calls / 5); i++) {
      call.accept(i);
    }
    Timings timings = new Timings(name);
    long before = processor.milliseconds();
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      call.accept(i);
      timings.add(System.nanoTime() - start);
    }
    say(timings, goal, (processor.milliseconds() - before) / (double) calls);
  }

  /// @param used processor time of a call, in milliseconds
  void say(Timings timings, double goal, double used) {
    boolean holds = timings.milliseconds(0.99) <= goal;
    missed += holds ? 0 : 1;
    System.out.printf(
        Locale.ROOT,
        "%s   processor %6.1f ms   goal %,.0f: %s%n",
        timings.line(),
        used,
        goal,
        holds ? "held" : "MISSED");
  }

  /// How many kinds of calls took longer than they may.
  int missed() {
    return missed;
  }
}
