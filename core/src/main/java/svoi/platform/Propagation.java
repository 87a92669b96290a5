package svoi.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Waits until every running node has applied a committed transaction, so that "gone everywhere" is
/// measured and not hoped for.
public final class Propagation {
  private static final String CURRENT = "SELECT pg_current_xact_id()::text";
  private static final String BEHIND =
      """
      SELECT count(*) FROM platform.v_node
      WHERE lease_until > clock_timestamp() AND NOT pg_visible_in_snapshot(?::xid8, seen)
      """;

  private static final String NODES =
      """
      SELECT id, pg_visible_in_snapshot(?::xid8, seen) AS applied
      FROM platform.v_node WHERE lease_until > clock_timestamp()
      """;

  private final JdbcClient jdbc;

  public Propagation(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The running transaction's id: ask for it inside, await it after the commit.
  public String current() {
    return jdbc.sql(CURRENT).query(String.class).single();
  }

  /// How a transaction reached the nodes.
  ///
  /// @param everywhere whether every node that was live at the end had confirmed
  /// @param took milliseconds from the beginning of the measurement until then
  /// @param nodes milliseconds until each live node confirmed; null if it had not
  public record Reached(boolean everywhere, int took, Map<UUID, @Nullable Integer> nodes) {}

  /// Measures when each live node has applied the transaction; begins right after its commit and
  /// gives up after `limit`. Exact to some 20 ms.
  public Reached measure(String transaction, Duration limit) {
    long start = System.nanoTime();
    Map<UUID, Integer> confirmed = new LinkedHashMap<>();
    while (true) {
      Map<UUID, Boolean> live = nodes(transaction);
      int millis = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
      live.forEach(
          (node, applied) -> {
            if (applied) {
              confirmed.putIfAbsent(node, millis);
            }
          });
      boolean everywhere = confirmed.keySet().containsAll(live.keySet());
      if (everywhere || millis > limit.toMillis()) {
        Map<UUID, @Nullable Integer> nodes = new LinkedHashMap<>(confirmed);
        live.keySet().forEach(node -> nodes.putIfAbsent(node, null));
        return new Reached(everywhere, millis, nodes);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private Map<UUID, Boolean> nodes(String transaction) {
    Map<UUID, Boolean> nodes = new LinkedHashMap<>();
    jdbc.sql(NODES)
        .param(transaction)
        .query(
            row -> {
              nodes.put(row.getObject("id", UUID.class), row.getBoolean("applied"));
            });
    return nodes;
  }

  /// Returns whether all live nodes applied the transaction within `limit`. A node that is silent
  /// for 10 s is not live: it has turned its cache of persons off.
  public boolean await(String transaction, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Integer behind = jdbc.sql(BEHIND).param(transaction).query(Integer.class).single();
      if (behind == 0) {
        return true;
      }
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
