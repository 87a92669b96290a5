package svoi.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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

  private final JdbcClient jdbc;

  public Propagation(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The running transaction's id: ask for it inside, await it after the commit.
  public String current() {
    return jdbc.sql(CURRENT).query(String.class).single();
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
