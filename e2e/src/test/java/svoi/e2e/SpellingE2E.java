package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// However a relative types the name, the person is found; and nobody else is taken for them.
class SpellingE2E {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String KEYS_UK = "йцукенгшщзхїфівапролджєячсмитьбю";
  private static final String KEYS_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

  private final Http http = Program.running().http();

  static Stream<Arguments> typed() {
    People.Person serhii = People.called("Сергій");
    People.Person oleksii = People.called("Олексій");
    People.Person ending = People.endingIn("енко");
    People.Person fleeting = People.endingIn("ець");
    return Stream.of(
        Arguments.of("wrong keyboard layout", keys(serhii.familyUk()) + " cthusq", serhii),
        Arguments.of("a school of Latin", "Sergej " + serhii.familyLatin(), serhii),
        Arguments.of("a pet name", "Лёха " + oleksii.familyRu(), oleksii),
        Arguments.of("lower case Ukrainian", "олексій " + small(oleksii.familyUk()), oleksii),
        Arguments.of("lower case Russian", "алексей " + small(oleksii.familyRu()), oleksii),
        Arguments.of("Latin initials", "O. " + oleksii.familyLatin(), oleksii),
        Arguments.of("declined", ending.familyUk().replaceAll("о$", "ом"), ending),
        Arguments.of("declined", fleeting.familyUk().replaceAll("ець$", "цем"), fleeting),
        Arguments.of("one typo", withoutSecondLast(serhii.familyUk()) + " Сергій", serhii));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("typed")
  void findsTheOneWhoIsMeant(String kind, String query, People.Person meant) {
    JsonNode answer = search("q=" + Sample.encoded(query) + "&limit=50");
    Stream<String> found = answer.get("matches").valueStream().map(hit -> hit.get("id").asString());

    assertThat(found.map(UUID::fromString)).as(query).contains(meant.profile());
  }

  @Test
  void saysHowTheQueryWasRead() {
    People.Person person = People.called("Сергій");
    String page = http.get("/en/search?q=" + Sample.encoded(person.familyLatin())).text();

    assertThat(search("q=" + Sample.encoded(keys(person.familyUk()))).get("reading").asString())
        .startsWith("wrong_layout");
    assertThat(page).contains("You typed Latin letters");
  }

  @Test
  void whatIsOnlySimilarStandsApartAndWithoutAFace() {
    String typed =
        People.surnamesOfNobody().stream().filter(this::isOnlySimilar).findFirst().orElseThrow();
    try (Visit visit = Browser.withoutScripts().open("/uk/search?q=" + Sample.encoded(typed))) {
      assertThat(visit.page().locator("main li.card").count()).isZero();
      assertThat(visit.page().locator("main h2").first().innerText()).contains("Нікого");
      assertThat(visit.page().locator("section.near").innerText()).contains("інші люди");
      assertThat(visit.page().locator("section.near img").count()).isZero();
    }
  }

  @Test
  void aFilterNarrowsASearchAndTheNameStays() {
    String given = People.givenNameIn("kharkiv");
    String search = "/uk/search?q=" + Sample.encoded(given);
    try (Visit visit = Browser.withoutScripts().withoutPictures().open(search)) {
      if (!visit.page().locator("select[name=region]").isVisible()) {
        visit.click(visit.page().locator("main details summary"));
      }
      visit.page().locator("select[name=region]").selectOption("kharkiv");
      visit.click(visit.page().locator("form.filters button[type=submit]"));

      assertThat(visit.page().locator("main input[type=search]").inputValue()).isEqualTo(given);
      assertThat(visit.page().locator("main li.card").allInnerTexts())
          .isNotEmpty()
          .allMatch(card -> card.contains("Харківськ"));
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void theApiRefusesWhatItDoesNotKnow(String query) {
    Http.Answer answer = http.get("/api/v1/search?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  static Stream<String> refused() {
    return Stream.of(
        "q=a&limit=0",
        "q=a&limit=51",
        "q=a&limit=x",
        "q=a&region=mars",
        "q=a&lang=xx",
        "q=" + "a".repeat(101));
  }

  @ParameterizedTest
  @MethodSource("strange")
  void anythingTypedIsAnswered(String text) {
    assertThat(http.get("/api/v1/search?q=" + Sample.encoded(text)).status()).isEqualTo(200);
    assertThat(http.get("/api/v1/suggest?q=" + Sample.encoded(text)).status()).isEqualTo(200);
    assertThat(http.get("/uk/search?q=" + Sample.encoded(text)).status()).isEqualTo(200);
  }

  static Stream<String> strange() {
    return Stream.of(
        "",
        " ",
        "а",
        ".,;'[]",
        "🙂🙂",
        "\u202Eанилак",
        "a\u0301\u0301\u0301\u0301",
        "\u0007\u001b",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "Kaлинa",
        "%",
        "۱۲۳",
        "ﷺ",
        "-".repeat(100));
  }

  private boolean isOnlySimilar(String surname) {
    JsonNode answer = search("q=" + Sample.encoded(surname));
    return answer.get("matches").isEmpty() && !answer.get("similar").isEmpty();
  }

  private JsonNode search(String query) {
    return JSON.readTree(http.get("/api/v1/search?" + query).text());
  }

  /// What the keys give when the Latin layout is on.
  private static String keys(String ukrainian) {
    return small(ukrainian)
        .codePoints()
        .mapToObj(letter -> String.valueOf(KEYS_LATIN.charAt(KEYS_UK.indexOf(letter))))
        .collect(Collectors.joining());
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String withoutSecondLast(String name) {
    return name.substring(0, name.length() - 2) + name.substring(name.length() - 1);
  }
}
