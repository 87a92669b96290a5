package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import svoi.platform.Language;

class ProseTest {
  static final List<String> NAMES = Prose.NAMES;

  private static final Prose PROSE = new Prose();
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,4} ");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Set<String> OTHER_PAGES =
      Set.of("register", "regions", "exchanges", "search", "");

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyPageHasTheSameShapeInAllLanguages(String name) {
    ProsePage uk = page(Language.UK, name);
    for (Language language : List.of(Language.RU, Language.EN)) {
      ProsePage other = page(language, name);
      assertThat(other.version()).isEqualTo(uk.version());
      assertThat(other.updated()).isEqualTo(uk.updated());
      assertThat(other.headings()).hasSameSizeAs(uk.headings());
      assertThat(headings(language, name)).isEqualTo(headings(Language.UK, name));
      assertThat(other.title()).isNotEqualTo(uk.title());
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void linksLeadToPagesOfTheSameLanguage(String name) {
    for (Language language : Language.values()) {
      String start = "/" + language.code() + "/";
      List<String> links =
          LINK.matcher(Prose.source(language, name)).results().map(link -> link.group(1)).toList();
      assertThat(links)
          .allSatisfy(
              link -> {
                assertThat(link).startsWith(start);
                String target = link.substring(start.length());
                assertThat(Prose.NAMES.contains(target) || OTHER_PAGES.contains(target)).isTrue();
              });
    }
  }

  @Test
  void sectionsHaveOneAnchorInAllLanguages() {
    ProsePage page = page(Language.EN, "privacy");

    assertThat(page.headings().getFirst().id()).isEqualTo("s1");
    assertThat(page.html()).contains("<h2 id=\"s1\">");
  }

  @Test
  void rawHtmlInTheSourceIsText() {
    String markdown =
        """
        ---
        title: T
        description: D
        version: 1
        updated: 2026-01-01
        ---
        <script>x</script>

        | a | b |
        |---|---|
        | 1 | 2 |
        """;

    ProsePage page = new ProseReader().read("t", markdown);

    assertThat(page.html()).doesNotContain("<script").contains("tabindex=\"0\"");
  }

  private static ProsePage page(Language language, String name) {
    return PROSE.page(language, name).orElseThrow();
  }

  private static List<String> headings(Language language, String name) {
    return HEADING.matcher(Prose.source(language, name)).results().map(MatchResult::group).toList();
  }
}
