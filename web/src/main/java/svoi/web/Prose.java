package svoi.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.platform.Language;

/// The pages of prose, read once from versioned Markdown: `content/{uk,ru,en}/*.md`.
public final class Prose {
  /// Every page of prose, in the order of the sitemap; each exists in all languages.
  public static final List<String> NAMES =
      List.of(
          "about",
          "consent",
          "criticism",
          "safety",
          "privacy",
          "law",
          "faq",
          "accessibility",
          "method");

  private final Map<Language, Map<String, ProsePage>> pages = new EnumMap<>(Language.class);

  public Prose() {
    ProseReader reader = new ProseReader();
    for (Language language : Language.values()) {
      Map<String, ProsePage> inLanguage = new HashMap<>();
      NAMES.forEach(name -> inLanguage.put(name, reader.read(name, source(language, name))));
      pages.put(language, inLanguage);
    }
  }

  /// The page of that name; empty if there is none.
  public Optional<ProsePage> page(Language language, String name) {
    return Optional.ofNullable(pages.getOrDefault(language, Map.of()).get(name));
  }

  static String source(Language language, String name) {
    String path = "/content/" + language.code() + "/" + name + ".md";
    try (InputStream in = Prose.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
