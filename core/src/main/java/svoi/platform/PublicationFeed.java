package svoi.platform;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the publication log and tells caches and indexes of this process whose pages changed.
///
/// NOTIFY only wakes it: the log is read on every notification, every 2 s, and after a reconnect,
/// always by the snapshot of the last reading, so that no late commit is missed. After the
/// listeners have applied a reading, the node reports it; a withdrawal waits for that (see
/// [Propagation]). After a restore or a failover snapshots of before mean nothing: everything is
/// told once more.
public final class PublicationFeed implements AutoCloseable {
  /// Longest time between two readings while nothing happens.
  static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /// After this long without a reading nothing of a person may be served from memory.
  static final Duration CONFIRMED_FOR = Duration.ofSeconds(10);

  /// How long a start waits for the first reading: a small register is in memory before the first
  /// visitor comes, a large one keeps nobody waiting.
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(PublicationFeed.class);

  /// More changed persons than this at once are handled as "everything".
  private static final int MANY = 2_000;

  private static final String SHIFT =
      "SELECT extract(epoch FROM shift)::bigint FROM platform.v_clock";

  private static final String READ =
      """
      SELECT pg_current_snapshot()::text,
             (SELECT extract(epoch FROM shift)::bigint FROM platform.v_clock),
             ARRAY(SELECT DISTINCT person_id FROM platform.v_publication_log
                   WHERE xid >= pg_snapshot_xmin(?::pg_snapshot)
                     AND NOT pg_visible_in_snapshot(xid, ?::pg_snapshot)
                   LIMIT 2001),
             platform.lineage()
      """;

  private final DataSource source;
  private final DatabaseClock clock;
  private final UUID node = UUID.randomUUID();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile String applied = "";
  private volatile String lineage = "";
  private volatile long readAt = Long.MIN_VALUE;
  private volatile boolean closed;
  private volatile Thread thread = Thread.currentThread();

  /// What a cache or an index does when the public content may have changed.
  public interface Listener {
    /// Pages of these persons may have changed, or they may have gone.
    void changed(Set<UUID> personIds);

    /// Anything may have changed.
    void everythingChanged();
  }

  public PublicationFeed(DataSource source, DatabaseClock clock) {
    this.source = source;
    this.clock = clock;
  }

  /// Adds a listener; call it before [#start].
  public void subscribe(Listener listener) {
    listeners.add(listener);
  }

  /// Reads the clock and follows; the first reading tells listeners that everything changed.
  ///
  /// Returns when they have taken that in, or after [#PATIENCE].
  public void start() throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement query = connection.prepareStatement(SHIFT);
        ResultSet row = query.executeQuery()) {
      row.next();
      clock.shiftTo(Duration.ofSeconds(row.getLong(1)));
    }
    thread = Thread.ofVirtual().name("publication-feed").start(this::follow);
    try {
      boolean _ = first.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the log was read within the last 10 s.
  public boolean confirmed() {
    long at = readAt;
    return at != Long.MIN_VALUE && System.nanoTime() - at < CONFIRMED_FOR.toNanos();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void follow() {
    while (!closed) {
      try (Connection connection = source.getConnection();
          Statement listen = connection.createStatement()) {
        listen.execute("LISTEN svoi_publication");
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (!closed) {
          read(connection);
          notified.getNotifications((int) HEARTBEAT.toMillis());
        }
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          LOG.warn("publication log not read: {}", e.getClass().getSimpleName());
          LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
      }
    }
  }

  private void read(Connection connection) throws SQLException {
    String last = applied;
    String now;
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setString(1, last.isEmpty() ? "1:1:" : last);
      query.setString(2, last.isEmpty() ? "1:1:" : last);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        now = Objects.requireNonNull(row.getString(1));
        clock.shiftTo(Duration.ofSeconds(row.getLong(2)));
        String present = Objects.requireNonNull(row.getString(4));
        tell(last.isEmpty() || !present.equals(lineage), row.getArray(3));
        lineage = present;
      }
    }
    applied = now;
    readAt = System.nanoTime();
    first.countDown();
    report(connection, now);
  }

  private void tell(boolean everything, Array persons) throws SQLException {
    UUID[] changed = (UUID[]) persons.getArray();
    if (everything || changed.length > MANY || Arrays.stream(changed).anyMatch(Objects::isNull)) {
      listeners.forEach(Listener::everythingChanged);
    } else if (changed.length > 0) {
      Set<UUID> ids = Arrays.stream(changed).collect(Collectors.toUnmodifiableSet());
      listeners.forEach(listener -> listener.changed(ids));
    }
  }

  private void report(Connection connection, String snapshot) throws SQLException {
    try (PreparedStatement call =
        connection.prepareStatement("SELECT platform.report_node(?, ?)")) {
      call.setObject(1, node);
      call.setString(2, snapshot);
      call.execute();
    }
  }
}
