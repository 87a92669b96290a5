package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import svoi.platform.Language;

/// Pages and stylesheets as the standards have them: no error and no warning.
class ValidityE2E {
  /// The validator cannot read `@supports selector(…)` yet; what it holds is for browsers that can.
  private static final Pattern TOO_NEW =
      Pattern.compile("@supports selector\\([^)]*\\)\\{(?:[^{}]*\\{[^{}]*})*}");

  private static final Pattern STYLE = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"");

  private final Http http = Program.running().http();

  @ParameterizedTest
  @MethodSource("svoi.e2e.Sample#everywhere")
  void thePageIsValid(Sample sample, Language language) {
    assertThat(Validator.page(http.get(sample.in(language)).text())).isEmpty();
  }

  @Test
  void thePlainPageOfErrorsIsValid() {
    assertThat(Validator.page(http.get("/uk/%00").text())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theStylesheetIsValid(Language language) {
    String style =
        STYLE
            .matcher(http.get("/" + language.code() + "/").text())
            .results()
            .map(MatchResult::group)
            .map(found -> found.replaceFirst(".*href=\"", "").replace("\"", ""))
            .findFirst()
            .orElseThrow();

    String known = TOO_NEW.matcher(http.get(style).text()).replaceAll("");
    assertThat(Validator.style(known)).isEmpty();
  }
}
