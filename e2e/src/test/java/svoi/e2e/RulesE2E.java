package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.e2e.Http.Answer;
import svoi.platform.Language;
import svoi.platform.Role;

/// What the design promises to the people in the register and to its readers.
class RulesE2E {
  private static final Map<Language, Pattern> INVENTED =
      Map.of(
          Language.UK, Pattern.compile("вигадан"),
          Language.RU, Pattern.compile("вымышлен|выдуман|придуман"),
          Language.EN, Pattern.compile("invented"));

  private static final String MEDIA_OF_THE_WITHDRAWN =
      """
      SELECT r.asset_id, r.name
      FROM media.v_rendition r JOIN register.v_once_public_media USING (asset_id)
      WHERE r.person_id IN (
        SELECT person_id FROM consent.v_act WHERE scope = 'text'
        GROUP BY person_id HAVING bool_and(ended_at IS NOT NULL))
      """;

  private final Http http = Program.running().http();

  static Stream<String> onceSeen() {
    return Stream.of("withdrawn", "quashed", "expired", "held", "died", "departed-gone");
  }

  static Stream<String> neverSeen() {
    return Stream.of(
        Program.running().tour("minor").toString(),
        Program.running().tour("not-in-force").toString(),
        UUID.randomUUID().toString(),
        "1",
        "not-an-id",
        "00000000-0000-0000-0000-00000000000g",
        Program.running().tour("published").toString().toUpperCase(java.util.Locale.ROOT) + "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"published", "video", "plain", "departed"})
  void showsWhoMayBeSeen(String state) {
    for (Language language : Language.values()) {
      assertThat(http.get(Program.running().profile(language, state)).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("onceSeen")
  void saysGoneOfOneWhoWasSeenAndNothingOfTheReason(String state) {
    for (Language language : Language.values()) {
      Answer answer = http.get(Program.running().profile(language, state));
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.body()).isEqualTo(body(language));
      assertThat(answer.header("cache-control")).doesNotContain("max-age=3", "public");
    }
    assertThat(http.get("/api/v1/profiles/" + Program.running().tour(state)).status())
        .isEqualTo(410);
  }

  @ParameterizedTest
  @MethodSource("neverSeen")
  void saysOfOneWhoNeverWasSeenTheVerySame(String id) {
    for (Language language : Language.values()) {
      Answer answer = http.get("/" + language.code() + "/profiles/" + id);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(body(language));
    }
    assertThat(http.get("/api/v1/profiles/" + id).status()).isEqualTo(404);
  }

  @Test
  void givesOutNoPictureOrFilmOfOneWhoWithdrew() {
    List<String> files =
        Program.running()
            .as(Role.OWNER)
            .jdbc()
            .sql(MEDIA_OF_THE_WITHDRAWN)
            .query((row, n) -> "/media/" + row.getString(1) + "/" + row.getString(2))
            .list();

    assertThat(files).isNotEmpty();
    assertThat(files).allSatisfy(file -> assertThat(http.get(file).status()).isEqualTo(410));
  }

  @Test
  void namesAreInNoListOfThoseWhoMayNotBeSeen() {
    String all = http.get("/api/v1/regions").text();

    assertThat(all).doesNotContain("family", "given", "name_uk");
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void everyPageOfADemoSaysThatAllIsInvented(Sample sample) {
    for (Language language : Language.values()) {
      assertThat(http.get(sample.in(language)).text()).containsPattern(INVENTED.get(language));
    }
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void noPageSetsACookieOrAsksAnotherHostAndTheOnlyScriptIsTheSearchBoxs(Sample sample) {
    try (Visit visit = Browser.visit(new NewContextOptions()).open(sample.in(Language.EN))) {
      String site = Program.running().base() + "/";
      visit.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

      assertThat(visit.asked())
          .isNotEmpty()
          .allMatch(url -> url.startsWith(site) || url.startsWith("data:"));
      assertThat(visit.hasCookies()).isFalse();
      assertThat(visit.page().locator("[style], style, iframe").count()).isZero();
      assertThat(visit.page().locator("script").all())
          .as("the search box's own, which nothing needs")
          .allMatch(script -> script.getAttribute("src").endsWith("/suggest.js"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Sample.class,
      names = {
        "REGIONS",
        "REGION",
        "REGISTER",
        "NARROWED",
        "SEARCH",
        "FOUND",
        "NOBODY",
        "ABSENT",
        "TOUR"
      })
  void noListIsForSearchEngines(Sample sample) {
    for (Language language : Language.values()) {
      assertThat(http.get(sample.in(language)).header("x-robots-tag")).contains("noindex");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPersonIsForSearchEnginesOnlyByConsent(boolean consented) {
    String path = "/uk/profiles/" + People.indexable(consented).profile();
    for (int visit = 0; visit < 2; visit++) {
      Answer answer = http.get(path);
      assertThat(answer.header("x-robots-tag")).isEqualTo(consented ? "" : "noindex");
      assertThat(answer.text().contains("rel=\"canonical\"")).isEqualTo(consented);
    }
  }

  @Test
  void whatShowsPersonsIsAskedForAgainAtEveryVisit() {
    for (Sample sample : List.of(Sample.HOME, Sample.REGISTER, Sample.PROFILE, Sample.FOUND)) {
      Answer answer = http.get(sample.in(Language.UK));
      String cache = answer.header("cache-control");
      assertThat(cache.equals("no-cache") || cache.contains("no-store")).as(cache).isTrue();
    }
  }

  private byte[] body(Language language) {
    return http.get(Sample.ABSENT.in(language)).body();
  }
}
