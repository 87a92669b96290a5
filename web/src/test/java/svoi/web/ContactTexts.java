package svoi.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import svoi.platform.Language;

/// Words and data of the anonymous door, as tests read them.
final class ContactTexts {
  /// Bundles of messages: pages and forms; decision aid, clauses and lines.
  static final List<String> BUNDLES = List.of("contact", "decision");

  /// Who may write; "all" is for answers that fit any of them.
  static final List<String> AUDIENCES = items(data("forms"), "audiences");

  private ContactTexts() {}

  /// Data of the door: `contact/<name>.properties`.
  static Properties data(String name) {
    return read(Sources.CONTACT.resolve(name + ".properties"));
  }

  /// Texts of all bundles in that language, by key.
  static Map<String, String> messages(Language language) {
    Map<String, String> texts = new TreeMap<>();
    for (String bundle : BUNDLES) {
      texts.putAll(messages(bundle, language));
    }
    return texts;
  }

  static Map<String, String> messages(String bundle, Language language) {
    String file = "contact/" + bundle + "." + language.code() + ".properties";
    return map(read(Sources.MESSAGES.resolve(file)));
  }

  static Map<String, String> snippets(Language language) {
    return map(data("snippets." + language.code()));
  }

  /// Pages of advice in that language as Markdown, by name.
  static Map<String, String> pages(Language language) {
    Map<String, String> pages = new TreeMap<>();
    Path folder = Sources.CONTENT.resolve(language.code()).resolve("contact");
    Sources.texts(folder)
        .forEach((file, text) -> pages.put(file.getFileName().toString().replace(".md", ""), text));
    return pages;
  }

  /// Items of a list with commas; none if it is empty.
  ///
  /// @throws NullPointerException if there is no such key
  static List<String> items(Properties data, String key) {
    String text = Objects.requireNonNull(data.getProperty(key), key);
    return Stream.of(text.split(",", -1)).filter(item -> !item.isBlank()).toList();
  }

  private static Map<String, String> map(Properties properties) {
    Map<String, String> texts = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      texts.put(key, properties.getProperty(key));
    }
    return texts;
  }

  /// A key that stands twice would silently win over the first, so it is refused.
  private static Properties read(Path file) {
    String text = Objects.requireNonNull(Sources.texts(file).get(file));
    List<String> keys = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
      String key = line.split("=", 2)[0];
      if (!line.isBlank() && keys.contains(key)) {
        throw new IllegalStateException(file + " has " + key + " twice");
      }
      keys.add(key);
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
