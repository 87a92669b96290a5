package svoi.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Visitors who read profiles, lists and searches without a pause.
final class Readers implements AutoCloseable {
  private static final List<String> LISTS =
      List.of("/uk/", "/ru/register", "/en/regions/kharkiv", "/uk/register?sort=waiting");

  private final ExecutorService threads;
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private volatile boolean closed;

  private Readers(int count) {
    threads = Executors.newFixedThreadPool(count);
  }

  static Readers on(List<PublicPages> processes, List<Withdrawals.Published> who, int count) {
    Readers readers = new Readers(count);
    for (int i = 0; i < count; i++) {
      PublicPages process = processes.get(i % processes.size());
      Random random = new Random(i);
      readers.threads.execute(() -> readers.read(process, who, random));
    }
    return readers;
  }

  private void read(PublicPages process, List<Withdrawals.Published> who, Random random) {
    while (!closed) {
      Withdrawals.Published one = who.get(random.nextInt(who.size()));
      String address =
          switch (random.nextInt(8)) {
            case 0 -> LISTS.get(random.nextInt(LISTS.size()));
            case 1 -> "/uk/search?q=" + URLEncoder.encode(one.family(), StandardCharsets.UTF_8);
            case 2, 3 -> "/ru/profiles/" + one.profile();
            default -> "/uk/profiles/" + one.profile();
          };
      if (process.get(address).statusCode() != 200) {
        failures.incrementAndGet();
      }
      answers.incrementAndGet();
    }
  }

  long answers() {
    return answers.get();
  }

  long failures() {
    return failures.get();
  }

  @Override
  public void close() {
    closed = true;
    threads.close();
  }
}
