package svoi.bench.exchange;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Processor time of this process and of its PostgreSQL: says what a call costs also while other
/// work makes it wait.
final class Processor {
  private final ProcessHandle postmaster;

  /// @param jdbc any way into the PostgreSQL, which runs on this machine
  Processor(JdbcClient jdbc) {
    long backend = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
    this.postmaster = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
  }

  /// What was used so far, in milliseconds.
  long milliseconds() {
    return Stream.concat(Stream.of(ProcessHandle.current()), postmaster.children())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToLong(Duration::toMillis)
        .sum();
  }
}
