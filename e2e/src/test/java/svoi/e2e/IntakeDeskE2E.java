package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import svoi.intake.Audience;
import svoi.intake.Circumstances;
import svoi.intake.Draft;
import svoi.intake.Dropbox;
import svoi.intake.Opened;
import svoi.intake.Urgency;
import svoi.platform.Language;

/// Two intake officers keep apart what names a source, find the same story and pass the least on;
/// every page of it can be used by everybody.
class IntakeDeskE2E {
  private static final String FIRST = "Тарас Листовець";
  private static final String SECOND = "Ярина Конвертенко";
  private static final String PHRASE = "вигадана фраза для показу";
  private static final String STORY =
      "Біля вигаданого містка щосереди двоє незнайомих рахують вигадані вантажівки й малюють схему.";

  private final Dropbox dropbox = Program.running().bean("dropbox", Dropbox.class);

  @Test
  void namesAreKeptApartStoriesAreLinkedAndTheLeastIsPassedOn() {
    Opened opened = open("Мене звати Нестор Оповіданко. " + STORY);
    open(STORY + " Сусідка бачила те саме.");
    try (Colleague first = Colleague.ofTheDemo(FIRST);
        Colleague second = Colleague.ofTheDemo(SECOND)) {
      unlock(first);
      unlock(second);
      String path = caseWith(first, "Нестор Оповіданко");
      putApart(first, path);
      askAndAgree(first, second, path);
      first.open(path + "/vault");
      assertThat(first.text()).contains("Нестор Оповіданко");
      inspect(first, "vault");
      first.open(path + "/stories");
      assertThat(first.text()).contains("містка");
      inspect(first, "stories");
      first.find("form[action$='/stories'] button").first().click();
      passOn(first, opened, path);
    }
  }

  private static String caseWith(Colleague officer, String words) {
    officer.open("/desk/intake?desk=around");
    for (Object path :
        (List<?>) officer.find("tbody a").evaluateAll("links => links.map(l => l.pathname)")) {
      if (officer.open(path.toString()).text().contains(words)) {
        return path.toString();
      }
    }
    throw new AssertionError("no case with " + words);
  }

  private static void putApart(Colleague officer, String path) {
    officer.find("summary:has-text('Що називає людину')").click();
    officer.write("names", "Нестор Оповіданко").press("Покласти і прибрати");
    officer.arrive(path + "?done=intake.vault-put");
    assertThat(officer.text()).contains("▮▮▮").doesNotContain("Нестор Оповіданко");
  }

  private static void askAndAgree(Colleague first, Colleague second, String path) {
    first.write("why", "Вигадана загроза життю").press("Попросити відкрити");
    first.arrive(path + "?done=intake.vault-asked");
    second.open("/desk/intake?desk=around");
    inspect(second, "queue");
    second.open(second.find("main .notice a").first().getAttribute("href"));
    inspect(second, "case-asked");
    second.press("Погодитися").arrive(path + "?done=intake.vault-agreed");
    inspect(first.open(path), "case-open");
  }

  private void passOn(Colleague officer, Opened opened, String path) {
    officer.open(path).write("text", "Чи можна передати вигаданому центру, що потрібен захисник?");
    officer.press("Надіслати").arrive(path + "?done=intake.answered");
    try (Draft draft = dropbox.draft()) {
      dropbox.reply(
          dropbox.visit(dropbox.signIn(opened.receipt()).orElseThrow()).orElseThrow(),
          "Так, це можна передати.",
          draft);
    }
    officer.open(path).find("summary:has-text('Передати іншій службі')").click();
    officer
        .write("addressee-other", "Вигаданий центр правової допомоги")
        .write("passes", "Людині потрібен захисник, який говорить українською.");
    inspect(officer, "case-referral");
    officer.find("form[action$='/referrals'] button").click();
    officer.arrive(path + "?done=intake.referred");
    officer.open(path + "/referrals/1");
    assertThat(officer.text()).contains("потрібен захисник").doesNotContain("містка");
    inspect(officer, "referral");
  }

  private Opened open(String text) {
    Circumstances about =
        new Circumstances(Audience.AROUND, Urgency.DAYS, null, false, Language.UK, "know/1");
    try (Draft draft = dropbox.draft()) {
      return dropbox.open("around", about, text, false, draft);
    }
  }

  private static void unlock(Colleague officer) {
    officer.open("/desk/intake/unlock").find("#f-unlock-secret-passphrase").fill(PHRASE);
    officer.press("Відімкнути").arrive("/desk/intake?done=intake.unlocked");
  }

  /// Nothing in the way of anybody, in light and dark, on a desk and on a telephone.
  private static void inspect(Colleague officer, String name) {
    Page page = officer.page();
    page.setViewportSize(1280, 800);
    assertThat(Axe.findings(page)).as(name).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(Axe.faint(page)).as(name).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(390, 844);
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth"))
        .as("sideways scrolling of " + name)
        .isEqualTo(0);
    page.setViewportSize(1280, 800);
  }
}
