package svoi.bench.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import svoi.bench.ListsDatabase;
import svoi.bench.Timings;
import svoi.exchange.Releases;
import svoi.platform.Database;
import svoi.platform.Role;

/// Kills a process that agrees, executes, records and corrects, at random moments and often with
/// its PostgreSQL, and checks after each kill that there is both or neither; started by
/// `bench/exchange --kills`.
public final class Kills {
  private static final int PERSONS = 3_000;
  private static final List<String> TARGETS =
      List.of("agree", "execute", "record", "announce", "propose", "correct", "send", "receive");
  private static final String BUSY =
      "SELECT count(*) FROM pg_stat_activity WHERE usename = 'svoi_desk' AND pid <> pg_backend_pid()";

  private final Path folder;
  private final List<String> words;
  private final Checker checker;
  private final Random random = new Random();
  private final Map<String, Integer> killed = new TreeMap<>();
  private final Timings recoveries = new Timings("start of PostgreSQL after its kill");
  private int withPostgres;
  private int acts;

  private Kills(Path folder, List<String> words) throws IOException {
    this.folder = folder;
    this.words = words;
    this.checker = new Checker(folder.resolve("vault"));
  }

  /// @param words number of kills, then the words that start a JVM with this program
  public static void main(String[] words) throws Exception {
    Path folder = Files.createTempDirectory("svoi-kills");
    boolean whole;
    try (Cluster cluster = Cluster.start(folder.resolve("postgres"))) {
      fill(cluster);
      Kills kills = new Kills(folder, List.of(words).subList(1, words.length));
      for (int i = 1; i <= Integer.parseInt(words[0]); i++) {
        kills.killOnce(cluster, i);
      }
      whole = kills.report(cluster);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    System.exit(whole ? 0 : 1);
  }

  private static void fill(Cluster cluster) throws IOException, SQLException {
    try (ListsDatabase database = ListsDatabase.given(cluster.url() + "?user=postgres")) {
      People.fill(database, 2 * PERSONS, PERSONS);
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute(Named.text("ready.sql"));
        connection.commit();
      }
    }
  }

  private static DataSource administrator(Cluster cluster) {
    return new DriverManagerDataSource(cluster.url() + "?user=postgres");
  }

  private static Database desk(Cluster cluster) {
    return Database.over(
        new DriverManagerDataSource(cluster.url(), Role.DESK.sqlName(), ListsDatabase.PASSWORD));
  }

  private void killOnce(Cluster cluster, int number) throws Exception {
    String target = TARGETS.get(random.nextInt(TARGETS.size()));
    Child child = Child.start(words, cluster.url(), folder.resolve("vault"), target);
    child.awaitTarget();
    LockSupport.parkNanos((long) (random.nextDouble() * 1.1 * child.targetTook()));
    boolean both = number % 3 == 0;
    child.kill();
    if (both) {
      long start = System.nanoTime();
      cluster.killAndRecover();
      recoveries.add(System.nanoTime() - start);
      withPostgres++;
    }
    killed.merge(child.end(), 1, Integer::sum);
    acts += child.acts();
    untilIdle(cluster);
    checker.check(administrator(cluster), desk(cluster));
    new Releases(desk(cluster)).writeChanged();
    if (number % 10 == 0) {
      System.out.printf(Locale.ROOT, "  %d kills, violations: %s%n", number, checker.violations());
    }
  }

  /// What a killed process had asked for is done to its end, or not at all: waits for that end.
  private static void untilIdle(Cluster cluster) throws InterruptedException {
    JdbcClient jdbc = JdbcClient.create(administrator(cluster));
    while (jdbc.sql(BUSY).query(Integer.class).single() > 0) {
      Thread.sleep(5);
    }
  }

  private boolean report(Cluster cluster) throws SQLException {
    JdbcClient jdbc = JdbcClient.create(administrator(cluster));
    System.out.printf(
        Locale.ROOT,
        "%d kills, %d of them with PostgreSQL; %d acts done, %d rounds begun, %d of them announced.%n",
        killed.values().stream().mapToInt(Integer::intValue).sum(),
        withPostgres,
        acts,
        jdbc.sql("SELECT count(*) FROM exchange.round").query(Integer.class).single(),
        jdbc.sql("SELECT count(*) FROM exchange.announcement").query(Integer.class).single());
    System.out.println("  killed in: " + killed);
    System.out.println(recoveries.line());
    System.out.printf(
        Locale.ROOT,
        "  %d invariants, the audit chain and every scan checked after each kill; violations: %s%n",
        checker.invariants().size(),
        checker.violations().isEmpty() ? "0" : checker.violations().toString());
    System.out.println("Does the checker see what it is there for?");
    return checker.noticesTornWrites(administrator(cluster)) && checker.violations().isEmpty();
  }
}
