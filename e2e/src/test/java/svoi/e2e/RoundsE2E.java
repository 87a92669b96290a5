package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import svoi.platform.Kyiv;

/// Rounds in a browser: a round is drafted and signed by two agencies, and a handover is typed in.
class RoundsE2E {
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

  @Test
  void twoOfficersOfTwoAgenciesSignAListAndOneSendsIt() {
    String seen = SampleRound.proposed();
    try (Colleague first = Colleague.ofTheDemo("Орися Обмінко");
        Colleague second = Colleague.ofTheDemo("Юхим Підписенко")) {
      first.open(seen).press("Повернути за стіл");
      assertThat(first.text()).contains("Причина");
      first.find("#r-counter-proposed").selectOption("lists-changed");
      first.press("Повернути за стіл");
      assertThat(first.text()).contains("переговори", "змінилися списки");

      first.press("Зняти версію з місць").press("Підписати за свій орган");
      String list = first.address().replaceFirst("\\?.*", "");
      second.open("/desk");
      second.find("a[href='" + list.replaceFirst("^.*(/desk/)", "$1") + "']").first().click();
      second.press("Підписати за свій орган");
      first.open(list.replaceFirst("^.*(/desk/)", "$1")).press("Надіслано іншій стороні");

      assertThat(first.text()).contains("Надіслано. Про кожного");
      assertThat(first.open(seen).text()).contains("запропоновано");
    }
  }

  @Test
  void sheetsAreTypedInAndTheHandoverIsRecordedWithItsScan() {
    try (Colleague officer = Colleague.ofTheDemo("Орися Обмінко")) {
      officer.open(SampleRound.executing() + "/handover");
      int slots = officer.find("input[name=slot]").count();
      for (int row = 0; row < slots; row++) {
        officer.find("#f-result-" + row).selectOption(row == 0 ? "not-come" : "delivered");
      }
      officer.press("Зберегти сторінку");
      assertThat(officer.text()).contains("Введено 6 з 6");

      officer.open(SampleRound.executing() + "/handover/record");
      officer
          .write("number", "Е-1")
          .write("held", LocalDate.now(Kyiv.ZONE).toString())
          .write("from", "0:00")
          .write("until", "0:00");
      officer
          .find("input[name=scan]")
          .setInputFiles(new FilePayload("protocol.pdf", "application/pdf", SCAN));
      officer.press("Записати все");

      assertThat(officer.text()).contains("Передачу записано", "не доставлено", "перетнув межу");
      assertThat(officer.open(SampleRound.executing()).text())
          .contains("відбувся частково", "повернулося 5", "6 родин");
    }
  }
}
