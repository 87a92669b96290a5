package svoi.contact;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import svoi.platform.Language;
import svoi.web.ProseReader;

/// The pages of advice, read once from `content/{uk,ru,en}/contact/*.md`.
final class Advice {
  static final List<String> NAMES =
      List.of(
          "stop",
          "know",
          "recruited",
          "leave",
          AdvicePage.CHILD,
          "safer",
          "clauses",
          "protection",
          "receipt",
          "exit",
          "deletion");

  private static final Pattern LINK =
      Pattern.compile("href=\"(page|decision|exit|site):([^\"]+)\"");

  private final Map<Language, Map<String, AdvicePage>> pages = new EnumMap<>(Language.class);
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Lines lines;
  private final String firstQuestion;

  Advice(Lines lines, String firstQuestion) {
    this.lines = lines;
    this.firstQuestion = firstQuestion;
    ProseReader reader = new ProseReader();
    for (String name : NAMES) {
      addresses.put(name, one(reader.front(source(Language.UK, name)), "address").orElseThrow());
    }
    for (Language language : Language.values()) {
      Map<String, AdvicePage> read = new LinkedHashMap<>();
      for (String name : NAMES) {
        AdvicePage page = read(reader, language, name);
        read.put(page.address(), page);
      }
      pages.put(language, read);
    }
  }

  /// The page at that address; empty if there is none.
  Optional<AdvicePage> at(Language language, String address) {
    return Optional.ofNullable(pages.getOrDefault(language, Map.of()).get(address));
  }

  /// Addresses of all pages, by name.
  Map<String, String> addresses() {
    return Map.copyOf(addresses);
  }

  private AdvicePage read(ProseReader reader, Language language, String name) {
    String markdown = source(language, name);
    Map<String, List<String>> front = reader.front(markdown);
    var page = reader.read(name, markdown);
    return new AdvicePage(
        page,
        one(front, "address").orElseThrow(),
        one(front, "audience").map(code -> Route.of(code).orElseThrow()),
        LINK.matcher(page.html()).replaceAll(link -> "href=\"" + target(link, language) + "\""),
        front.getOrDefault("lists", List.of()).isEmpty() ? List.of() : lines.clauses(),
        lines.lines(front.getOrDefault("helplines", List.of())));
  }

  private String target(MatchResult link, Language language) {
    String door = Frame.DOOR + "/" + language.code() + "/";
    String name = link.group(2);
    return switch (link.group(1)) {
      case "page" -> door + Objects.requireNonNull(addresses.get(name), name);
      case "decision" -> door + firstQuestion;
      case "exit" -> Frame.DOOR + "/exit";
      default -> "/" + language.code() + "/" + name;
    };
  }

  private static Optional<String> one(Map<String, List<String>> front, String field) {
    return front.getOrDefault(field, List.of()).stream().findFirst();
  }

  private static String source(Language language, String name) {
    return Resource.text("/content/" + language.code() + "/contact/" + name + ".md");
  }
}
