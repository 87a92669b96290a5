package svoi.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// Where the tests keep what they make.
final class Folders {
  static final Path TARGET = Path.of(System.getProperty("svoi.e2e.target", "target"));

  private Folders() {}

  /// A folder of that name that holds nothing of an earlier run.
  static Path fresh(String name) {
    Path folder = TARGET.resolve(name).toAbsolutePath();
    try {
      delete(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The profile that stands for each state in the guided tour of a demo.
  static Properties tour(Path data) {
    Properties tour = new Properties();
    try (BufferedReader in = Files.newBufferedReader(data.resolve("demo/tour.properties"))) {
      tour.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tour;
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> paths = Files.walk(folder)) {
      inside = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.deleteIfExists(path);
    }
  }
}
