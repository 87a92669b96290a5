package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import svoi.staff.StaffRole;

/// The need list in a browser that runs no script: from a table to a version that two agencies
/// signed and that leaves the desk as a file.
class NeedsE2E {
  private static final String TABLE =
      """
      family_uk,given_uk,patronymic_uk,born_on,category,held_since,place,confirmed_from
      Бракуваленко,Зразок,Тестович,1990-02-30,pow,2022-05-20,,icrc
      Таблиценко,Зразок,Тестович,1990-01-02,pow,2022-05-20,"=HYPERLINK(""http://a.b"")",icrc
      Таблиценко,Зразок,Тестович,1990-01-02,pow,2022-05-20,,icrc
      Рядкова,Зразка,Тестівна,1988-03-04,civilian-detained,2023-01-15,,icrc
      """;

  @Test
  void aTableBecomesAListThatTwoAgenciesSignAndThatLeavesWithAMark() throws IOException {
    try (Colleague first = Colleague.ofTheDemoWithoutScripts("Орися Обмінко");
        Colleague second = Colleague.ofTheDemoWithoutScripts("Юхим Підписенко")) {
      first.open("/desk/needs/import");
      first
          .find("input[name=file]")
          .setInputFiles(
              new FilePayload("needs.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)));
      first.press("Переглянути");
      assertThat(first.text())
          .contains("Буде записано: 2. Відхилено: 2.", "«1990-02-30» не дата", "уже є вище");
      first.press("Записати рядків: 2");
      assertThat(first.text()).contains("Таблицю записано", "Таблиценко Зразок Тестович");

      first.find("main a:has-text('Рядкова Зразка Тестівна')").first().click();
      assertThat(first.text())
          .contains("Рядкова Зразка Тестивна", "Riadkova", "цивільний заручник", "МКЧХ");

      first.open("/desk/needs/lists").press("Скласти нову версію").press("Підписати");
      String list = first.address().replaceFirst("\\?.*", "");
      second.open("/desk").find("a[href='" + list + "']").first().click();
      second.press("Підписати");
      first.open(list).find("#f-to").selectOption("icrc");
      first.press("Записати передачу");
      assertThat(first.text()).contains("Передачу записано", "передано", "МКЧХ");

      assertThat(taken(first, "csv")).contains("Рядкова Зразка Тестівна", "робоча зустріч");
    }
  }

  private static String taken(Colleague colleague, String format) throws IOException {
    colleague.find("#f-purpose").selectOption("working-session");
    Download file =
        colleague
            .page()
            .waitForDownload(() -> colleague.find("button[value=" + format + "]").click());
    try (InputStream content = file.createReadStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whoWorksOnRoundsReachesNobodyOnTheTrackOfReturn() {
    String path;
    try (Colleague officer = Colleague.ofTheDemoWithoutScripts("Мирослава Додомець")) {
      officer.open("/desk/needs/new");
      officer
          .write("familyUk", "Малюченко")
          .write("givenUk", "Зразок")
          .write("patronymicUk", "Тестович")
          .write("born", "04.05.2019")
          .write("heldSince", "01.03.2023")
          .press("Зберегти")
          .press("Зберегти");
      assertThat(officer.text()).contains("Особу внесено", "Малюченко Зразок Тестович");
      path = officer.address().replaceFirst("\\?.*", "");
      officer.open(path.replace("/needs/", "/returns/")).press("Відкрити справу");
      assertThat(officer.text()).contains("відкрито");
    }
    String cookie = DeskDoor.cookieOf(StaffRole.ROUND_OFFICER);
    for (String page : List.of("", "/edit", "/states", "/family", "/restricted", "/name")) {
      assertThat(status(path + page, cookie)).as(page).isEqualTo(404);
    }
    assertThat(status("/desk/returns", cookie)).isEqualTo(403);
    assertThat(status(path.replace("/needs/", "/returns/"), cookie)).isEqualTo(403);
    assertThat(Program.running().http().get("/desk/needs?q=maliuchenko", "Cookie", cookie).text())
        .doesNotContain("Малюченко");
  }

  private static int status(String path, String cookie) {
    return Program.running().http().get(path, "Cookie", cookie).status();
  }
}
