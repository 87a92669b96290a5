package svoi.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import svoi.platform.Language;

/// The sentences of the site in one language: whole ones, in ICU MessageFormat with named values.
///
/// Read from `messages/{uk,ru,en}.properties`, which have one set of keys, and, in the two
/// languages of the desk, from `messages/desk/`. The anonymous door has its own set.
public final class Messages {
  private static final List<String> DESK =
      List.of(
          "shell",
          "people",
          "cases",
          "consents",
          "profiles",
          "detention",
          "rounds",
          "needs",
          "offers",
          "answers",
          "intake",
          "audit");
  private static final List<String> CONTACT = List.of("contact", "decision");
  private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);
  private static final Map<Language, Messages> OF_CONTACT = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Messages(language, all(language)));
      OF_CONTACT.put(language, new Messages(language, contact(language)));
    }
  }

  private final Language language;
  private final Map<String, Sentence> sentences = new HashMap<>();
  private final Map<String, String> plain = new HashMap<>();

  private Messages(Language language, Properties texts) {
    this.language = language;
    for (String key : texts.stringPropertyNames()) {
      Sentence sentence = Sentence.parse(texts.getProperty(key), language);
      sentences.put(key, sentence);
      sentence.withoutArguments().ifPresent(text -> plain.put(key, text));
    }
  }

  /// The messages in that language.
  public static Messages in(Language language) {
    Messages messages = ALL.get(language);
    if (messages == null) {
      throw new IllegalArgumentException("no messages in " + language);
    }
    return messages;
  }

  /// The messages of the anonymous door, which has words of its own and no others.
  public static Messages ofContact(Language language) {
    return Objects.requireNonNull(OF_CONTACT.get(language));
  }

  public Language language() {
    return language;
  }

  /// The sentence under `key`.
  ///
  /// @param named names and values in turn: `"n", 5, "region", "…"`
  /// @throws IllegalArgumentException if there is no such key, or a value that it needs is missing
  public String get(String key, Object... named) {
    String text = plain.get(key);
    if (text != null) {
      return text;
    }
    Sentence sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    return sentence.with(named);
  }

  /// Whether there is such a key.
  public boolean has(String key) {
    return sentences.containsKey(key);
  }

  Set<String> keys() {
    return Set.copyOf(sentences.keySet());
  }

  Sentence sentence(String key) {
    return Objects.requireNonNull(sentences.get(key));
  }

  private static Properties all(Language language) {
    Properties texts = read(language.code());
    if (language != Language.RU) {
      DESK.forEach(area -> texts.putAll(read("desk/" + area + "." + language.code())));
    }
    return texts;
  }

  private static Properties contact(Language language) {
    Properties texts = new Properties();
    CONTACT.forEach(part -> texts.putAll(read("contact/" + part + "." + language.code())));
    return texts;
  }

  private static Properties read(String file) {
    String name = "/messages/" + file + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
