package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Scenario 41 in a browser: the place of detention, closed, opened with a reason, told to the
/// monitor.
class BreakGlassE2E {
  private static final String PLACE = "Вигадана виправна колонія № 1001";

  @Test
  void aPlaceOpensOnceWithAReasonThatTheMonitorReads() {
    UUID person = DeskDoor.personOf(Program.running().tour("published"));
    String path = "/desk/persons/" + person + "/detention";
    String reason = "Лікарня просить знати, куди везти ліки, вигадка " + UUID.randomUUID();

    try (Colleague author = Colleague.ofTheDemo(DeskDoor.authorOf(person))) {
      author.open(path);
      assertThat(author.text()).contains("detention.no_need_to_know").doesNotContain(PLACE);
      author.write("reason", "бо треба").press("Відкрити з цією причиною");
      assertThat(author.text()).contains("break_glass.reason_too_short").doesNotContain(PLACE);
      assertThat(author.find("#f-reason").inputValue()).isEqualTo("бо треба");
      author.write("reason", reason).press("Відкрити з цією причиною");
      assertThat(author.text()).contains(PLACE);
      author.open(path);
      assertThat(author.text()).doesNotContain(PLACE);
    }
    try (Colleague monitor = Colleague.ofTheDemo("Соломія Наглядко")) {
      monitor.find("a:has-text(\"" + reason + "\")").click();
      assertThat(monitor.text()).contains(DeskDoor.authorOf(person), reason);
      monitor.press("Побачено").open("/desk");
      assertThat(monitor.text()).doesNotContain(reason);
    }
  }

  @Test
  void theLiaisonOfThePlaceOpensItWithoutAReason() {
    UUID person = DeskDoor.personOf(Program.running().tour("published"));
    try (Colleague liaison = Colleague.ofTheDemo("Пилип Зв’язко")) {
      liaison.open("/desk/persons/" + person + "/detention");
      assertThat(liaison.text()).contains(PLACE).doesNotContain("Вигаданий слідчий ізолятор");
    }
  }
}
