package svoi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import svoi.platform.Role;

/// An intake officer opens the sealed messages with what a passkey computes.
class IntakeUnlockE2E {
  private static final String OFFICER = "Тарас Листовець";
  private static final String PHRASE = "вигадана фраза для показу";
  private static final String ADD = "[data-unlock='/desk/intake/key/passkey']";
  private static final String UNLOCK = "[data-unlock='/desk/intake/unlock/passkey']";

  @Test
  void aPasskeyThatComputesOpensTheMessagesFromThenOn() {
    try (Colleague officer = Colleague.ofTheDemo(OFFICER)) {
      officer.takeAuthenticatorThatComputes();
      addPasskey(officer);
      unlockByPassphrase(officer);
      int before = wraps().size();

      officer.open("/desk/intake/unlock").find(ADD).click();
      officer.arrive("/desk/intake/unlock?done=intake.passkey-added");
      assertThat(wraps()).hasSize(before + 1);

      lock(officer);
      officer.open("/desk/intake");
      assertThat(officer.address()).isEqualTo("/desk/intake/unlock");
      officer.find(UNLOCK).click();
      officer.arrive("/desk/intake?done=intake.unlocked");
      assertThat(officer.heading()).isEqualTo("Черга");
    }
  }

  @Test
  void withoutThatThePageSaysThatThePassphraseIsNeeded() {
    try (Colleague officer = Colleague.ofTheDemo(OFFICER)) {
      officer.takeAnotherAuthenticator();
      addPasskey(officer);
      unlockByPassphrase(officer);

      officer.open("/desk/intake/unlock").find(ADD).click();

      assertThat(officer.find("#unlock-refused")).containsText("Відімкніть парольною фразою");
      lock(officer);
      unlockByPassphrase(officer);
      lock(officer);
    }
  }

  @Test
  void aValueWithoutAPasskeyThatAnswersTheChallengeOpensNothing() {
    try (Colleague officer = Colleague.ofTheDemo(OFFICER)) {
      officer.takeAuthenticatorThatComputes();
      addPasskey(officer);
      unlockByPassphrase(officer);
      officer.open("/desk/intake/unlock").find(ADD).click();
      officer.arrive("/desk/intake/unlock?done=intake.passkey-added");
      lock(officer);
      Request stolen =
          officer
              .page()
              .waitForRequest("**/desk/intake/unlock/passkey", () -> officer.find(UNLOCK).click());
      officer.arrive("/desk/intake?done=intake.unlocked");
      lock(officer);

      assertThat(sendAgain(officer, stolen)).isEqualTo(422);
      assertThat(post(officer, "/desk/intake/unlock/passkey/options", "")).isEqualTo(200);
      assertThat(sendAgain(officer, stolen)).isEqualTo(422);
      officer.open("/desk/intake");
      assertThat(officer.address()).isEqualTo("/desk/intake/unlock");
      String secret = stolen.postData().replaceAll(".*\"prf\":\"([^\"]+)\".*", "$1");
      assertThat(secret).hasSize(43);
      assertThat(wraps()).noneMatch(wrap -> wrap.contains(hex(secret)));
    }
  }

  private static int sendAgain(Colleague thief, Request request) {
    return post(thief, "/desk/intake/unlock/passkey", request.postData());
  }

  private static int post(Colleague by, String path, String body) {
    return (int)
        by.page()
            .evaluate(
                "([path, body]) => fetch(path, {method: 'POST', body,"
                    + " headers: {'Content-Type': 'application/json'}}).then(a => a.status)",
                List.of(path, body));
  }

  private static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(base64));
  }

  private static void addPasskey(Colleague officer) {
    officer.open("/desk/account").find("[data-enrol]").click();
    officer.arrive("/desk/account?done=shell.passkey-added");
  }

  private static void unlockByPassphrase(Colleague officer) {
    officer.open("/desk/intake/unlock").find("#f-unlock-secret-passphrase").fill(PHRASE);
    officer.find("form[action='/desk/intake/unlock'] button").click();
    officer.arrive("/desk/intake?done=intake.unlocked");
  }

  private static void lock(Colleague officer) {
    officer.open("/desk/intake/unlock").find("form[action='/desk/intake/lock'] button").click();
    officer.arrive("/desk/intake/unlock?done=intake.locked");
  }

  private static List<String> wraps() {
    return Program.running()
        .as(Role.DESK)
        .jdbc()
        .sql("SELECT encode(by_prf, 'hex') FROM intake.staff_passkey")
        .query(String.class)
        .list();
  }
}
