package svoi.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import svoi.platform.Role;

/// The whole program as a process of its own, on the database of invented persons.
final class Program implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
  private static final int PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Process process;

  private Program(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /// @param words that start it; settings are added here
  static Program start(List<String> words, String databaseUrl) throws IOException {
    Path folder = Files.createTempDirectory("svoi-bench");
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    for (Role role : Role.values()) {
      Files.writeString(secrets.resolve(role.sqlName()), ListsDatabase.PASSWORD);
    }
    List<String> command = new ArrayList<>(words);
    command.add("--server.port=0");
    command.add("--server.address=127.0.0.1");
    command.add("--svoi.data=" + folder);
    command.add("--svoi.demo=false");
    command.add("--svoi.tls=true");
    command.add("--svoi.database.url=" + databaseUrl);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Program(folder, process);
  }

  /// Waits until its doors are open.
  ///
  /// @throws IOException if it ends or says nothing for too long; the message has its last words
  URI address() throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      String said = Files.readString(folder.resolve("output"));
      Matcher address = ADDRESS.matcher(said);
      if (address.find()) {
        return URI.create("http://127.0.0.1:" + address.group(1));
      }
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IOException("the program ended: " + last(said));
      }
    }
    throw new IOException("the program did not open its doors");
  }

  private static String last(String said) {
    return said.substring(Math.max(0, said.length() - 600)).strip();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// What the process says of its memory: resident size in MB, 0 where the system does not tell.
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_000)
        .sum();
  }
}
