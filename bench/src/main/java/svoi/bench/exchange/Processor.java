package svoi.bench.exchange;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Processor time of this process and of the connections of its role in PostgreSQL: says what a
/// call costs also while other work makes it wait.
final class Processor {
  private static final String CONNECTIONS =
      "SELECT pid FROM pg_stat_activity WHERE usename = current_user";

  private final JdbcClient jdbc;

  /// @param jdbc the way into the PostgreSQL, which runs on this machine
  Processor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What was used so far, in milliseconds.
  long milliseconds() {
    return Stream.concat(
            Stream.of(ProcessHandle.current()),
            jdbc.sql(CONNECTIONS).query(Long.class).list().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToLong(Duration::toMillis)
        .sum();
  }
}
