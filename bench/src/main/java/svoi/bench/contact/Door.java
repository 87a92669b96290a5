package svoi.bench.contact;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program with its anonymous door, as a process of its own on a folder that outlives it. It is
/// a demo: its desks have keys, and nothing in it is true.
final class Door implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final int PATIENCE_SECONDS = 180;

  private final Path folder;
  private final Process process;
  private final String java;
  private final URI base;

  private Door(Path folder, Process process, String java) throws IOException, InterruptedException {
    this.folder = folder;
    this.process = process;
    this.java = java;
    this.base = opened();
  }

  /// Starts it and waits until it is open.
  ///
  /// @param words that start the program; settings are added here
  /// @throws IOException if it ends or says nothing for too long; the message has its last words
  static Door open(List<String> words, Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(words);
    command.add("--server.port=0");
    command.add("--server.address=127.0.0.1");
    command.add("--svoi.data=" + folder.resolve("data"));
    command.add("--svoi.demo-persons=500");
    command.add("--svoi.doors=site,contact");
    command.add("--svoi.limits.messages=0");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Door(folder, process, words.getFirst());
  }

  private URI opened() throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
      String said = Files.readString(folder.resolve("output"));
      Matcher address = ADDRESS.matcher(said);
      if (said.contains("Ctrl-C") && address.find()) {
        return URI.create("http://127.0.0.1:" + address.group(1));
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("the program ended: " + last(said));
      }
    }
    throw new IOException("the program did not open its doors");
  }

  private static String last(String said) {
    return said.substring(Math.max(0, said.length() - 600)).strip();
  }

  URI base() {
    return base;
  }

  static Path data(Path folder) {
    return folder.resolve("data");
  }

  /// Live heap in KiB, after a full collection.
  long liveKilobytes() throws IOException, InterruptedException {
    said("GC.run");
    return USED.matcher(said("GC.heap_info").replaceFirst("(?s)Metaspace.*", ""))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private String said(String question) throws IOException, InterruptedException {
    String jcmd = Path.of(java).resolveSibling("jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), question)
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (asked.waitFor() != 0) {
      throw new IOException("jcmd: " + answer.strip());
    }
    return answer;
  }

  /// SIGKILL to the program, and to every process of its PostgreSQL if that is wished too.
  void kill(boolean withPostgres) throws IOException, InterruptedException {
    List<ProcessHandle> postgres = withPostgres ? postgres() : List.of();
    process.destroyForcibly();
    postgres.forEach(ProcessHandle::destroyForcibly);
    int _ = process.waitFor();
    postgres.forEach(one -> one.onExit().join());
  }

  private List<ProcessHandle> postgres() throws IOException {
    Path pid = data(folder).resolve("postgres").resolve("postmaster.pid");
    long number = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    return ProcessHandle.of(number).stream()
        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
    }
  }
}
