package svoi.desk.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.desk.RunningDesk;
import svoi.exchange.Ledger;
import svoi.exchange.RoundsSample;
import svoi.platform.Role;
import svoi.register.PublishedPerson;
import svoi.staff.Member;

/// Requests and answers as they are worked with in the browser, without JavaScript.
class AnswerPagesIT {
  private static final Member OFFICER = RoundsSample.OFFICER;
  private static final Member SECOND = RoundsSample.SECOND;
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

  private static RunningDesk desk;
  private static RoundsSample sample;

  @BeforeAll
  static void open() {
    desk = new RunningDesk();
    sample = RoundsSample.in(desk.database);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void resetClock() {
    desk.moveClock(Duration.ZERO);
  }

  /// Somebody who is awaited, under a family name of their own; answers their page in the ledger.
  private static String awaited(String family) {
    UUID id = sample.awaited();
    sample.run(
        """
        UPDATE exchange.awaited SET family_uk = ?, given_uk = 'Степан', family_ru = ?, given_ru = 'Степан',
          born_on = '1990-05-06' WHERE id = ?
        """,
        family,
        family,
        id);
    return "/desk/answers/persons/" + id;
  }

  private static String page(String path) {
    var answer = desk.get(OFFICER, path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static String done(RunningDesk.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.location().orElseThrow().replaceFirst("^.*?(/desk/[^?]*).*", "$1");
  }

  private static String found(String page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String version(String page) {
    return found(page, "name=\"version\" value=\"(\\d+)\"");
  }

  private static void ask(String person, int days) {
    done(
        desk.post(
            OFFICER,
            person + "/ask",
            Map.of(
                "on", sample.today().toString(),
                "due", sample.today().plusDays(days).toString())));
  }

  private static Map<String, String> said(String person, String kind, String ground) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("asking", found(page(person), "<option value=\"([0-9a-f-]{36})\""));
    form.put("kind", kind);
    form.put("said", sample.today().toString());
    form.put("ground", ground);
    return form;
  }

  /// Scenario 36 at the desk: a deadline is a task, then a silence, then a late answer.
  @Test
  void anAskingIsATaskBeforeItsLastDayAndASilenceAfterIt() {
    String person = awaited("Мовчанко");
    ask(person, 2);
    assertThat(page("/desk")).contains("/desk/answers?show=open");
    desk.moveClock(Duration.ofDays(3));
    new Ledger(desk.database.as(Role.DESK).jdbc()).noteSilence();

    assertThat(page(person)).contains("не відповіли", "сам журнал", "строк минув");
    assertThat(page("/desk/answers?show=no-answer")).contains("Мовчанко Степан");

    Map<String, String> late = said(person, "accepted", "");
    done(desk.upload(OFFICER, person + "/said", late, "paper", SCAN));
    String entry = found(page(person), "href=\"(/desk/answers/entries/[0-9a-f-]+/file)\"");
    assertThat(desk.get(OFFICER, entry).bytes()).isEqualTo(SCAN);
    assertThat(page("/desk/answers?show=open")).doesNotContain("Мовчанко");
  }

  @Test
  void aRefusalNamesItsGroundAndAnAskingIsAnsweredOnce() {
    String person = awaited("Відмовченко");
    ask(person, 14);
    Map<String, String> bare = said(person, "refused", "");

    var answer = desk.post(OFFICER, person + "/said", bare);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"e-ground\"", "value=\"refused\" selected");
    Map<String, String> whole = said(person, "refused", "unit");
    done(desk.post(OFFICER, person + "/said", whole));
    var twice = desk.post(SECOND, person + "/said", whole);

    assertThat(twice.status()).isEqualTo(412);
    assertThat(page("/desk/answers?show=refused&ground=unit")).contains("через підрозділ");
    assertThat(page("/desk/answers?q=" + "Vidmovchenko")).contains("/desk/answers");
  }

  @Test
  void whatIsWrittenBackwardsIsRefusedInWords() {
    String person = awaited("Назаденко");

    var answer =
        desk.post(
            OFFICER,
            person + "/ask",
            Map.of("on", sample.today().toString(), "due", sample.today().toString()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("<code>response-asked-with-a-deadline</code>", "пізніший за день запиту");
    assertThat(
            desk.get(OFFICER, "/desk/answers/persons/" + sample.reported("child", "ordinary"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void everybodyInASentNeedListIsAskedForAtOnce() {
    awaited("Списченко");
    UUID list = UUID.randomUUID();
    sample.one(
        Integer.class,
        "SELECT exchange.take_need_list(?, ?, ?)",
        list,
        OFFICER.id().value(),
        OFFICER.agency());
    sample.signTwice("need-list", list);
    sample.run("UPDATE exchange.need_list SET state = 'sent', sent_to = 'icrc' WHERE id = ?", list);
    assertThat(page("/desk/answers")).contains(list.toString());

    Map<String, String> form =
        Map.of(
            "list", list.toString(),
            "on", sample.today().toString(),
            "due", sample.today().plusDays(14).toString());
    done(desk.post(OFFICER, "/desk/answers/asked", form));

    assertThat(page("/desk/answers")).doesNotContain(list.toString()).contains("Списченко");
    assertThat(desk.post(SECOND, "/desk/answers/asked", form).body())
        .contains("Цей список уже в журналі.");
  }

  private static Map<String, String> letter(String kind) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("id", UUID.randomUUID().toString());
    form.put("kind", kind);
    form.put("channel", "icrc");
    form.put("letter", "5/77");
    form.put("received", sample.today().toString());
    return form;
  }

  private static RunningDesk.Answer take(String path, String table) {
    return desk.upload(
        OFFICER, path, letter("list"), "file", table.getBytes(StandardCharsets.UTF_8));
  }

  /// Linked, unknown, ambiguous: nothing is invented, and nothing written before it is looked at.
  @Test
  void aLetterAboutManyIsMatchedDecidedAndEntered() {
    String sure = awaited("Спитаненко");
    ask(sure, 14);
    String doubtful = awaited("Двозначенко");
    ask(doubtful, 14);
    String list =
        done(
            take(
                "/desk/answers/lists",
                """
                name;born;answer;ground
                Спитаненко Степан;06.05.1990;відмова;died
                Двозначенко Степан;;згода;
                Нічийний Ніхто;01.01.1970;згода;
                """));
    String read = page(list);
    assertThat(read).contains("піде до журналу", "може означати кількох", "лишається, як написано");
    assertThat(page(sure)).doesNotContain("відмовили</span>");
    assertThat(page("/desk")).contains("/desk/answers/lists");

    String person = doubtful.substring(doubtful.lastIndexOf('/') + 1);
    assertThat(page(list + "/rows/2")).contains(person, "Двозначенко Степан");
    Map<String, String> decision = Map.of("person", person, "version", version(read));
    done(desk.post(OFFICER, list + "/rows/2", decision));
    assertThat(desk.post(SECOND, list + "/rows/2", decision).status()).isEqualTo(412);
    done(desk.post(OFFICER, list + "/enter", Map.of("version", version(page(list)))));

    assertThat(page(sure)).contains("відмовили</span>");
    assertThat(page(doubtful)).contains("погодилися</span>");
    assertThat(page(list)).contains("внесено").doesNotContain("/rows/1");
    assertThat(desk.get(OFFICER, list + "/file").body()).startsWith("name;born");
  }

  @Test
  void aTableThatCannotBeReadSaysWhereAndWritesNothing() {
    var rows =
        take("/desk/answers/lists", "name,answer,date\nХтось,перемога,\n,refused,31.02.2026\n");
    var table = take("/desk/requests", "прізвище\nХтось\n");
    var nothing = desk.post(OFFICER, "/desk/requests", letter("letter"));

    assertThat(rows.status()).isEqualTo(422);
    assertThat(rows.body())
        .contains("Рядок 2:", "<b>перемога</b>", "row.answer", "row.date", "5/77");
    assertThat(table.body()).contains("file-columns-missing", "<b>name</b>");
    assertThat(nothing.body()).contains("<code>file-missing</code>", "value=\"5/77\"");
  }

  private static String offered(String family) {
    return sample
        .registered(PublishedPerson.in(desk.database).named(family).create().person())
        .toString();
  }

  @Test
  void aRequestOnPaperIsTypedDecidedAnsweredAndChangesNobody() {
    String person = offered("Проханенко");
    String before = stored(person);
    String request = done(desk.upload(OFFICER, "/desk/requests", letter("letter"), "file", SCAN));
    assertThat(desk.get(OFFICER, request + "/file").bytes()).isEqualTo(SCAN);
    assertThat(page("/desk")).contains("/desk/requests");
    done(
        desk.post(
            OFFICER,
            request + "/rows",
            Map.of(
                "version", version(page(request)),
                "name-0", "Проханенко",
                "born-0", "1980",
                "name-2", "Ніхто Нічий")));
    assertThat(page(request)).contains("може означати кількох", "лишається, як написано");
    assertThat(page(request + "/rows/1")).contains(person);
    done(decide(request, 1, person));

    var early = answer(request, Map.of("answer-1", "refuse", "answer-2", "accept"));
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("href=\"#f-ground-1\"", "href=\"#f-answer-2\"");
    done(
        answer(
            request,
            Map.of("answer-1", "accept", "answer-2", "refuse", "ground-2", "unknown-person")));
    done(move(request, "authenticated"));
    done(move(request, "answered"));
    done(move(request, "closed"));

    assertThat(stored(person)).isEqualTo(before);
    assertThat(page(request)).contains("погоджуємося", "особа невідома").doesNotContain("<select");
    assertThat(page("/desk/requests?state=closed")).contains(request);
  }

  private static String stored(String offered) {
    return sample.one(
        String.class,
        "SELECT to_jsonb(o)::text FROM exchange.offered o WHERE o.id = ?",
        UUID.fromString(offered));
  }

  private static RunningDesk.Answer decide(String request, int row, String person) {
    return desk.post(
        OFFICER,
        request + "/rows/" + row,
        Map.of("version", version(page(request)), "person", person));
  }

  private static RunningDesk.Answer answer(String request, Map<String, String> answers) {
    Map<String, String> form = new LinkedHashMap<>(answers);
    form.put("version", version(page(request)));
    return desk.post(OFFICER, request + "/answers", form);
  }

  private static RunningDesk.Answer move(String request, String to) {
    return desk.post(
        OFFICER, request + "/move", Map.of("version", version(page(request)), "to", to));
  }

  @Test
  void aListOfManyNamesIsPagedAndAnAnswerIsSentOnlyWhenEveryRowHasOne() {
    StringBuilder table = new StringBuilder("name,born\n");
    table.append("Ніхто Нічий,\n".repeat(60));
    String request = done(take("/desk/requests", table.toString()));
    String first = page(request);

    assertThat(first.length()).isLessThan(60_000);
    assertThat(first).contains("?after=20", "Просять про 60 осіб").doesNotContain("answer-21");
    assertThat(page(request + "?after=20")).contains("answer-21").doesNotContain("answer-20\"");
    done(move(request, "authenticated"));
    var early = move(request, "answered");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("<code>request-answered-row-by-row</code>");
  }

  @Test
  void theMonitorSeesEverythingAndChangesNothing() {
    String person = awaited("Наглядченко");
    String request = done(take("/desk/requests", "name\nХтось Умовний\n"));
    Member monitor = PublishedPerson.OMBUDSMAN;
    PublishedPerson.in(desk.database).create();

    for (String page :
        List.of("/desk/answers", "/desk/answers/lists", person, "/desk/requests", request)) {
      assertThat(desk.get(monitor, page).status()).as(page).isEqualTo(200);
    }
    assertThat(desk.get(monitor, person).body()).doesNotContain("/ask\"");
    assertThat(desk.post(monitor, person + "/ask", Map.of()).status()).isEqualTo(403);
    assertThat(desk.post(monitor, request + "/move", Map.of("to", "closed")).status())
        .isEqualTo(403);
    assertThat(desk.get(PublishedPerson.AUTHOR, "/desk/answers").status()).isEqualTo(403);
    assertThat(desk.get(RoundsSample.RETURNS, "/desk/answers").status()).isEqualTo(403);
  }
}
