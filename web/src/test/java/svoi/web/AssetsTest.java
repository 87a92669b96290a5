package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import svoi.platform.Language;

class AssetsTest {
  private final Assets assets = new Assets();

  @Test
  void russianPagesComeWithoutFontsOfOurOwn() {
    assertThat(style(Language.RU)).doesNotContain("@font-face");
    assertThat(assets.preloads(Language.RU)).isEmpty();
    assertThat(style(Language.UK)).contains("@font-face");
  }

  @Test
  void fontsInTheStylesheetLieAtAddressesThatNeverChange() {
    assertThat(style(Language.UK))
        .contains(assets.url("onest-cyrillic-400-700.woff2"))
        .doesNotContain("url(fonts/");
  }

  @Test
  void theStylesheetIsSmall() {
    Asset style = assets.find("site.css").orElseThrow();

    assertThat(style.page().in(Encoding.GZIP).length()).isLessThan(7_500);
  }

  @Test
  void allFontsTogetherAreSmall() {
    int bytes =
        assets.fonts().stream()
            .mapToInt(name -> assets.find(name).orElseThrow().page().in(Encoding.IDENTITY).length())
            .sum();

    assertThat(bytes).isLessThan(52 * 1024);
  }

  private String style(Language language) {
    String url = assets.stylesheet(language);
    Asset asset = assets.find(url.substring(url.lastIndexOf('/') + 1)).orElseThrow();
    return new String(asset.page().in(Encoding.IDENTITY).bytes(), StandardCharsets.UTF_8);
  }
}
