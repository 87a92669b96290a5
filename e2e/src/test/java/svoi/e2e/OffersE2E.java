package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Offers, requests and answers in a browser.
class OffersE2E {
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

  @Test
  void somebodyIsRecordedAskedAloneAndIdentifiedByThreeColleagues() {
    try (Colleague officer = Colleague.ofTheDemo("Орися Обмінко");
        Colleague asks = Colleague.ofTheDemo("Остап Звіренко")) {
      officer.open("/desk/offers?show=not-registered");
      officer.press("Внести до пропонованих");
      assertThat(officer.text()).contains("Особа серед тих, кого можна пропонувати.");
      String person = officer.address().replaceFirst("\\?.*", "");
      assertThat(officer.text()).contains("не питали про побоювання", "особу не встановлено");

      asks.open("/desk/offers/fear");
      asks.find("a[href='" + person + "/fear']").click();
      asks.tick("a-no").tick("f-alone").press("Записати відповідь");
      assertThat(asks.text()).contains("Записано.");

      officer.open(person);
      officer.find("#identity summary").click();
      officer.tick("d-passport").tick("d-fingerprints").write("number", "ЕЕ 314159");
      officer.press("Записати перевірку");
      assertThat(officer.text())
          .contains("На", "можна пропонувати; до передачі ще має дещо статися.")
          .doesNotContain("314159");
    }
  }

  @Test
  void theOtherSideIsAskedAndItsAnswerIsRecordedWithItsLetter() {
    try (Colleague officer = Colleague.ofTheDemo("Орися Обмінко")) {
      officer.open(SampleOffers.awaited());
      officer.press("Записати запит");
      officer.find("#f-kind").selectOption("refused");
      officer.find("#f-ground").selectOption("not-held");
      officer
          .find("input[name=paper]")
          .setInputFiles(new FilePayload("answer.pdf", "application/pdf", SCAN));
      officer.press("Записати відповідь");
      assertThat(officer.text()).contains("відмовили", "не утримують", "доказ");

      officer.open("/desk/answers?show=refused&ground=not-held");
      assertThat(officer.text()).contains("Що з того вийшло", "Очікуваненко Зразок");
    }
  }

  @Test
  void theirListIsReadAndAnOfficerDecidesWhomANameMeans() {
    String table = "name,born\n" + SampleOffers.family() + ",\nНіхто Умовний,01.01.1970\n";
    try (Colleague officer = Colleague.ofTheDemo("Юхим Підписенко")) {
      officer.open("/desk/requests/new");
      officer
          .find("input[name=file]")
          .setInputFiles(
              new FilePayload("list.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
      officer.press("Взяти");
      assertThat(officer.text()).contains("може означати кількох", "лишається, як написано");

      officer.find("a[href$='/rows/1']").click();
      officer.find("input[name=person]").first().check();
      officer.press("Зберегти");
      officer.find("#f-answer-1").selectOption("counter");
      officer.find("#f-answer-2").selectOption("refuse");
      officer.find("#f-ground-2").selectOption("unknown-person");
      officer.press("Зберегти відповіді").press("Лист справжній").press("Відповідь надіслано");
      assertThat(officer.text()).contains("відповіли", "особа невідома");
    }
  }
}
