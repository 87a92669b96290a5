package svoi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import svoi.platform.Language;

/// Suggestions of the search box, by keyboard, by pointer and for screen readers.
class SuggestionsE2E {
  private static final People.Person PERSON = People.of(Program.running().tour("published"));

  private final Visit visit = Browser.visit(new NewContextOptions()).withoutPictures().open("/uk/");
  private final Locator box = visit.page().locator("main input[name=q]");
  private final Locator list = visit.page().locator("[role=listbox]");
  private final Locator options = visit.page().locator("[role=option]");

  @AfterEach
  void close() {
    visit.close();
  }

  private void type(String text) {
    box.pressSequentially(text);
    assertThat(list).isVisible();
  }

  @Test
  void arrowsAndEnterLeadToAPerson() {
    type(PERSON.familyUk());
    assertThat(box).hasAttribute("aria-expanded", "true");
    box.press("ArrowDown");
    assertThat(options.first()).hasAttribute("aria-selected", "true");
    assertThat(box).hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
    String chosen = options.first().innerText();
    box.press("Enter");
    visit.page().waitForURL("**/uk/profiles/*");

    assertThat(visit.heading()).isEqualTo(chosen);
  }

  @Test
  void escapeClosesThemAndEnterSearchesWhatWasTyped() {
    type(PERSON.familyUk());
    box.press("Escape");
    assertThat(list).isHidden();
    assertThat(box).hasAttribute("aria-expanded", "false");
    assertThat(box).hasValue(PERSON.familyUk());
    box.press("Enter");
    visit.page().waitForURL("**/search?q=*");
  }

  @Test
  void arrowsGoRoundThroughTheBoxItself() {
    type(PERSON.familyUk());
    box.press("ArrowUp");
    assertThat(options.last()).hasAttribute("aria-selected", "true");
    box.press("ArrowDown");
    assertThat(box).hasAttribute("aria-activedescendant", "");
  }

  @Test
  void aPointerChoosesToo() {
    type(PERSON.familyUk());
    options.first().click();
    visit.page().waitForURL("**/uk/profiles/*");
  }

  @Test
  void threeLettersAreEnoughAndTheNumberIsSaid() {
    type(PERSON.familyUk().substring(0, 3));

    assertThat(visit.page().locator("form [role=status]")).containsText("Підказок: ");
  }

  @Test
  void namesStandInTheLanguageOfThePage() {
    visit.open("/en/");
    type(PERSON.familyLatin());

    assertThat(options.first()).containsText(PERSON.familyLatin());
    box.press("ArrowDown");
    box.press("Enter");
    visit.page().waitForURL("**/" + Language.EN.code() + "/profiles/*");
  }

  @Test
  void theOpenListHasNoFindings() {
    type(PERSON.familyUk());
    box.press("ArrowDown");

    assertThat(new AxeBuilder(visit.page()).setLegacyMode(true).analyze().getViolations())
        .isEmpty();
  }
}
