package svoi.bench.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that runs [Loop], followed by what it says.
final class Child {
  /// How long an act of each kind took when nobody killed it, in nanoseconds; of all children.
  private static final Map<String, Long> TOOK = new ConcurrentHashMap<>();

  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Thread listener;
  private final String target;
  private final CountDownLatch reached = new CountDownLatch(1);
  private volatile String last = "end start";
  private final AtomicInteger ended = new AtomicInteger();
  private long began;

  private Child(Process process, String target) {
    this.process = process;
    this.target = target;
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /// @param words that start a JVM with this program
  /// @param target the act in which it is to be killed
  static Child start(List<String> words, String url, Path vault, String target) throws IOException {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of(Loop.class.getName(), url, vault.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Child(process, target);
  }

  private void listen() {
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        heard(line);
      }
    } catch (IOException e) {
      // Its output is closed with it.
    } finally {
      reached.countDown();
    }
  }

  private void heard(String line) {
    String phase = line.substring(line.indexOf(' ') + 1);
    if (line.startsWith("begin ")) {
      began = System.nanoTime();
      last = line;
      if (phase.equals(target)) {
        reached.countDown();
      }
    } else {
      TOOK.put(phase, System.nanoTime() - began);
      last = line;
      int _ = ended.incrementAndGet();
    }
  }

  /// Waits until it does what it is to be killed in.
  void awaitTarget() throws InterruptedException {
    if (!reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
      throw new IllegalStateException("it never came to " + target + ", but to: " + last);
    }
  }

  /// How long its target took the last time.
  long targetTook() {
    return Objects.requireNonNullElse(TOOK.get(target), 20_000_000L);
  }

  /// Sends SIGKILL.
  void kill() {
    process.destroyForcibly();
  }

  /// Waits for its end.
  ///
  /// @return the act in which it was killed; `between acts` if it was in none
  String end() throws InterruptedException {
    process.waitFor();
    listener.join();
    return last.startsWith("begin ") ? last.substring("begin ".length()) : "between acts";
  }

  /// How many acts it did.
  int acts() {
    return ended.get();
  }
}
