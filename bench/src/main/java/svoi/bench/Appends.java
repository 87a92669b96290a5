package svoi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import svoi.audit.AuditTrail;
import svoi.platform.Role;

/// Measures one entry of the audit log by several writers at once, each commit on the disk; started
/// by `bench/audit`.
public final class Appends {
  private static final int EACH = 1_000;

  private Appends() {}

  public static void main(String[] words) throws IOException, SQLException {
    try (ListsDatabase database = ListsDatabase.embedded(true)) {
      AuditTrail trail = new AuditTrail(database.as(Role.DESK).jdbc());
      write(trail, 2, 1);
      for (int subjects : new int[] {1, 50}) {
        for (int writers : new int[] {1, 8}) {
          long start = System.nanoTime();
          Timings timings = write(trail, writers, subjects);
          System.out.println(timings.line());
          System.out.printf(
              Locale.ROOT,
              "    %.0f entries/s%n",
              writers * EACH * 1e9 / (System.nanoTime() - start));
        }
      }
      long start = System.nanoTime();
      AuditTrail.Verification found = trail.verify();
      System.out.printf(
          Locale.ROOT,
          "Verified %,d entries in %.1f s; broken: %s%n",
          found.entries(),
          (System.nanoTime() - start) / 1e9,
          found.brokenAt().isPresent());
    }
  }

  private static Timings write(AuditTrail trail, int writers, int subjects) {
    Timings timings = new Timings(writers + " writers, " + subjects + " ids each");
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      IntStream.range(0, writers)
          .forEach(i -> threads.execute(() -> write(trail, subjects, timings)));
    }
    return timings;
  }

  private static void write(AuditTrail trail, int subjects, Timings timings) {
    for (int i = 0; i < EACH; i++) {
      List<UUID> ids = Stream.generate(UUID::randomUUID).limit(subjects).toList();
      long start = System.nanoTime();
      trail.append("bench", "desk.persons", ids, "");
      long took = System.nanoTime() - start;
      synchronized (timings) {
        timings.add(took);
      }
    }
  }
}
