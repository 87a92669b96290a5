package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import svoi.intake.Audience;
import svoi.intake.Circumstances;
import svoi.intake.Draft;
import svoi.intake.Dropbox;
import svoi.intake.Opened;
import svoi.intake.Said;
import svoi.intake.Urgency;
import svoi.intake.Visit;
import svoi.platform.Kyiv;
import svoi.platform.Language;

/// A desk whose key stays offline, from its key to the answer: the officer in a browser, and the
/// machine without a network by the command line.
class OfflineDeskE2E {
  private static final String OFFICER = "Тарас Листовець";
  private static final String DESK = "sealed-off";
  private static final Path FOLDER = Folders.fresh("e2e-offline-desk");
  private static final String KEY = FOLDER.resolve("keys/desk-key").toString();

  private final Dropbox dropbox = Program.running().bean("dropbox", Dropbox.class);

  @Test
  void aCaseIsCarriedToTheMachineWithTheKeyAndItsAnswerIsCarriedBack() throws IOException {
    String until = "--until=" + LocalDate.now(Kyiv.ZONE).plusDays(300);
    String keys = FOLDER.resolve("keys").toString();
    done("generate", keys, "--agency=sbu", "--desk=" + DESK, until, "--shares=3/2");
    try (Colleague officer = Colleague.ofTheDemo(OFFICER)) {
      found(officer);
      Opened opened = open("Лише для машини без мережі.");
      Path container = export(officer);
      assertThat(Files.readString(container, StandardCharsets.ISO_8859_1))
          .doesNotContain("машини", "lyst.txt");
      read(container);
      bring(officer, container);
      Visit visit = dropbox.visit(dropbox.signIn(opened.receipt()).orElseThrow()).orElseThrow();
      assertThat(dropbox.read(visit))
          .extracting(Said::text)
          .containsExactly("Лише для машини без мережі.", "Дякуємо, прочитали.");
    }
  }

  private static void found(Colleague officer) throws IOException {
    officer.open("/desk/intake/keys");
    officer.find("summary:has-text('лишається поза мережею')").click();
    officer
        .find("form[action$='/keys/offline'] textarea")
        .fill(Files.readString(FOLDER.resolve("keys/desk-key.txt")));
    inspect(officer, "found");
    officer.find("form[action$='/keys/offline'] button").click();
    officer.arrive("/desk/intake/keys?done=intake.offline-taken");
    inspect(officer, "keys");
    String root = Program.running().data().resolve("secrets/intake-root").toString();
    String said = done("sign", FOLDER.resolve("keys/desk-key.txt").toString(), root);
    String signature =
        said.lines().filter(l -> l.matches("[A-Za-z0-9+/=]{8,76}")).collect(Collectors.joining());
    officer.find("#f-" + DESK + "-certificate").fill(signature);
    officer.find("form[action$='/" + DESK + "/certificate'] button").click();
    officer.arrive("/desk/intake/keys?done=intake.certified");
  }

  private Opened open(String text) {
    Circumstances about =
        new Circumstances(Audience.STOPPING, Urgency.DAYS, null, false, Language.UK, "stop/1");
    byte[] file = "вигаданий файл".getBytes(StandardCharsets.UTF_8);
    try (Draft draft = dropbox.draft()) {
      draft.add("lyst.txt", "text/plain", new ByteArrayInputStream(file));
      return dropbox.open(DESK, about, text, false, draft);
    }
  }

  /// Which of the two threads is the living one is not to be seen at the desk: the machine says.
  private static Path export(Colleague officer) {
    officer.open("/desk/intake/offline");
    inspect(officer, "offline");
    assertThat(officer.text()).contains(DESK).doesNotContain("Лише для машини");
    assertThat(officer.find("tbody a").count()).isEqualTo(2);
    Path empty = FOLDER.resolve("1.zip");
    for (int i = 0; i < 2; i++) {
      officer.open("/desk/intake/offline").find("tbody a").nth(i).click();
      inspect(officer, "carry");
      officer.tick("p-first-reading").tick("f-sure");
      Download download =
          officer
              .page()
              .waitForDownload(() -> officer.find("form[action$='/export'] button").click());
      Path container = FOLDER.resolve(i + ".zip");
      download.saveAs(container);
      Path out = FOLDER.resolve("look-" + i);
      done("open", container.toString(), KEY, out.toString());
      if (Files.exists(out.resolve("1-1-lyst.txt"))) {
        empty = container;
      }
    }
    return empty;
  }

  private static void read(Path container) throws IOException {
    Path out = FOLDER.resolve("out");
    String said = done("open", container.toString(), KEY, out.toString());
    assertThat(said).contains("thread.txt", "destroy");
    assertThat(Files.readString(out.resolve("thread.txt"))).contains("Лише для машини без мережі.");
    assertThat(Files.readString(out.resolve("1-1-lyst.txt"))).isEqualTo("вигаданий файл");
    Child again = command("open", container.toString(), KEY, out.toString());
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.said()).contains("is there already").doesNotContain("Exception");

    byte[] bytes = Files.readAllBytes(container);
    bytes[bytes.length / 2] ^= 1;
    Path changed = Files.write(FOLDER.resolve("changed.zip"), bytes);
    Path nothing = FOLDER.resolve("nothing");
    Child refused = command("open", changed.toString(), KEY, nothing.toString());
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.said()).contains("cut or changed").doesNotContain("Exception");
    assertThat(nothing).doesNotExist();
  }

  private static void bring(Colleague officer, Path container) throws IOException {
    Path words = Files.writeString(FOLDER.resolve("answer.txt"), "Дякуємо, прочитали.\n");
    Path sealed = FOLDER.resolve("answer.sealed");
    done("answer", container.toString(), KEY, words.toString(), sealed.toString());
    officer.open("/desk/intake/offline").find("#f-answer").setInputFiles(words);
    officer.press("Прийняти відповідь");
    assertThat(officer.text()).contains("intake.answer-wrong");
    inspect(officer, "refused");
    officer.find("#f-answer").setInputFiles(sealed);
    officer.press("Прийняти відповідь");
    assertThat(officer.address()).contains("done=intake.answer-brought");
  }

  private static Child command(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "desk-key";
    System.arraycopy(words, 0, all, 1, words.length);
    Child child = Child.start(all);
    child.status();
    return child;
  }

  private static String done(String... words) {
    Child child = command(words);
    assertThat(child.status()).as(child.said()).isZero();
    return child.said();
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
