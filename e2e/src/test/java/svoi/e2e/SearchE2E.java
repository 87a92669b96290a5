package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import svoi.platform.Language;

/// Finding a person by name and through the list, by plain forms and links.
class SearchE2E {
  private static final People.Person PUBLISHED = People.of(Program.running().tour("published"));

  static Stream<Arguments> spellings() {
    return Stream.of(
        Arguments.of("Ukrainian", PUBLISHED.familyUk()),
        Arguments.of("Russian", PUBLISHED.familyRu()),
        Arguments.of("Latin", PUBLISHED.familyLatin()),
        Arguments.of("upper case", PUBLISHED.familyUk().toUpperCase(java.util.Locale.ROOT)),
        Arguments.of("beginning", withoutEnd(PUBLISHED.familyUk())),
        Arguments.of("Latin beginning", withoutEnd(PUBLISHED.familyLatin())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void theSearchBoxFindsAPublishedPersonBySurname(String kind, String typed) {
    try (Visit visit = Browser.withoutScripts().withoutPictures().open("/uk/")) {
      search(visit, typed);

      visit.follow(Program.running().profile(Language.UK, "published"));
      assertThat(visit.heading()).as(kind).contains(PUBLISHED.familyUk());
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysClearlyThatNobodyWasFound(Language language) {
    try (Visit visit =
        Browser.withoutScripts().withoutPictures().open("/" + language.code() + "/")) {
      search(visit, "Щщщщщ <b>");

      assertThat(visit.page().locator("main a[href*='/profiles/']").count()).isZero();
      assertThat(visit.page().locator("main h2").first().innerText()).isNotBlank();
      assertThat(visit.page().locator("input[type=search]").inputValue()).isEqualTo("Щщщщщ <b>");
      assertThat(visit.page().locator("main a[href$='/safety']").count()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("invisible")
  void findsNobodyWhoMayNotBeSeen(String state) {
    String family = familyOf(state);
    try (Visit visit =
        Browser.withoutScripts().withoutPictures().open("/uk/search?q=" + Sample.encoded(family))) {
      String profile = Program.running().profile(Language.UK, state);
      assertThat(visit.page().locator("a[href='" + profile + "']").count()).isZero();
    }
  }

  static Stream<String> invisible() {
    return RulesE2E.onceSeen();
  }

  @Test
  void theFiltersNarrowTheListByAPlainForm() {
    try (Visit visit = Browser.withoutScripts().withoutPictures().open("/uk/register")) {
      openFilters(visit);
      visit.page().locator("select[name=region]").selectOption("kharkiv");
      visit.page().locator("input[name=video]").check();
      visit.click(visit.page().locator("form.filters button[type=submit]"));

      assertThat(visit.address()).contains("region=kharkiv", "video=1");
      assertThat(visit.page().locator("select[name=region]").inputValue()).isEqualTo("kharkiv");
      assertThat(visit.page().locator("li.card").allInnerTexts())
          .isNotEmpty()
          .allMatch(card -> card.contains("Харківськ") && card.contains("ідео"));
      visit.follow("/uk/register");
      assertThat(visit.page().locator("select[name=region]").inputValue()).isEmpty();
    }
  }

  @Test
  void theListTurnsForthAndBack() {
    try (Visit visit = Browser.withoutScripts().withoutPictures().open("/uk/register")) {
      String first = visit.page().locator("ul.cards").innerText();
      visit.click(visit.page().locator("a[rel=next]"));
      String second = visit.page().locator("ul.cards").innerText();
      visit.click(visit.page().locator("a[rel=prev]"));

      assertThat(second).isNotEqualTo(first);
      assertThat(visit.page().locator("ul.cards").innerText()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theListIsOrderedByNameAsTheLanguageDoes(Language language) {
    String list = "/" + language.code() + "/register";
    try (Visit visit = Browser.withoutScripts().withoutPictures().open(list)) {
      visit.follow(list + "?sort=name");

      assertThat(visit.page().locator("ul.cards h3").allInnerTexts())
          .hasSize(24)
          .extracting(name -> places(family(name, language), language))
          .isSorted();
    }
  }

  /// The letters of a name as their places in the alphabet; signs that are no letters do not count.
  private static String places(String name, Language language) {
    String alphabet =
        switch (language) {
          case UK -> "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
          case RU -> "абвгдежзийклмнопрстуфхцчшщъыьэюя";
          case EN -> "abcdefghijklmnopqrstuvwxyz";
        };
    return name.toLowerCase(language.locale())
        .replace('ё', 'е')
        .chars()
        .map(alphabet::indexOf)
        .filter(place -> place >= 0)
        .collect(
            StringBuilder::new,
            (places, place) -> places.append((char) place),
            StringBuilder::append)
        .toString();
  }

  private static void search(Visit visit, String typed) {
    visit.page().locator("main input[name=q]").fill(typed);
    visit.page().locator("main input[name=q]").press("Enter");
    visit.page().waitForURL("**/search?q=*");
  }

  private static void openFilters(Visit visit) {
    if (!visit.page().locator("select[name=region]").isVisible()) {
      visit.click(visit.page().locator("main details summary"));
    }
  }

  private static String familyOf(String state) {
    return Program.running()
        .as(svoi.platform.Role.DESK)
        .jdbc()
        .sql("SELECT family_uk FROM register.v_standing WHERE id = ?")
        .param(Program.running().tour(state))
        .query(String.class)
        .single();
  }

  /// The family name stands first, in English last.
  private static String family(String name, Language language) {
    return language == Language.EN
        ? name.substring(name.lastIndexOf(' ') + 1)
        : name.split(" ", 2)[0];
  }

  private static String withoutEnd(String word) {
    return word.substring(0, word.length() - 2);
  }
}
