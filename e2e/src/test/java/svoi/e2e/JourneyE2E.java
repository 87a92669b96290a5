package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import svoi.platform.Language;

/// What a visitor comes for, by clicking what is there, with scripts switched off.
class JourneyE2E {
  private static final Map<Language, String> CONSENT_TO_EXCHANGE =
      Map.of(
          Language.UK, "Згода на обмін",
          Language.RU, "Согласие на обмен",
          Language.EN, "Consent to exchange");

  private static final Pattern DATE = Pattern.compile("20\\d\\d");

  @ParameterizedTest
  @EnumSource
  void leadsFromTheMapToAPersonAndOnToTheExchanges(Language language) {
    String home = "/" + language.code() + "/";
    try (Visit visit = Browser.withoutScripts().open(home)) {
      visit.click(visit.page().locator("main figure a[href='" + home + "regions/kharkiv']"));
      assertThat(visit.address()).isEqualTo(home + "regions/kharkiv");
      String region = visit.heading();

      Locator withVideo = visit.page().locator("main li.card").filter(hasVideo(language));
      visit.click(withVideo.locator("a[href^='" + home + "profiles/']"));
      assertThat(visit.address()).startsWith(home + "profiles/");

      assertThat(visit.page().locator("nav ol").innerText()).contains(region);
      assertFilmCanBeWatched(visit);
      assertConsentStandsByItself(visit, language);
      visit.click(visit.page().locator("header a[href='" + home + "exchanges']"));
      assertThat(visit.page().locator("main table tbody tr").count()).isGreaterThan(50);
      assertThat(visit.hasCookies()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void leadsFromTheEqualListOfRegionsToo(Language language) {
    String home = "/" + language.code() + "/";
    try (Visit visit = Browser.withoutScripts().open(home)) {
      visit.click(visit.page().locator("main details summary"));
      visit.click(visit.page().locator("main details a[href='" + home + "regions/kherson']"));

      assertThat(visit.address()).isEqualTo(home + "regions/kherson");
      assertThat(visit.page().locator("a[href^='" + home + "profiles/']").count()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void theLanguageSwitchLeadsToTheSamePage(Sample sample) {
    String uk = sample.in(Language.UK);
    try (Visit visit = Browser.withoutScripts().withoutPictures().open(uk)) {
      for (Language language : new Language[] {Language.RU, Language.EN, Language.UK}) {
        visit.click(visit.page().locator("header a[hreflang='" + language.code() + "']"));
        String same = sample == Sample.ABSENT ? "/uk/" : uk;
        assertThat(visit.address()).isEqualTo(same.replaceFirst("uk", language.code()));
        assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(language.code());
      }
    }
  }

  @Test
  void theFilmPlaysWithItsCaptions() {
    String profile = Program.running().profile(Language.UK, "video");
    try (Visit visit =
        Browser.visit(new com.microsoft.playwright.Browser.NewContextOptions()).open(profile)) {
      visit
          .page()
          .evaluate(
              """
          () => {
            const film = document.querySelector('video');
            film.muted = true;
            film.textTracks[0].mode = 'showing';
            return film.play();
          }
          """);
      visit
          .page()
          .waitForFunction(
              """
          () => {
            const film = document.querySelector('video');
            return film.currentTime > 0.2 && film.textTracks[0].cues?.length > 0;
          }
          """);
    }
  }

  private static Locator.FilterOptions hasVideo(Language language) {
    String word = language == Language.UK ? "ідео" : language == Language.RU ? "идео" : "ideo";
    return new Locator.FilterOptions().setHasText(word);
  }

  private static void assertFilmCanBeWatched(Visit visit) {
    Locator film = visit.page().locator("main video");
    Http http = Program.running().http();
    String source = film.locator("source").getAttribute("src");
    assertThat(http.get(source).header("content-type")).isEqualTo("video/mp4");
    assertThat(http.get(film.getAttribute("poster")).header("content-type")).startsWith("image/");
    assertThat(film.locator("track[kind=captions]").all())
        .extracting(track -> track.getAttribute("srclang"))
        .containsExactlyInAnyOrder("uk", "ru", "en");
    for (Locator track : film.locator("track").all()) {
      assertThat(http.get(track.getAttribute("src")).text()).startsWith("WEBVTT");
    }
    visit.click(visit.page().locator("main .film summary"));
    assertThat(visit.page().locator("main .film details p").first().isVisible()).isTrue();
  }

  private static void assertConsentStandsByItself(Visit visit, Language language) {
    Locator consent = visit.page().locator("main section.consent");
    assertThat(consent.locator("h2").innerText()).contains(CONSENT_TO_EXCHANGE.get(language));
    assertThat(consent.locator("dt").count()).isEqualTo(4);
    assertThat(consent.locator("time").first().innerText()).containsPattern(DATE);
  }
}
