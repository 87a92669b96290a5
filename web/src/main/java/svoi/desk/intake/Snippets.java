package svoi.desk.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import svoi.intake.Audience;
import svoi.intake.Circumstances;
import svoi.platform.Language;

/// Answers that were written and read before anybody needed them, in three languages.
final class Snippets {
  private static final Pattern UNFILLED = Pattern.compile("\\[[^\\[\\]\\n]{1,200}]");
  private static final String NAME = ".name";
  private static final String FOR_MINORS = "recruited.minor";

  private final List<String> ids;
  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  Snippets() {
    for (Language language : Language.values()) {
      texts.put(language, read(language));
    }
    this.ids = order();
  }

  /// Those that fit a case: for its audience first, then for all.
  List<CaseView.Snippet> of(Circumstances about, Language officer) {
    String own = prefix(about.audience());
    return Stream.of(own, "all.")
        .flatMap(prefix -> ids.stream().filter(id -> id.startsWith(prefix)))
        .filter(id -> about.minor() || !id.equals(FOR_MINORS))
        .map(id -> new CaseView.Snippet(id, in(officer).getProperty(id + NAME, id)))
        .toList();
  }

  /// The text in the language of the source; empty if there is no such snippet.
  Optional<String> text(String id, Circumstances about) {
    return of(about, Language.EN).stream()
        .filter(snippet -> snippet.id().equals(id))
        .findFirst()
        .map(snippet -> in(about.language()).getProperty(id + ".text", ""));
  }

  /// The day on which a lawyer read this version; empty if nobody did.
  Optional<LocalDate> reviewed() {
    return Optional.of(in(Language.UK).getProperty("reviewed", "").strip())
        .filter(day -> !day.isEmpty())
        .map(LocalDate::parse);
  }

  /// The first place in an answer that was to be filled in.
  static Optional<String> unfilled(String answer) {
    return UNFILLED.matcher(answer).results().map(found -> found.group()).findFirst();
  }

  private Properties in(Language language) {
    return Objects.requireNonNull(texts.get(language));
  }

  private static String prefix(Audience audience) {
    return switch (audience) {
      case STOPPING -> "stop.";
      case AROUND -> "know.";
      case RECRUITED -> "recruited.";
      case LEAVING -> "leave.";
    };
  }

  private static Properties read(Language language) {
    Properties properties = new Properties();
    try (InputStreamReader in = open(language)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /// Properties forget in which order they stood.
  private static List<String> order() {
    try (BufferedReader in = new BufferedReader(open(Language.UK))) {
      return in.lines()
          .map(line -> line.split("=", 2)[0].strip())
          .filter(key -> key.endsWith(NAME))
          .map(key -> key.substring(0, key.length() - NAME.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStreamReader open(Language language) {
    InputStream in =
        Objects.requireNonNull(
            Snippets.class.getResourceAsStream(
                "/contact/snippets." + language.code() + ".properties"));
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
