package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages of the desk: rules of WCAG 2.2 by axe in light and dark, no sideways scrolling on a phone,
/// and small enough for a bad connection.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskAccessibilityE2E {
  /// Uncompressed; the design asks for at most 60 KB.
  private static final int BYTES = 60_000;

  private final Map<String, Colleague> colleagues = new HashMap<>();

  @AfterAll
  void sendThemHome() {
    colleagues.values().forEach(Colleague::close);
  }

  /// `FILE` stands for the file of somebody who is public, `ROUND` for a round that is negotiated,
  /// `LINE` for one that is executing, `AWAITED` and `CHILD` for two who are awaited; `OFFER` for
  /// one who may be offered, `ASKED` for one who was asked for; `LETTER` and `REQUEST` are what the
  /// other side wrote.
  @ParameterizedTest
  @CsvSource({
    "Зоряна Зразкова, /desk",
    "Зоряна Зразкова, /desk/persons",
    "Зоряна Зразкова, /desk/persons/new",
    "Зоряна Зразкова, /desk/account",
    "Марко Макетенко, /desk/reviews",
    "Лідія Розмовенко, FILE/consents/session",
    "Остап Звіренко, /desk/consents",
    "Остап Звіренко, FILE",
    "Остап Звіренко, FILE/consents",
    "Остап Звіренко, FILE/consents/withdraw",
    "Соломія Наглядко, FILE/why",
    "Соломія Наглядко, /desk/audit",
    "Соломія Наглядко, /desk/holds",
    "Соломія Наглядко, FILE/looks",
    "Захар Оборонець, /desk/cards",
    "Остап Звіренко, FILE/detention",
    "Пилип Зв’язко, FILE/detention/new",
    "Соломія Наглядко, FILE/detention",
    "Назар Налаштун, /desk/institutions",
    "Орися Обмінко, /desk/rounds",
    "Орися Обмінко, /desk/rounds/new",
    "Орися Обмінко, ROUND",
    "Орися Обмінко, ROUND/slots",
    "Орися Обмінко, ROUND/lists/1",
    "Орися Обмінко, ROUND/lists/1/export",
    "Орися Обмінко, ROUND/lists/2",
    "Орися Обмінко, ROUND/diff?from=1&to=2",
    "Орися Обмінко, ROUND/import",
    "Орися Обмінко, ROUND/blocks/new",
    "Орися Обмінко, ROUND/place",
    "Орися Обмінко, LINE/handover",
    "Орися Обмінко, LINE/handover/record",
    "Орися Обмінко, /desk/needs",
    "Орися Обмінко, /desk/needs?q=Чеканченко",
    "Орися Обмінко, /desk/needs/new",
    "Орися Обмінко, AWAITED",
    "Орися Обмінко, AWAITED/edit",
    "Орися Обмінко, AWAITED/states",
    "Орися Обмінко, AWAITED/family",
    "Орися Обмінко, AWAITED/restricted",
    "Орися Обмінко, /desk/needs/merges",
    "Орися Обмінко, /desk/needs/import",
    "Орися Обмінко, UPLOAD",
    "Орися Обмінко, /desk/needs/lists",
    "Орися Обмінко, VERSION",
    "Орися Обмінко, DIFFERENCE",
    "Орися Обмінко, /desk/families",
    "Мирослава Додомець, /desk/returns",
    "Мирослава Додомець, CHILD",
    "Орися Обмінко, /desk/offers",
    "Орися Обмінко, /desk/offers/instruments",
    "Орися Обмінко, /desk/offers/captives/new",
    "Орися Обмінко, OFFER",
    "Остап Звіренко, /desk/offers/fear",
    "Остап Звіренко, OFFER/fear",
    "Соломія Наглядко, /desk/offers/equality",
    "Орися Обмінко, /desk/answers",
    "Орися Обмінко, ASKED",
    "Орися Обмінко, /desk/answers/lists",
    "Орися Обмінко, LETTER",
    "Орися Обмінко, LETTER/rows/1",
    "Орися Обмінко, /desk/requests",
    "Орися Обмінко, /desk/requests/new",
    "Орися Обмінко, REQUEST",
    "Орися Обмінко, REQUEST/rows/1",
    "Тарас Листовець, /desk/intake/unlock",
    "Тарас Листовець, /desk/intake/keys",
    "Тарас Листовець, /desk/intake/offline",
    "Соломія Наглядко, /desk/counts",
    "Назар Налаштун, /desk/staff",
    "Назар Налаштун, /desk/rights",
  })
  void everyPageCanBeUsedByEverybody(String member, String path) {
    String file = "/desk/persons/" + DeskDoor.personOf(Program.running().tour("published"));
    Colleague colleague = colleagues.computeIfAbsent(member, Colleague::ofTheDemo);
    Page page = colleague.page();
    page.setViewportSize(1280, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    colleague.open(
        path.replace("FILE", file)
            .replace("ROUND", SampleRound.proposed())
            .replace("LINE", SampleRound.executing())
            .replace("AWAITED", SampleNeeds.person())
            .replace("CHILD", SampleNeeds.child())
            .replace("UPLOAD", SampleNeeds.upload())
            .replace("VERSION", SampleNeeds.version())
            .replace("DIFFERENCE", SampleNeeds.difference())
            .replace("OFFER", SampleOffers.offered())
            .replace("ASKED", SampleOffers.awaited())
            .replace("LETTER", SampleOffers.letter())
            .replace("REQUEST", SampleOffers.request()));
    assertThat(page.content().length()).as("bytes of " + path).isLessThan(BYTES);
    assertThat(Axe.findings(page)).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(Axe.faint(page)).isEmpty();
    page.setViewportSize(390, 844);
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth"))
        .as("sideways scrolling of " + path)
        .isEqualTo(0);
  }

  @Test
  void signingInCanBeUsedByEverybody() {
    try (Colleague nobody = Colleague.arriving()) {
      for (String path : List.of("/desk/sign-in", "/desk/recover", "/desk/enrol", "/desk/demo")) {
        nobody.open(path);
        assertThat(Axe.findings(nobody.page())).as(path).isEmpty();
      }
    }
  }
}
