package svoi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.audit.AuditTrail;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.Language;
import svoi.platform.PublicationFeed;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.register.ProfileId;
import svoi.register.PublishedPerson;

/// A withdrawal reaches every node before it is acknowledged, and time needs no event (rule 3).
class WithdrawalIT {
  private TestDatabase database;
  private Node first;
  private Node second;

  /// The read side of one process.
  private record Node(DatabaseClock clock, Published published, PublicationFeed feed)
      implements AutoCloseable {
    static Node start(TestDatabase database) throws SQLException {
      DatabaseClock clock = new DatabaseClock();
      Database site = database.as(Role.SITE);
      Published published = new Published(site, clock);
      PublicationFeed feed = new PublicationFeed(site.source(), clock);
      feed.subscribe(published);
      feed.start();
      return new Node(clock, published, feed);
    }

    boolean lists(ProfileId id) {
      return published
          .list(Filter.ALL, Sort.NEWEST, Language.UK, Optional.empty(), Optional.empty(), 50)
          .ids()
          .contains(id);
    }

    boolean finds(String name, ProfileId id) {
      return Stream.of(published.search(name, Filter.ALL, 10), published.suggest(name, 10))
          .flatMap(found -> Stream.concat(found.matches().stream(), found.similar().stream()))
          .anyMatch(match -> match.id().equals(id));
    }

    @Override
    public void close() {
      feed.close();
    }
  }

  @BeforeEach
  void start() throws SQLException {
    database = TestDatabase.create();
    PublishedPerson.in(database).named("Лишайло").create();
    first = Node.start(database);
    second = Node.start(database);
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    database.close();
  }

  @Test
  void isAcknowledgedWhenBothNodesShowNothing() {
    ProfileId id = published("Уявленко");

    boolean gone = withdraw(id);

    assertThat(gone).isTrue();
    for (Node node : List.of(first, second)) {
      assertThat(node.lists(id)).isFalse();
      assertThat(node.finds("Уявленко", id)).isFalse();
    }
  }

  @Test
  void isAcknowledgedUnderLoad() throws InterruptedException {
    ProfileId id = published("Уявленко");
    AtomicBoolean over = new AtomicBoolean();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> readers =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                i ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              while (!over.get()) {
                                try {
                                  first.lists(id);
                                  second.finds("уяв", id);
                                } catch (RuntimeException e) {
                                  failures.add(e);
                                }
                              }
                            }))
            .toList();

    boolean gone = withdraw(id);
    boolean shown = first.lists(id) || second.lists(id);
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }

    assertThat(gone).isTrue();
    assertThat(shown).isFalse();
    assertThat(failures).isEmpty();
  }

  @Test
  void timeAloneTakesARowOutWithoutAnyEvent() {
    ProfileId id = published("Уявленко");
    assertThat(first.lists(id)).isTrue();

    first.clock().shiftTo(Duration.ofDays(161));

    assertThat(first.lists(id)).isFalse();
    assertThat(first.finds("Уявленко", id)).isFalse();
    assertThat(first.published().total()).isZero();
  }

  @Test
  void movingTheClockReachesEveryNode() {
    ProfileId id = published("Уявленко");

    database.moveClock(Duration.ofDays(161));

    await(() -> !first.lists(id) && !second.lists(id));
  }

  private ProfileId published(String family) {
    ProfileId id = PublishedPerson.in(database).named(family).create().profile();
    await(() -> first.lists(id) && second.lists(id) && first.finds(family, id));
    return id;
  }

  private boolean withdraw(ProfileId id) {
    Database desk = database.as(Role.DESK);
    AuditTrail audit = new AuditTrail(desk.jdbc());
    var person = new svoi.register.Register(desk, audit).personOf(id).orElseThrow();
    return new Consents(desk, audit)
        .withdraw(new svoi.cases.PersonId(person), Set.of(Scope.EXCHANGE), "counsel", "test")
        .goneEverywhere();
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 5 s").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
