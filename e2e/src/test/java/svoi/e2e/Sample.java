package svoi.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import svoi.platform.Language;

/// One page of each kind that readers meet.
enum Sample {
  HOME("/"),
  REGIONS("/regions"),
  REGION("/regions/kharkiv"),
  REGISTER("/register"),
  NARROWED("/register?region=kharkiv&video=1&sort=name"),
  SEARCH("/search"),
  FOUND("/search?q="),
  NOBODY("/search?q=Щщщщщ"),
  PROFILE("/profiles/"),
  DEPARTED("/profiles/"),
  EXCHANGES("/exchanges"),
  CORRECTIONS("/exchanges/changes"),
  RECONCILIATION("/exchanges/reconciliation"),
  METHOD("/method"),
  PROSE("/consent"),
  QUESTIONS("/faq"),
  TOUR("/demo"),
  ABSENT("/profiles/00000000-0000-4000-8000-000000000000");

  private final String path;

  Sample(String path) {
    this.path = path;
  }

  /// The page's address in that language.
  String in(Language language) {
    String end =
        switch (this) {
          case FOUND -> encoded(People.of(Program.running().tour("video")).familyUk());
          case PROFILE -> Program.running().tour("video").toString();
          case DEPARTED -> Program.running().tour("departed").toString();
          default -> "";
        };
    return "/" + language.code() + path.replace("Щщщщщ", encoded("Щщщщщ")) + end;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// All of these in all languages, for parameterized tests.
  static Stream<Arguments> everywhere() {
    return Arrays.stream(values())
        .flatMap(
            sample ->
                Arrays.stream(Language.values()).map(language -> Arguments.of(sample, language)));
  }
}
