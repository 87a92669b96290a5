package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import svoi.platform.Language;

/// Every kind of page, in every language; in the language with the longest words also by night and
/// at three widths: axe finds nothing. Colours are looked at once by day and once by night.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityE2E {
  /// Each width and each scheme, though not each of one with each of the other: what a width
  /// changes has the same colours.
  ///
  /// @param colours whether contrast is looked at too
  private record Screen(ColorScheme scheme, int width, boolean colours) {}

  private static final List<Screen> SCREENS =
      List.of(
          new Screen(ColorScheme.LIGHT, 1280, true),
          new Screen(ColorScheme.DARK, 390, true),
          new Screen(ColorScheme.LIGHT, 320, false));

  private static final Screen IN_OTHER_LANGUAGES = new Screen(ColorScheme.LIGHT, 1280, false);

  private static final int HEIGHT = 800;

  private final Visit visit =
      Browser.visit(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))
          .withoutPictures();

  static Stream<Arguments> pages() {
    return Stream.of(
            Sample.HOME,
            Sample.REGION,
            Sample.NARROWED,
            Sample.FOUND,
            Sample.PROFILE,
            Sample.EXCHANGES,
            Sample.CORRECTIONS,
            Sample.RECONCILIATION,
            Sample.PROSE,
            Sample.ABSENT)
        .flatMap(
            sample -> Stream.of(Language.values()).map(language -> Arguments.of(sample, language)));
  }

  @AfterAll
  void closeTheBrowser() {
    visit.close();
  }

  @Test
  void whatIsWrongIsFound() {
    visit.page().navigate("about:blank"); // no policy of an earlier page against its styles
    visit.page().setContent("<p style='color:#bbb;background:#fff'>Hard to read</p><img src='x'>");

    assertThat(String.join(" ", Axe.findings(visit.page())))
        .contains("color-contrast", "image-alt", "html-has-lang");
    assertThat(Axe.faint(visit.page())).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everybodyCanUseThePage(Sample sample, Language language) {
    Page page = visit.open(sample.in(language)).page();
    List<String> findings = new ArrayList<>();
    for (Screen screen : language == Language.UK ? SCREENS : List.of(IN_OTHER_LANGUAGES)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(screen.scheme()));
      page.setViewportSize(screen.width(), HEIGHT);
      List<String> found = screen.colours() ? Axe.findings(page) : Axe.findingsBesideColours(page);
      found.forEach(finding -> findings.add(screen + ": " + finding));
    }
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void nothingScrollsSidewaysOnTheSmallestScreen(Sample sample) {
    visit.page().setViewportSize(320, HEIGHT);
    for (Language language : Language.values()) {
      visit.open(sample.in(language));
      Object wider =
          visit
              .page()
              .evaluate(
                  "() => document.documentElement.scrollWidth"
                      + " - document.documentElement.clientWidth");
      assertThat(wider).as(sample.in(language)).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyboardReachesTheContentFirst(Language language) {
    visit.page().setViewportSize(1280, HEIGHT);
    visit.open(Sample.HOME.in(language));
    visit.page().keyboard().press("Tab");
    visit.page().keyboard().press("Enter");

    visit.page().waitForURL(url -> url.endsWith("#main"));
  }
}
