package svoi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import svoi.platform.Kyiv;
import svoi.platform.Role;

/// From an invitation to the desk to a lawful profile, and to dark again: the whole way of one
/// person through two agencies, each member at their own computer with their own passkey.
class DeskStoryE2E {
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);
  private static final Duration DARK_WITHIN = Duration.ofSeconds(5);

  private final LocalDate today = LocalDate.now(Kyiv.ZONE);

  @AfterEach
  void bringTheClockBack() {
    moveClock(Duration.ZERO);
  }

  @Test
  void aVerdictBecomesALawfulProfileAndAWithdrawalMakesItDark() {
    try (Colleague administrator = Colleague.ofTheDemo("Назар Налаштун");
        Colleague author = invited(administrator, "Історієнко А.", "hur", "author");
        Colleague interviewer =
            invited(administrator, "Бесіденко І.", "coordination-hq", "interviewer");
        Colleague verifier = invited(administrator, "Певненко П.", "ombudsman", "verifier");
        Colleague ours = invited(administrator, "Схваленко С.", "hur", "reviewer");
        Colleague theirs = invited(administrator, "Уважненко У.", "sbu", "reviewer")) {
      String person = enterTheCase(author);
      leadTheSession(interviewer, person);
      verifyTooEarly(verifier, person);
      moveClock(Duration.ofDays(4));
      verify(verifier, person);
      writeTheProfile(author, person);
      String page = "/uk/profiles/" + profileOf(person);
      assertThat(status(page)).isEqualTo(404);
      approve(ours, person);
      assertThat(status(page)).isEqualTo(404);
      approve(theirs, person);
      Await.until("the profile is public", DARK_WITHIN, () -> status(page) == 200);
      assertThat(Program.running().http().get(page).text()).contains("Оповіданко");

      withdraw(verifier, person);
      Await.until("the profile is dark", DARK_WITHIN, () -> status(page) == 410);
    }
  }

  private static Colleague invited(
      Colleague administrator, String name, String agency, String role) {
    administrator.open("/desk/staff").write("name", name);
    administrator.find("select[name=agency]").selectOption(agency);
    administrator.tick("r-" + role).press("Додати й створити");
    Colleague colleague = Colleague.arriving();
    colleague.page().navigate(administrator.find("#invitation").innerText());
    colleague.find("[data-enrol]").click();
    return colleague.arrive("/desk/account?welcome=yes");
  }

  /// Fields as a trained author fills them: everything else has a sensible default or a proposal.
  private static String enterTheCase(Colleague author) {
    author.open("/desk/persons/new");
    String person = author.find("input[name=id]").inputValue();
    author
        .write("familyUk", "Оповіданко")
        .write("givenUk", "Нестор")
        .write("patronymicUk", "Вигадович")
        .write("born", "02.05.1980")
        .write("custodyFrom", "01.06.2023")
        .write("p0.caseNumber", "123/4567/23")
        .write("p0.region", "Харківська область")
        .write("p0.renderedOn", "10.10.2023")
        .write("p0.inForceFrom", "10.11.2023")
        .write("p0.years", "8")
        .write("p0.c0.article", "111-1")
        .write("p0.c0.part", "5")
        .write("p0.c0.from", "01.05.2022")
        .press("Зберегти");
    assertThat(author.find("[name=familyRu]").inputValue()).isEqualTo("Оповиданко");
    author.press("Зберегти");
    assertThat(author.address()).startsWith("/desk/persons/" + person);
    return person;
  }

  private void leadTheSession(Colleague interviewer, String person) {
    interviewer.open("/desk/persons/" + person + "/consents/session");
    interviewer.find("form[action$='/session/start'] button").click();
    interviewer.page().waitForLoadState();
    interviewer.find("select[name=place]").selectOption("colony");
    interviewer
        .write("day", today.minusDays(1).toString())
        .write("start", "10:00")
        .write("end", "11:30")
        .write("licence", "ТЕСТ-7")
        .write("until", today.plusDays(100).toString())
        .tick("p-counsel")
        .tick("p-interviewer");
    for (int point = 1; point <= 14; point++) {
      interviewer.tick("point-" + point);
    }
    interviewer.tick("s-exchange").tick("s-text");
    interviewer.find("button[name=sign]").click();
    interviewer.arrive("/desk/persons/" + person + "/consents/session/sign");
    interviewer
        .find("input[name=scan]")
        .setInputFiles(new FilePayload("sheet.pdf", "application/pdf", SCAN));
    interviewer.find("form[action$='/session/sign'] button").click();
    interviewer.arrive("/desk/persons/" + person + "/consents?done=consents.signed");
  }

  private static void verifyTooEarly(Colleague verifier, String person) {
    verifier.open("/desk/persons/" + person + "/consents");
    assertThat(verifier.find("[name=alone]")).hasCount(0);
  }

  private static void verify(Colleague verifier, String person) {
    verifier.open("/desk/persons/" + person + "/consents");
    for (String point : new String[] {"consequences", "refusal", "benefit", "alone", "family"}) {
      verifier.tick("i-" + point);
    }
    verifier.find("form[action$='/verify'] button").click();
    verifier.arrive("/desk/persons/" + person + "/consents?done=consents.verified");
  }

  private static void writeTheProfile(Colleague author, String person) {
    author
        .open("/desk/persons/" + person + "/profile")
        .write("uk", "Суд установив, що особа збирала й передавала відомості державі-агресору.")
        .write(
            "ru", "Суд установил, что лицо собирало и передавало сведения государству-агрессору.")
        .write("en", "The court found that the person gathered and passed on information.");
    author.find("button[value=hand-in]").click();
    author.page().waitForLoadState();
    assertThat(author.text()).doesNotContain("Форму не збережено");
  }

  private static void approve(Colleague reviewer, String person) {
    reviewer.open("/desk/persons/" + person + "/review");
    for (var check : reviewer.find("input[name^=check-]").all()) {
      check.check();
    }
    reviewer.find("button[formaction$='/review/approve']").click();
    reviewer.page().waitForLoadState();
    assertThat(reviewer.find(".faults")).hasCount(0);
  }

  private static void withdraw(Colleague verifier, String person) {
    verifier.open("/desk/persons/" + person + "/consents");
    verifier.find("a[href$='/consents/withdraw']").first().click();
    verifier.find("form[action$='/consents/withdraw'] button.danger").click();
    verifier.page().waitForURL("**/desk/withdrawals/**");
  }

  private static int status(String page) {
    return Program.running().http().get(page).status();
  }

  private static UUID profileOf(String person) {
    return Program.running()
        .as(Role.DESK)
        .jdbc()
        .sql("SELECT id FROM register.v_standing WHERE person_id = ?")
        .param(UUID.fromString(person))
        .query(UUID.class)
        .single();
  }

  private static void moveClock(Duration shift) {
    Program.running()
        .as(Role.OWNER)
        .jdbc()
        .sql("UPDATE platform.clock SET shift = make_interval(secs => ?)")
        .param(shift.toSeconds())
        .update();
  }
}
