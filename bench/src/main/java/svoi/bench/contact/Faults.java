package svoi.bench.contact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import svoi.audit.AuditTrail;
import svoi.bench.Timings;
import svoi.intake.Inbox;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.Retention;
import svoi.intake.RootKey;
import svoi.intake.Said;
import svoi.intake.StaffKeys;
import svoi.intake.Unlocked;
import svoi.intake.Waiting;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.Sha256;

/// Kills the program, and often its PostgreSQL, while sources write through its anonymous door, and
/// looks whether every message whose receipt was given out is there with its file; started by
/// `bench/faults`.
public final class Faults {
  private static final int CLIENTS = 4;
  private static final int LARGEST_FILE = 3 << 20;
  private static final String TEXT = "вигадка ";

  private final Path folder;
  private final List<String> words;
  private final Random random = new Random();
  private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger cut = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Timings starts = new Timings("open again after a kill");
  private int withPostgres;
  private int lost;

  private Faults(Path folder, List<String> words) {
    this.folder = folder;
    this.words = words;
  }

  /// A message whose receipt was given out.
  ///
  /// @param seed of its file
  private record Sent(String receipt, String text, long seed, int size) {}

  /// @param words number of kills, then the words that start the program
  public static void main(String[] words) throws Exception {
    Path folder = Files.createTempDirectory("svoi-faults");
    Faults bench = new Faults(folder, List.of(words).subList(1, words.length));
    int kills = Integer.parseInt(words[0]);
    for (int i = 1; i <= kills; i++) {
      bench.killOnce(i);
      if (i % 10 == 0) {
        System.out.printf(
            Locale.ROOT,
            "  %d kills, %d receipts given out, %d lost%n",
            i,
            bench.acknowledged.size(),
            bench.lost);
      }
    }
    boolean whole = bench.report(kills);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    System.exit(whole ? 0 : 1);
  }

  private void killOnce(int number) throws Exception {
    long start = System.nanoTime();
    Door door = Door.open(words, folder);
    starts.add(System.nanoTime() - start);
    findAll(door, number);
    int before = acknowledged.size();
    CountDownLatch first = new CountDownLatch(1);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.execute(() -> writeUntilCut(door, first));
      }
      if (!first.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no message was taken");
      }
      LockSupport.parkNanos((long) (random.nextDouble() * 1.5e9));
      boolean both = number % 3 == 0;
      door.kill(both);
      withPostgres += both ? 1 : 0;
    }
    if (acknowledged.size() == before) {
      throw new IllegalStateException("no receipt was given out before kill " + number);
    }
  }

  private void writeUntilCut(Door door, CountDownLatch first) {
    Source source = new Source(door.base());
    while (true) {
      long seed;
      int size;
      synchronized (random) {
        seed = random.nextLong();
        size = 1 + random.nextInt(LARGEST_FILE);
      }
      String text = TEXT + HexFormat.of().toHexDigits(seed);
      try {
        Source.File file = new Source.File("a.bin", new Noise(seed, size), size);
        acknowledged.add(new Sent(source.send(text, file), text, seed, size));
        first.countDown();
      } catch (Source.NotTaken e) {
        int _ = refused.incrementAndGet();
      } catch (IOException e) {
        int _ = cut.incrementAndGet();
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Every receipt that was given out since the last kill, and some of the older ones.
  private void findAll(Door door, int number) throws IOException, InterruptedException {
    Source source = new Source(door.base());
    List<Sent> all = new ArrayList<>(acknowledged);
    int recent = Math.max(0, all.size() - 12);
    for (Sent sent : all.subList(recent, all.size())) {
      if (!source.answer(sent.receipt()).body().contains(sent.text())) {
        lost++;
        System.out.println("LOST after kill " + (number - 1));
      }
    }
  }

  private boolean report(int kills) throws Exception {
    try (Door door = Door.open(words, folder)) {
      findAll(door, kills + 1);
      Office office = new Office(Door.data(folder));
      Map<String, String> files = office.files();
      int damaged = 0;
      Set<String> known = new HashSet<>();
      for (Sent sent : acknowledged) {
        known.add(sent.text());
        byte[] whole = new Noise(sent.seed(), sent.size()).readAllBytes();
        if (!hash(whole).equals(files.get(sent.text()))) {
          damaged++;
        }
      }
      long unacknowledged = files.keySet().stream().filter(text -> !known.contains(text)).count();
      Retention.Checked swept = office.check();
      Retention.Checked after = office.check();
      System.out.printf(
          Locale.ROOT,
          "%d kills, %d of them with PostgreSQL; %d receipts given out, %d forms cut off, %d refused.%n",
          kills,
          withPostgres,
          acknowledged.size(),
          cut.get(),
          refused.get());
      System.out.println(starts.line());
      System.out.printf(
          Locale.ROOT,
          "  receipts that open nothing: %d; messages or files that an officer does not find as sent: %d%n"
              + "  whole messages whose receipt nobody saw: %d%n"
              + "  left behind and swept: %s; after that: %s%n",
          lost,
          damaged,
          unacknowledged,
          swept,
          after);
      return lost == 0 && damaged == 0 && after.isClean();
    }
  }

  private static String hash(byte[] content) {
    return HexFormat.of().formatHex(Sha256.of(content));
  }

  /// What the invented officer of the demo sees.
  private static final class Office {
    private static final String PASSPHRASE = "вигадана фраза для показу";
    private static final byte[] OFFICER = "svoi-demo-staff:intake".getBytes(StandardCharsets.UTF_8);

    private final Inbox inbox;
    private final StaffKeys staff;
    private final Retention retention;

    Office(Path data) throws IOException {
      Path secrets = data.resolve("secrets");
      String url = Files.readString(data.resolve("database.address")).strip();
      String password = Files.readString(secrets.resolve(Role.DESK.sqlName())).strip();
      Database desk =
          Database.over(new DriverManagerDataSource(url, Role.DESK.sqlName(), password));
      AuditTrail audit = new AuditTrail(desk.jdbc());
      byte[] salt = Arrays.copyOf(key(secrets.resolve("intake-salt")), 16);
      IntakeSecrets intake = new IntakeSecrets(salt, key(secrets.resolve("intake-pepper")));
      RootKey.Verifier root =
          RootKey.verifier(Files.readString(secrets.resolve("intake-root.pub")));
      IntakeStore store = new IntakeStore(data.resolve("intake"), data.resolve("erasure"));
      this.inbox = new Inbox(desk, store, root, intake, audit);
      this.staff = new StaffKeys(desk, intake, audit);
      this.retention = new Retention(desk, store, audit);
    }

    private static byte[] key(Path file) throws IOException {
      return HexFormat.of().parseHex(Files.readString(file).strip());
    }

    /// Hash of each by the text that it came with.
    Map<String, String> files() throws IOException {
      Map<String, String> files = new HashMap<>();
      UUID officer = UUID.nameUUIDFromBytes(OFFICER);
      try (Unlocked unlocked = staff.unlock(officer, PASSPHRASE.toCharArray())) {
        for (Waiting waiting : inbox.queue(unlocked, "around")) {
          Said first = inbox.read(unlocked, waiting.id()).said().getFirst();
          if (first.text().startsWith(TEXT) && !first.files().isEmpty()) {
            UUID file = first.files().getFirst().id();
            try (InputStream in = inbox.open(unlocked, waiting.id(), file)) {
              files.put(first.text(), hash(in.readAllBytes()));
            }
          }
        }
      }
      return files;
    }

    Retention.Checked check() {
      return retention.check();
    }
  }
}
