package svoi.bench.contact;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import svoi.bench.Timings;
import svoi.intake.Receipt;
import svoi.platform.Language;

/// Measures the anonymous door over HTTP; started by `bench/contact`.
public final class Contact {
  private static final int TEN_MIB = 10 << 20;
  private static final long ONE_GIB = 1L << 30;
  private static final int CLIENTS = 16;
  private static final List<String> PAGES =
      Stream.of("uk", "ru", "en")
          .flatMap(
              language ->
                  Stream.of(
                          "", "/a1", "/a2", "/a3", "/a4", "/a5", "/a6", "/a7", "/a8", "/a9", "/d1",
                          "/z4")
                      .map(page -> "/contact/" + language + page))
          .toList();

  private final Door door;
  private final Source source;

  private Contact(Door door) {
    this.door = door;
    this.source = new Source(door.base());
  }

  /// @param words seconds of load, then the words that start the program
  public static void main(String[] words) throws Exception {
    int seconds = Integer.parseInt(words[0]);
    Path folder = Files.createTempDirectory("svoi-contact");
    try (Door door = Door.open(List.of(words).subList(1, words.length), folder)) {
      Contact bench = new Contact(door);
      bench.pages();
      bench.tenMebibytes();
      bench.comingBack(200);
      bench.gibibyte();
      bench.crowd(seconds);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void pages() throws IOException, InterruptedException {
    int most = 0;
    String largest = "";
    for (String page : PAGES) {
      int size = source.size(page);
      if (size > most) {
        most = size;
        largest = page;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d pages, compressed: the largest is %s with %,d bytes (goal 8,192).%n",
        PAGES.size(),
        largest,
        most);
  }

  private void tenMebibytes() throws IOException, InterruptedException {
    Timings timings = new Timings("10 MiB and words, 2 requests");
    for (int i = 0; i < 23; i++) {
      Source.File file = new Source.File("a.bin", new Noise(i, TEN_MIB), TEN_MIB);
      long start = System.nanoTime();
      String _ = source.send("вигадка ".repeat(60), file);
      if (i >= 3) {
        timings.add(System.nanoTime() - start);
      }
    }
    System.out.println(timings.line() + "   (goal 800; GlobaLeaks 5.0.15: 13 requests, 2,430)");
  }

  private void comingBack(int times) throws IOException, InterruptedException {
    String mine = source.send("вигадка");
    Timings hits = new Timings("coming back, 2 requests");
    double[] hit = new double[times];
    double[] miss = new double[times];
    HttpResponse<String> found = source.answer(mine);
    HttpResponse<String> nothing = source.answer(random());
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      HttpResponse<String> _ = source.enter(mine);
      hits.add(System.nanoTime() - start);
      hit[i] = milliseconds(mine);
      miss[i] = milliseconds(random());
    }
    System.out.println(hits.line() + "   (goal 600; GlobaLeaks: 3 requests, 2,000)");
    System.out.printf(
        Locale.ROOT,
        "  a receipt that opens and one that does not: mean %.1f and %.1f ms, rank test z = %.2f"
            + " (beyond 2.58 they differ), %d and %d bytes, headers %s%n",
        IntStream.range(0, times).mapToDouble(i -> hit[i]).average().orElseThrow(),
        IntStream.range(0, times).mapToDouble(i -> miss[i]).average().orElseThrow(),
        Ranks.z(hit, miss),
        found.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length,
        nothing.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length,
        lengths(found).equals(lengths(nothing)) ? "of equal length" : "DIFFER");
  }

  private static String random() {
    return String.join(" ", Receipt.random().words(Language.UK));
  }

  /// Rounded to tenths: finer differences drown in any network.
  private double milliseconds(String receipt) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> _ = source.answer(receipt);
    return Math.round((System.nanoTime() - start) / 1e5) / 10.0;
  }

  private static Map<String, Integer> lengths(HttpResponse<String> answer) {
    Map<String, Integer> lengths = new ConcurrentHashMap<>();
    answer.headers().map().forEach((name, values) -> lengths.put(name, values.toString().length()));
    return lengths;
  }

  /// Twice: once for the time, once with a full collection again and again.
  private void gibibyte() throws Exception {
    long start = System.nanoTime();
    String _ = source.send("вигадка", gibibyte(1));
    double seconds = (System.nanoTime() - start) / 1e9;
    long idle = door.liveKilobytes();
    long most = idle;
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Future<String> sent = one.submit(() -> source.send("вигадка", gibibyte(2)));
      while (!sent.isDone()) {
        most = Math.max(most, door.liveKilobytes());
      }
      String _ = sent.get();
    }
    System.out.printf(
        Locale.ROOT,
        "  1 GiB in %.1f s, %.0f MB/s (goal 60); live heap %,d KiB idle, at most %,d while another came:"
            + " +%.1f MiB (goal 64)%n",
        seconds,
        ONE_GIB / 1e6 / seconds,
        idle,
        most,
        (most - idle) / 1024.0);
  }

  private static Source.File gibibyte(long seed) {
    return new Source.File("b.bin", new Noise(seed, ONE_GIB), ONE_GIB);
  }

  private void crowd(int seconds) throws InterruptedException {
    Timings timings = new Timings(CLIENTS + " at once, words only");
    Queue<String> receipts = new ConcurrentLinkedQueue<>();
    Queue<String> errors = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.execute(
            () -> {
              Source one = new Source(door.base());
              while (System.nanoTime() < end) {
                long before = System.nanoTime();
                try {
                  receipts.add(one.send("вигадка " + before));
                  synchronized (timings) {
                    timings.add(System.nanoTime() - before);
                  }
                } catch (IOException | InterruptedException e) {
                  errors.add(String.valueOf(e.getMessage()));
                }
              }
            });
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    int taken = receipts.size();
    int lost = lost(receipts);
    System.out.println(timings.line());
    System.out.printf(
        Locale.ROOT,
        "  %.2f/s sustained over %.0f s (goal 4; GlobaLeaks 0.12), %d refused %s, %d of %d lost (GlobaLeaks 23 of 29)%n",
        taken / took,
        took,
        errors.size(),
        Stream.of(errors.toArray()).distinct().toList(),
        lost,
        taken);
  }

  /// How many receipts open nothing.
  private int lost(Queue<String> receipts) throws InterruptedException {
    Queue<String> nothing = new ConcurrentLinkedQueue<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (String receipt : receipts) {
        two.execute(
            () -> {
              try {
                if (!new Source(door.base()).answer(receipt).body().contains("вигадка ")) {
                  nothing.add(receipt);
                }
              } catch (IOException | InterruptedException e) {
                nothing.add(receipt);
              }
            });
      }
    }
    return nothing.size();
  }
}
