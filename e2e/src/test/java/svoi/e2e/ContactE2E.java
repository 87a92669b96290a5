package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import svoi.app.demo.DemoDesks;
import svoi.app.demo.DemoStaff;
import svoi.audit.AuditTrail;
import svoi.intake.Audience;
import svoi.intake.Draft;
import svoi.intake.Inbox;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.RootKey;
import svoi.intake.StaffKeys;
import svoi.intake.Unlocked;
import svoi.intake.Waiting;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.Role;

/// The anonymous door as somebody walks through it, with scripts switched off: advice, message with
/// files, receipt, leaving, coming back, reply, deletion.
class ContactE2E {
  private static Inbox inbox;
  private static Unlocked officer;

  /// One of the ways in: its place in the list of the first page, and the desk that answers.
  enum Way {
    STOP("a1", Audience.STOPPING),
    KNOW("a2", Audience.AROUND),
    RECRUITED("a3", Audience.RECRUITED),
    LEAVE("a4", Audience.LEAVING),
    CHILD("a5", Audience.RECRUITED);

    private final String page;
    private final Audience audience;

    Way(String page, Audience audience) {
      this.page = page;
      this.audience = audience;
    }
  }

  @BeforeAll
  static void unlock() {
    Program program = Program.running();
    Database desk = program.as(Role.DESK);
    AuditTrail audit = program.bean("auditTrail", AuditTrail.class);
    IntakeSecrets secrets = program.bean("intakeSecrets", IntakeSecrets.class);
    IntakeStore store = program.bean("intakeStore", IntakeStore.class);
    RootKey.Verifier root = program.bean("intakeRoot", RootKey.Verifier.class);
    inbox = new Inbox(desk, store, root, secrets, audit);
    officer =
        new StaffKeys(desk, secrets, audit)
            .unlock(DemoStaff.id("intake").value(), DemoDesks.PASSPHRASE.toCharArray());
  }

  /// Each way once, and the one of children in every language.
  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of(Way.STOP, Language.UK),
        Arguments.of(Way.KNOW, Language.RU),
        Arguments.of(Way.RECRUITED, Language.EN),
        Arguments.of(Way.LEAVE, Language.RU),
        Arguments.of(Way.CHILD, Language.UK),
        Arguments.of(Way.CHILD, Language.RU),
        Arguments.of(Way.CHILD, Language.EN));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aMessageAndItsAnswer(Way way, Language language) {
    String at = "/contact/" + language.code();
    String text = "вигадане повідомлення " + way + language;
    try (Visit visit = Browser.withoutScripts().open("/" + language.code() + "/")) {
      visit.click(visit.page().locator("main .routes a"));
      assertThat(visit.address()).isEqualTo(at);
      visit.follow(at + "/" + way.page);
      visit.click(visit.page().locator("button.main"));
      assertThat(visit.address()).isEqualTo(at);
      fill(visit.page(), text);
      assertThat(visit.hasCookies()).isFalse();
      visit.click(visit.page().locator("button.main"));
      List<String> words = visit.page().locator("#receipt li").allInnerTexts();
      assertThat(words).hasSize(9);
      List<String> second = visit.page().locator("#second li").allInnerTexts();
      assertThat(second).hasSize(9);

      visit.click(visit.page().locator("button.plain[value=" + next(language).code() + "]"));
      List<String> others = visit.page().locator("#receipt li").allInnerTexts();
      assertThat(others).hasSize(9).isNotEqualTo(words);
      check(visit, others);
      leave(visit, at);

      answer(way, text);
      enter(visit, at, String.join(" ", others));
      assertThat(visit.text()).contains(text, "відповідь на " + text);
      visit.page().locator("#text").fill("ще слово");
      visit.click(visit.page().locator("button.main"));
      assertThat(visit.text()).contains("ще слово");
      leave(visit, at);

      enter(visit, at, String.join(" ", second));
      assertThat(visit.text()).doesNotContain(text, "ще слово");
      leave(visit, at);
      enter(visit, at, String.join(" ", words));
      visit.click(visit.page().locator(".next button"));
      visit.click(visit.page().locator("button.danger"));
      assertThat(visit.hasCookies()).isFalse();
      enter(visit, at, String.join(" ", words));
      assertThat(visit.hasCookies()).isFalse();
      assertThat(visit.page().locator("article").count()).isZero();
      assertThat(visit.asked()).allMatch(url -> url.startsWith(Program.running().base() + "/"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDecisionAidLeadsToAnEndAndOnToTheForm(Language language) {
    String at = "/contact/" + language.code();
    try (Visit visit = Browser.withoutScripts().open(at + "/a1")) {
      visit.click(visit.page().locator("main .next a"));
      for (int i = 0; i < 7 && visit.page().locator(".answers").count() > 0; i++) {
        visit.click(visit.page().locator(".answers li:nth-child(2) a"));
      }
      assertThat(visit.page().locator(".clause").count()).isPositive();
      visit.click(visit.page().locator("button.main"));
      assertThat(visit.page().locator("textarea").count()).isEqualTo(1);
      assertThat(visit.hasCookies()).isFalse();
    }
  }

  @Test
  void pagesAreValidAndHaveNoScript() {
    Http http = Program.running().http();
    for (String page : List.of("", "/a1", "/a5", "/a7", "/d1", "/z4", "/nothing")) {
      for (Language language : Language.values()) {
        String html = http.get("/contact/" + language.code() + page).text();
        assertThat(Validator.page(html)).as(page).isEmpty();
        assertThat(html).doesNotContain("<script");
      }
    }
    assertThat(Validator.style(http.get("/contact/style.css").text())).isEmpty();
  }

  private static Language next(Language language) {
    return switch (language) {
      case UK -> Language.RU;
      case RU -> Language.EN;
      case EN -> Language.UK;
    };
  }

  private static void fill(Page page, String text) {
    page.locator("input[name=urgency]").first().check();
    for (Locator line : page.locator("main form input[type=text][name^=q-]").all()) {
      line.fill("вигадка");
    }
    page.locator("#text").fill(text);
    page.locator("main details summary").click();
    page.locator("input[name=duress]").check();
    page.locator("#file").setInputFiles(new FilePayload[] {file("один.txt"), file("два.txt")});
  }

  private static FilePayload file(String name) {
    return new FilePayload(name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
  }

  private static void check(Visit visit, List<String> words) {
    visit.click(visit.page().locator("button.main"));
    Page page = visit.page();
    for (Map.Entry<String, String> asked : Map.of("first", "#one", "second", "#other").entrySet()) {
      String number = page.locator("input[name=" + asked.getKey() + "]").inputValue();
      page.locator(asked.getValue()).fill(words.get(Integer.parseInt(number) - 1));
    }
    visit.click(page.locator("button.main"));
    visit.click(page.locator("main p a"));
    assertThat(page.locator("article.said").count()).isEqualTo(1);
  }

  /// Asks for the exit as the link does, without following it to a site outside.
  private static void leave(Visit visit, String at) {
    String exit = visit.page().locator("a.exit").getAttribute("href");
    APIResponse away =
        visit
            .page()
            .request()
            .get(Program.running().base() + exit, RequestOptions.create().setMaxRedirects(0));
    assertThat(away.status()).isEqualTo(303);
    assertThat(away.headers().get("clear-site-data")).contains("cookies");
    assertThat(visit.hasCookies()).isFalse();
    visit.open(at);
    assertThat(visit.page().locator("article").count()).isZero();
  }

  private static void enter(Visit visit, String at, String receipt) {
    visit.open(at);
    visit.click(visit.page().locator("main button.plain"));
    visit.page().locator("#receipt").fill(receipt);
    visit.click(visit.page().locator("button.main"));
    assertThat(visit.address()).isEqualTo(at);
  }

  private static void answer(Way way, String text) {
    for (Waiting waiting : inbox.queue(officer, way.audience.code())) {
      var first = inbox.read(officer, waiting.id()).said().getFirst();
      if (first.text().endsWith(text)) {
        assertThat(first.files()).hasSize(2);
        assertThat(waiting.about().minor()).isEqualTo(way == Way.CHILD);
        try (Draft none = inbox.draft()) {
          inbox.answer(officer, waiting.id(), "відповідь на " + text, none);
        }
        return;
      }
    }
    throw new AssertionError("no message of " + way);
  }
}
