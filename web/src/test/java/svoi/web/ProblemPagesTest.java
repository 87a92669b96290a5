package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.platform.Language;

class ProblemPagesTest {
  private final PageProblems problems =
      new PageProblems(
          new Templates(),
          new Layouts(
              new Assets(), new SiteSettings("Зразок", "", "http://localhost"), true, false));

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 406, 413, 414, 416, 429, 500, 503})
  void everyStatusHasAPageInEveryLanguage(int status) {
    for (Language language : Language.values()) {
      String page = page(language, status, Optional.empty());
      assertThat(page)
          .startsWith("<!DOCTYPE html>\n<html lang=\"" + language.code() + "\">")
          .contains("<h1>" + problems.title(language, status) + "</h1>")
          .doesNotContain("canonical", "hreflang=\"x-default\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aFaultOfOursHasItsNumber(Language language) {
    assertThat(page(language, 500, Optional.of("ABCD2345"))).contains("ABCD2345");
  }

  private String page(Language language, int status, Optional<String> incident) {
    return new String(problems.page(language, status, incident), StandardCharsets.UTF_8);
  }
}
