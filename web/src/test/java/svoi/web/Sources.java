package svoi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The sources that tests read as text.
final class Sources {
  static final Path TEMPLATES = Path.of("src/main/jte");
  static final Path MESSAGES = Path.of("src/main/resources/messages");
  static final Path CONTACT = Path.of("src/main/resources/contact");
  static final Path CONTENT = Path.of("src/main/content");
  static final Path JAVA = Path.of("src/main/java");

  private Sources() {}

  /// Texts of all files below these folders, by path.
  static Map<Path, String> texts(Path... folders) {
    Map<Path, String> texts = new TreeMap<>();
    for (Path folder : List.of(folders)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).forEach(file -> texts.put(file, read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
