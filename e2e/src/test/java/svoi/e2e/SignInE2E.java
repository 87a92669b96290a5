package svoi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Coming to the desk: by invitation and passkey, by recovery code; leaving it.
class SignInE2E {
  private static final String ADMINISTRATOR = "Назар Налаштун";

  private static String invitation(Colleague administrator, String name, String role) {
    administrator.open("/desk/staff").write("name", name);
    administrator.find("select[name=agency]").selectOption("hur");
    administrator.tick("r-" + role).press("Додати й створити");
    return administrator.find("#invitation").innerText();
  }

  private static Colleague enrolled(Colleague administrator, String name, String role) {
    Colleague colleague = Colleague.arriving();
    colleague.page().navigate(invitation(administrator, name, role));
    colleague.page().locator("#label").fill("Red key");
    colleague.find("[data-enrol]").click();
    colleague.arrive("/desk/account?welcome=yes");
    return colleague;
  }

  @Test
  void anInvitationMakesAPasskeyThatSignsInAndWorksOnceOnly() {
    try (Colleague administrator = Colleague.ofTheDemo(ADMINISTRATOR)) {
      String link = invitation(administrator, "Новенко Н.", "author");
      try (Colleague newcomer = Colleague.arriving()) {
        newcomer.page().navigate(link);
        newcomer.find("[data-enrol]").click();
        newcomer.arrive("/desk/account?welcome=yes");
        assertThat(newcomer.text()).contains("Додайте другий ключ");

        newcomer.press("Вийти");
        assertThat(newcomer.address()).isEqualTo("/desk/sign-in");
        newcomer.open("/desk/account");
        assertThat(newcomer.address()).startsWith("/desk/sign-in?to=");
        newcomer.find("[data-passkey]").click();
        newcomer.arrive("/desk/account");
      }
      try (Colleague thief = Colleague.arriving()) {
        thief.page().navigate(link);
        thief.find("[data-enrol]").click();
        assertThat(thief.find("#refused")).isVisible();
      }
    }
  }

  @Test
  void aSecondPasskeyAndARecoveryCodeHelpWhenTheFirstIsLost() {
    try (Colleague administrator = Colleague.ofTheDemo(ADMINISTRATOR);
        Colleague member = enrolled(administrator, "Запасенко З.", "reviewer")) {
      member.takeAnotherAuthenticator();
      member.find("[data-enrol]").click();
      member.arrive("/desk/account?done=shell.passkey-added");
      assertThat(member.find("tbody").first().locator("tr")).hasCount(2);

      member.press("Створити нові коди");
      List<String> codes = member.find(".codes code").allInnerTexts();
      assertThat(codes).hasSize(8).doesNotHaveDuplicates();

      try (Colleague withoutKeys = Colleague.arriving()) {
        withoutKeys.open("/desk/recover").write("code", "wrong-wrong").press("Відновити доступ");
        assertThat(withoutKeys.text()).contains("Такого коду немає");
        withoutKeys.write("code", codes.getFirst().toUpperCase(java.util.Locale.ROOT));
        withoutKeys.press("Відновити доступ");
        withoutKeys.find("[data-enrol]").click();
        withoutKeys.arrive("/desk/account?welcome=yes");
        assertThat(withoutKeys.find("tbody").first().locator("tr")).hasCount(3);
      }
      try (Colleague again = Colleague.arriving()) {
        again.open("/desk/recover").write("code", codes.getFirst()).press("Відновити доступ");
        assertThat(again.text()).contains("Такого коду немає");
      }
    }
  }

  @Test
  void aRoleThatIsTakenAwayEndsTheSessions() {
    try (Colleague administrator = Colleague.ofTheDemo(ADMINISTRATOR);
        Colleague member = enrolled(administrator, "Мінливенко М.", "author")) {
      administrator.open("/desk/staff");
      administrator.find("a:has-text('Мінливенко М.')").click();
      administrator.tick("r-reviewer").find("#r-author").uncheck();
      administrator.press("Зберегти");
      assertThat(administrator.text()).contains("Сеанси цієї людини завершено");

      member.open("/desk/account");
      assertThat(member.address()).startsWith("/desk/sign-in");
      member.find("[data-passkey]").click();
      member.arrive("/desk/account");
      assertThat(member.text()).contains("Схвалювати профілі").doesNotContain("Писати профілі");
    }
  }

  @Test
  void whatWasTypedComesThroughSigningInAgain() {
    try (Colleague administrator = Colleague.ofTheDemo(ADMINISTRATOR)) {
      administrator.open("/desk/staff").write("name", "Терплячко Т.");
      administrator.find("select[name=agency]").selectOption("sbu");
      administrator.tick("r-author");
      administrator.page().context().clearCookies();
      administrator.press("Додати й створити");

      assertThat(administrator.find("#again")).isVisible();
      administrator.find("#again a").evaluate("link => link.removeAttribute('target')");
      var page = administrator.page().context().newPage();
      page.navigate("/desk/demo");
      page.locator("button:has-text('" + ADMINISTRATOR + "')").click();
      administrator.find("#again button:not([type])").click();
      assertThat(administrator.find("#invitation")).isVisible();
      assertThat(administrator.find("[name=name]")).hasValue("Терплячко Т.");
    }
  }

  @Test
  void nobodySignsInFromAnotherSite() {
    Http.Answer answer =
        Program.running().http().send("POST", "/desk/demo", "Sec-Fetch-Site", "cross-site");

    assertThat(answer.status()).isEqualTo(403);
  }
}
