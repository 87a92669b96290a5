package svoi.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program as a process of its own, from the jar that `./run` and `./svoi` start.
final class Child implements AutoCloseable {
  private static final Path JAR =
      Path.of(System.getProperty("svoi.e2e.jar", "../app/target/svoi.jar"));

  private static final Duration START = Duration.ofSeconds(90);
  private static final Pattern OPEN = Pattern.compile("http://localhost:(\\d+)/uk/");

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Thread listener;

  private Child(Process process) {
    this.process = process;
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /// Starts it with these words; what it says on both streams is kept in order.
  ///
  /// A shell that runs the tests in its background ignores Ctrl-C for all that it starts; a JVM
  /// can't take that back.
  static Child start(String... words) {
    if (!Files.exists(JAR)) {
      throw new AssertionError("There is no " + JAR + ". Build it: mvn package");
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive(words),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Xlog:aot=off",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(words));
    try {
      Child child = new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
      Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroy));
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As `./run` and `./svoi` do, so that only the first start of each kind reads every class.
  private static Path archive(String... words) {
    boolean serves = words.length == 0 || words[0].startsWith("--");
    return Folders.TARGET.resolve(serves ? "run.jsa" : "command.jsa").toAbsolutePath();
  }

  private void listen() {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      lines.forEach(said::add);
    } catch (IOException | UncheckedIOException e) {
      said.add("(the stream broke)");
    }
  }

  /// A client for its site; waits until its doors are open.
  Http open() {
    Await.until("the doors are open", START, () -> !process.isAlive() || said().contains("Ctrl-C"));
    Matcher address = OPEN.matcher(said());
    if (!address.find()) {
      throw new AssertionError("the program did not start: " + said());
    }
    return new Http(java.net.URI.create("http://127.0.0.1:" + address.group(1)));
  }

  /// Waits for its end and returns its exit status.
  int status() {
    try {
      if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running; it said: " + said());
      }
      listener.join(START);
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String said() {
    return String.join("\n", said);
  }

  /// As `kill -9` does.
  void kill() {
    process.destroyForcibly();
  }

  /// As Ctrl-C does.
  void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops it in the orderly way, if it still runs.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
