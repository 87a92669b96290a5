package svoi.bench.exchange;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import svoi.bench.PostgresServer;

/// PostgreSQL on a data folder that outlives it: it can be killed and started again.
final class Cluster implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres server;

  private Cluster(Path data) throws IOException {
    this.data = data;
    this.server = PostgresServer.on(data);
  }

  /// @param data a folder that is new, or was left by one that was killed
  static Cluster start(Path data) throws IOException {
    return new Cluster(data);
  }

  /// Address without a user.
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  /// SIGKILL to the server and every process of it at once, then a start that has to recover.
  void killAndRecover() throws Exception {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      process.onExit().get(20, TimeUnit.SECONDS);
    }
    server.close();
    server = PostgresServer.on(data);
  }

  private List<ProcessHandle> processes() throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
