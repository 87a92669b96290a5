package svoi.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition and not for time.
final class Await {
  private static final long BETWEEN_LOOKS = Duration.ofMillis(25).toNanos();

  private Await() {}

  /// Returns how long it took.
  ///
  /// @throws AssertionError if it is not so within `limit`
  static Duration until(String what, Duration limit, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new AssertionError("not within " + limit.toMillis() + " ms: " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
