package svoi.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Readers who ask for the same addresses again and again.
final class Load implements AutoCloseable {
  private final ExecutorService readers;
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger tooLate = new AtomicInteger();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean forbidden;
  private volatile boolean closed;

  private Load(int threads) {
    readers = Executors.newFixedThreadPool(threads);
  }

  /// Begins to read all of these from all of these processes.
  static Load on(List<Http> processes, List<String> addresses, int threads) {
    Load load = new Load(threads);
    for (int i = 0; i < threads; i++) {
      Http http = processes.get(i % processes.size());
      load.readers.execute(() -> load.read(http, addresses));
    }
    return load;
  }

  private void read(Http http, List<String> addresses) {
    for (int i = 0; !closed; i++) {
      String address = addresses.get(i % addresses.size());
      boolean mayNotShow = forbidden;
      try {
        int status = http.get(address).status();
        if (status == 200 && mayNotShow) {
          tooLate.incrementAndGet();
        } else if (status >= 500) {
          faults.add(status + " " + address);
        }
      } catch (RuntimeException e) {
        faults.add(e + " " + address);
      }
      answers.incrementAndGet();
    }
  }

  /// From here on, a page that is asked for may not be shown.
  void mayNotShowAnyMore() {
    forbidden = true;
  }

  /// How many pages were shown although they had been forbidden before they were asked for.
  int shownTooLate() {
    return tooLate.get();
  }

  /// Answers that a reader should never get.
  List<String> faults() {
    return List.copyOf(faults);
  }

  /// Waits for that many further answers.
  void awaitAnswers(int count) {
    int until = answers.get() + count;
    Await.until(count + " answers", Duration.ofSeconds(20), () -> answers.get() >= until);
  }

  @Override
  public void close() {
    closed = true;
    readers.close();
  }
}
