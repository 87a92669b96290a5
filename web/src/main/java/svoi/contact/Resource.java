package svoi.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// Texts and data of this door, which lie in the program.
final class Resource {
  private Resource() {}

  static String text(String path) {
    try (InputStream in = Resource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Data of `contact/<name>.properties`.
  static Properties data(String name) {
    Properties data = new Properties();
    try {
      data.load(new StringReader(text("/contact/" + name + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data;
  }

  /// Items of a list with commas; none if it is empty.
  static List<String> items(Properties data, String key) {
    String text = data.getProperty(key);
    if (text == null) {
      throw new IllegalStateException(key + " is missing");
    }
    return Stream.of(text.split(",", -1)).filter(item -> !item.isBlank()).toList();
  }
}
