package svoi.contact;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Lets an answer leave only a whole number of quarters of a second after its question came: its
/// time does not tell what was found.
final class QuarterSeconds {
  private static final long QUARTER = Duration.ofMillis(250).toNanos();

  private QuarterSeconds() {}

  static <T> T answer(Supplier<T> work) {
    long begin = System.nanoTime();
    T answer = work.get();
    long end = begin + ((System.nanoTime() - begin) / QUARTER + 1) * QUARTER;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return answer;
  }
}
