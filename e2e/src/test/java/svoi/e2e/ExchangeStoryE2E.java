package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.Releases;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.Sha256;

/// From a table of awaited persons to people at home: one exchange through every page, by two
/// agencies, without a script; what the site counts afterwards is exactly what happened.
class ExchangeStoryE2E {
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);
  private static final List<String> AWAITED =
      List.of("Стрічайло", "Обіцяйло", "Обіймайло", "Виглядайло");

  private final Database desk = Program.running().as(Role.DESK);
  private final JdbcClient jdbc = desk.jdbc();
  private final LocalDate today = LocalDate.now(Kyiv.ZONE);

  @Test
  void fromTheNeedListToPeopleAtHomeAndToFiguresThatCanBeWalkedBack() {
    JsonObject before = figures();
    try (Colleague officer = Colleague.ofTheDemoWithoutScripts("Орися Обмінко");
        Colleague second = Colleague.ofTheDemoWithoutScripts("Юхим Підписенко");
        Colleague monitor = Colleague.ofTheDemoWithoutScripts("Остап Звіренко")) {
      importTheNeedList(officer);
      List<String> offered =
          List.of(
              makeAvailable(officer, monitor, "ЖЖ 100001"),
              makeAvailable(officer, monitor, "ЖЖ 100002"));
      String round = draft(officer, offered);
      signAndSend(officer, second, round);
      takeTheirCounterList(officer, round, offered);
      signAndSend(officer, second, round);
      theyAgree(officer, round, offered);
      for (String person : offered) {
        obtainTheInstrument(officer, person);
        reconfirmInPrivate(monitor, person);
      }
      officer.open(round).press("Почати підготовку").press("Почати передачу");
      typeInTheSheets(officer, round);
      recordTheHandover(officer, round);
      relativesHearItFirst(officer, round);
      assertThat(figures()).as("nothing is counted before it is announced").isEqualTo(before);

      officer.open(round + "/announce").write("number", "777").tick("public");
      officer.press("Позначити як оголошений");
      assertThat(officer.text()).contains("офіційний № 777");
      theFiguresChangedByExactlyThat(before, round);
    }
  }

  private void importTheNeedList(Colleague officer) {
    StringBuilder table =
        new StringBuilder("family_uk,given_uk,sex,born_on,category,held_since,confirmed_from\n");
    for (int n = 0; n < AWAITED.size(); n++) {
      table
          .append(AWAITED.get(n))
          .append(",Зразок,m,")
          .append(born(n))
          .append(",pow,2022-05-20,icrc\n");
    }
    officer.open("/desk/needs/import");
    officer.find("input[name=file]").setInputFiles(csv(table.toString()));
    officer.press("Переглянути").press("Записати рядків: 4");
    assertThat(officer.text()).contains("Стрічайло Зразок", "Виглядайло Зразок");
  }

  private static LocalDate born(int n) {
    return LocalDate.of(1990, 1, 1 + n);
  }

  private static FilePayload csv(String table) {
    return new FilePayload("table.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8));
  }

  /// Somebody who consents and whom nobody registered yet; afterwards nothing stands between but
  /// what has to come before the handover.
  private String makeAvailable(Colleague officer, Colleague monitor, String passport) {
    officer.open("/desk/offers?show=not-registered").press("Внести до пропонованих");
    String person = officer.address().replaceFirst("^.*(/desk/.*?)(\\?.*)?$", "$1");

    monitor.open(person + "/fear").tick("a-no").tick("f-alone").press("Записати відповідь");

    officer.open(person).find("#identity summary").click();
    officer.tick("d-passport").tick("d-fingerprints").write("number", passport);
    officer.press("Записати перевірку").find("#fitness summary").click();
    officer.find("#f-result").selectOption("fit");
    officer.find("#f-doctor").selectOption("prison-doctor");
    officer.write("examined", today.toString()).write("valid", today.plusDays(20).toString());
    officer.press("Записати висновок");
    assertThat(officer.text()).contains("можна пропонувати; до передачі ще має дещо статися.");
    return person;
  }

  private String draft(Colleague officer, List<String> offered) {
    officer.open("/desk/rounds/new");
    officer.write("framework", "Умовна розповідь").write("planned", today.toString());
    officer.press("Зберегти");
    String round = officer.address().replaceFirst("^.*(/desk/rounds/[0-9a-f-]{36}).*$", "$1");
    officer.open(round + "/blocks/new").write("offers", "2").write("needs", "3").press("Зберегти");
    officer.open(round);
    String add = officer.find("a[href*='/add?side=offered']").first().getAttribute("href");
    for (String person : offered) {
      officer.open(add + "&q=" + family(person));
      officer.find("input[value='" + id(person) + "']").check();
      officer.press("Додати обраних");
    }
    for (String family : AWAITED.subList(0, 3)) {
      officer.open(add.replace("offered", "awaited") + "&q=" + family);
      officer.find("input[name=person]").first().check();
      officer.press("Додати обраних");
    }
    assertThat(officer.open(round).text()).contains("2:3", "дотримано");
    return round;
  }

  private static void signAndSend(Colleague officer, Colleague second, String round) {
    officer.open(round).press("Зняти версію з місць").press("Підписати за свій орган");
    String list = officer.address().replaceFirst("^.*(/desk/.*?)(\\?.*)?$", "$1");
    second.open("/desk").find("a[href='" + list + "']").first().click();
    second.press("Підписати за свій орган");
    officer.open(list).press("Надіслано іншій стороні");
    assertThat(officer.open(round).text()).contains("запропоновано");
  }

  /// They leave one out and name another, whom nobody here knows.
  private void takeTheirCounterList(Colleague officer, String round, List<String> offered) {
    List<String> rows = new ArrayList<>(rows(offered));
    rows.removeLast();
    rows.add("1,awaited,Нікому Незнайомий,1970-02-01");
    theirList(officer, round, rows);
    assertThat(officer.text()).contains("такої особи не знаємо");
    officer.press("Прийняти як отриману");
    officer.open(round + "/diff?from=1&to=2");
    assertThat(officer.text()).contains("−1", "+1", "Обіймайло Зразок", "Нікому Незнайомий");
    assertThat(officer.open(round).text()).contains("переговори");
  }

  private void theyAgree(Colleague officer, String round, List<String> offered) {
    theirList(officer, round, rows(offered));
    officer.press("Прийняти як отриману");
    assertThat(officer.open(round + "/diff?from=3&to=4").text()).contains("версії однакові");
    officer.open(round).press("Погодити");
    assertThat(officer.text()).contains("погоджено");
  }

  private static void theirList(Colleague officer, String round, List<String> rows) {
    officer.open(round + "/import");
    officer
        .find("input[name=file]")
        .setInputFiles(csv("block,side,name,born\n" + String.join("\n", rows)));
    officer.press("Зіставити й подивитися");
  }

  private List<String> rows(List<String> offered) {
    List<String> rows = new ArrayList<>();
    for (String person : offered) {
      rows.add("1,offered," + name(person));
    }
    for (int n = 0; n < 3; n++) {
      rows.add("1,awaited," + AWAITED.get(n) + " Зразок," + born(n));
    }
    return rows;
  }

  private void obtainTheInstrument(Colleague officer, String person) {
    officer.open(person).find("#f-kind").selectOption("art-84-1");
    officer.press("Почати");
    for (String state : List.of("filed", "granted", "in-force")) {
      officer.open(person).find("#instrument summary").click();
      officer.find("#instrument #f-state").selectOption(state);
      if (state.equals("granted")) {
        officer
            .write("body", "Умовний районний суд")
            .write("ruling", "1-в/42")
            .write("decided", today.toString());
        officer
            .find("input[name=step-paper]")
            .setInputFiles(new FilePayload("ruling.pdf", "application/pdf", SCAN));
      }
      if (state.equals("in-force")) {
        officer.write("inForce", today.toString());
      }
      officer.press("Записати крок");
    }
    assertThat(officer.open(person).text()).contains("чинний", "№ 1-в/42");
  }

  private void reconfirmInPrivate(Colleague monitor, String person) {
    String file =
        jdbc.sql("SELECT person_id FROM exchange.offered WHERE id = ?")
            .param(id(person))
            .query(String.class)
            .single();
    monitor.open("/desk/persons/" + file + "/consents");
    monitor.find("form[action$='/reconfirm'] button[value=exchange]").click();
    assertThat(monitor.text()).contains("Повторне підтвердження записано.");
  }

  /// One of ours says no before the neutral; instead of one of those promised another is brought.
  private void typeInTheSheets(Colleague officer, String round) {
    officer.open(round + "/handover");
    int sheets = officer.find("fieldset.sheetrow").count();
    assertThat(sheets).isEqualTo(5);
    boolean refused = false;
    for (int row = 0; row < sheets; row++) {
      String sheet = officer.find("fieldset.sheetrow").nth(row).innerText();
      boolean refuses = !refused && sheet.contains("кого пропонуємо");
      refused |= refuses;
      boolean another = sheet.contains("Обіцяйло");
      officer
          .find("#f-result-" + row)
          .selectOption(refuses ? "refused-at-point" : another ? "substituted" : "delivered");
      if (another) {
        officer.write("who-" + row, "Виглядайло");
      }
    }
    officer.press("Зберегти сторінку");
    officer.find("input[type=radio][name^=instead-]").first().check();
    officer.press("Зберегти сторінку");
    assertThat(officer.text()).contains("Введено 5 з 5");
  }

  private void recordTheHandover(Colleague officer, String round) {
    officer.open(round + "/handover/record");
    officer.write("number", "Р-1").write("held", today.toString());
    officer.write("from", "0:00").write("until", "0:00");
    officer
        .find("input[name=scan]")
        .setInputFiles(new FilePayload("protocol.pdf", "application/pdf", SCAN));
    officer.press("Записати все");
    assertThat(officer.text())
        .contains("Передачу записано", "відмовився на межі", "привезли: Виглядайло Зразок");
    assertThat(officer.open(round).text()).contains("відбувся частково");
  }

  private void relativesHearItFirst(Colleague officer, String round) {
    String home = "/desk/needs/" + awaited("Стрічайло");
    assertThat(officer.open(round + "/families").text())
        .contains("Стрічайло", "Обіцяйло", "Обіймайло", "Виглядайло");
    officer.open(home + "/name");
    assertThat(officer.text()).contains("notify.family_first");

    officer.open(home + "/family");
    officer
        .write("name", "Пані Вигадана")
        .write("reach", "+380 00 000 00 00")
        .write("word", "соняшник");
    officer.press("Зберегти").press("Поговорили");
    assertThat(officer.open(round + "/families").text())
        .contains("Обіцяйло")
        .doesNotContain("Стрічайло");
  }

  private void theFiguresChangedByExactlyThat(JsonObject before, String round) {
    new Releases(desk).writeChanged();
    JsonObject after = figures();
    Map<String, Integer> changes = Map.of("exchanges", 1, "returned", 3, "departed", 1);
    changes.forEach(
        (name, change) ->
            assertThat(number(after, name) - number(before, name)).as(name).isEqualTo(change));

    assertThat(sum(after, "exchanges")).isEqualTo(number(after, "exchanges"));
    assertThat(sum(after, "returned")).isEqualTo(number(after, "returned"));
    String address = "/api/v1/statistics/rounds/" + round.replaceFirst("^.*/", "");
    JsonObject one = json(address);
    assertThat(one.get("returned").getAsInt()).isEqualTo(3);
    assertThat(one.get("departed").getAsInt()).isEqualTo(1);
    assertThat(after.get("outcomeRoot").getAsString()).isEqualTo(rootOfTheSlots());
    assertThat(slots(round)).containsExactlyInAnyOrder("Стрічайло", "Виглядайло", "Обіймайло");
    assertThat(Program.running().http().get("/uk/exchanges").text())
        .doesNotContain("Стрічайло", "Виглядайло");
  }

  /// The part of the statistics that is marked as invented.
  private static JsonObject figures() {
    return json("/api/v1/statistics").getAsJsonObject("invented");
  }

  private static JsonObject json(String address) {
    return JsonParser.parseString(Program.running().http().get(address).text()).getAsJsonObject();
  }

  private static int number(JsonObject figures, String name) {
    return figures.getAsJsonObject("sinceThen").get(name).getAsInt();
  }

  /// What stands at the addresses that the total names.
  private static int sum(JsonObject figures, String name) {
    int sum = 0;
    for (JsonElement addend : figures.getAsJsonObject("sums").getAsJsonArray(name)) {
      JsonObject one = json(addend.getAsJsonObject().get("href").getAsString());
      sum += one.get(name).getAsInt();
    }
    return sum;
  }

  /// SHA-256 over the ids of all outcomes that the total sums, computed from slots and returns.
  private String rootOfTheSlots() {
    List<String> ids =
        jdbc.sql(
                """
                SELECT o.id::text FROM exchange.outcome o
                LEFT JOIN exchange.announcement n ON n.round_id = o.round_id
                WHERE NOT EXISTS (SELECT FROM exchange.correction c WHERE c.outcome_id = o.id AND c.in_effect_at IS NOT NULL)
                  AND (o.return_id IS NOT NULL OR (n.round_id IS NOT NULL AND o.result IN ('delivered', 'substituted')))
                ORDER BY o.id
                """)
            .query(String.class)
            .list();
    return Sha256.hex(Sha256.of(String.join("\n", ids)));
  }

  /// Family names of those who came home in the round, slot by slot.
  private List<String> slots(String round) {
    return jdbc.sql(
            """
            SELECT a.family_uk FROM exchange.delivery d JOIN exchange.awaited a ON a.id = d.participant_id
            WHERE d.round_id = ? AND d.side = 'awaited'
            """)
        .param(UUID.fromString(round.replaceFirst("^.*/", "")))
        .query(String.class)
        .list();
  }

  private UUID awaited(String family) {
    return jdbc.sql("SELECT id FROM exchange.awaited WHERE family_uk = ?")
        .param(family)
        .query(UUID.class)
        .single();
  }

  private static UUID id(String person) {
    return UUID.fromString(person.replaceFirst("^.*/", ""));
  }

  private String family(String person) {
    return jdbc.sql("SELECT family_uk FROM exchange.v_offer WHERE id = ?")
        .param(id(person))
        .query(String.class)
        .single();
  }

  /// Name and day of birth as they stand on a list.
  private String name(String person) {
    return jdbc.sql(
            """
            SELECT concat_ws(' ', family_uk, given_uk, patronymic_uk) || ',' || born_on
            FROM exchange.v_offer WHERE id = ?
            """)
        .param(id(person))
        .query(String.class)
        .single();
  }
}
