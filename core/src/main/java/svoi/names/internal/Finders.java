package svoi.names.internal;

import java.util.concurrent.ArrayBlockingQueue;

/// Finders at rest. Threads may be many and short-lived, so finders are lent, not kept by thread.
public final class Finders {
  private final ArrayBlockingQueue<Finder> resting =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

  public Finder borrow() {
    Finder finder = resting.poll();
    return finder == null ? new Finder() : finder;
  }

  /// Takes a finder back, or lets it go when enough are here.
  @SuppressWarnings("ReturnValueIgnored")
  public void giveBack(Finder finder) {
    resting.offer(finder);
  }
}
