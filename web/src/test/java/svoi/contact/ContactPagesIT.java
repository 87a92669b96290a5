package svoi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import svoi.contact.RunningContact.Answer;
import svoi.intake.Agreed;
import svoi.intake.Audience;
import svoi.intake.Receipt;
import svoi.intake.Waiting;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.web.Formats;
import svoi.web.Messages;

/// The anonymous door over HTTP.
class ContactPagesIT {
  private static final int PAGE_BYTES = 8 * 1024;
  private static final Pattern WORD = Pattern.compile("name=\"(first|second)\" value=\"(\\d)\"");

  @TempDir private static Path folder;
  private static RunningContact door;

  @BeforeAll
  static void open() {
    door =
        new RunningContact(
            folder,
            EnumSet.of(Audience.STOPPING, Audience.AROUND, Audience.RECRUITED),
            "svoi.contact.onion=http://invented.onion/",
            "svoi.contact.exit=https://example.org/weather");
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @BeforeEach
  void empty() {
    door.database.superuser().sql("DELETE FROM intake.intake_case").update();
    door.database.superuser().sql("DELETE FROM intake.intake_session").update();
  }

  @Test
  void everyAnswerHasNoScriptNoTagLeavesNoCookieAndIsKeptNowhere() {
    for (Answer answer : answers()) {
      String page = answer.body();
      assertThat(answer.header("content-security-policy"))
          .isEqualTo(
              "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                  + "frame-ancestors 'none'; base-uri 'none'");
      assertThat(answer.header("cache-control")).as(page).isEqualTo("no-store");
      assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
      assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
      assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
      assertThat(answer.header("permissions-policy"))
          .contains("camera=()", "fullscreen=()")
          .doesNotContain("self");
      assertThat(answer.header("x-robots-tag")).isEqualTo("noindex");
      assertThat(answer.headers()).doesNotContainKeys("etag", "last-modified");
      assertThat(answer.header("set-cookie")).as("a cookie that stays").matches("|.*; Max-Age=0");
      assertThat(page).doesNotContain("<script", "http:", "https:", " style=");
      assertThat(answer.status()).isLessThan(500);
    }
  }

  private static List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (String path :
        List.of(
            "/contact",
            "/contact/uk",
            "/contact/uk/z4",
            "/contact/uk/d1",
            "/contact/exit",
            "/contact/style.css",
            "/contact/uk/a99",
            "/contact/nothing",
            "/%63ontact/uk")) {
      answers.add(door.get(path));
    }
    Advice.NAMES.forEach(name -> answers.add(door.get("/contact/ru/" + address(name))));
    answers.add(step("form", "for", "know"));
    answers.add(step("form", "for", "nobody"));
    answers.add(step("return"));
    answers.add(step("enter", "receipt", "one two"));
    answers.add(step("enter", "receipt", "00000 00000 00000 00000 00000 00000"));
    answers.add(step("erased"));
    answers.add(step("no such step"));
    answers.add(door.raw("/contact/uk", "this is no form"));
    answers.add(send(Map.of("text", "слова"), Map.of(), "no token"));
    return answers;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageWithItsStyleIsSmall(Language language) {
    String at = "/contact/" + language.code();
    int style = door.get("/contact/style.css", "Accept-Encoding", "br").bytes().length;
    List<Answer> pages = new ArrayList<>();
    List<String> addresses = new ArrayList<>(List.of(""));
    Advice.NAMES.forEach(name -> addresses.add("/" + address(name)));
    for (int i = 1; i <= 12; i++) {
      addresses.add("/d" + Math.min(i, 10));
      addresses.add("/z" + i);
    }
    addresses.forEach(address -> pages.add(door.get(at + address, "Accept-Encoding", "br")));
    for (Route route : EnumSet.complementOf(EnumSet.of(Route.LEAVE))) {
      Map<String, String> fields = Map.of("step", "form", "for", route.code());
      pages.add(door.post(at, fields, "Accept-Encoding", "br"));
    }

    assertThat(style).isLessThan(2 * 1024);
    assertThat(pages)
        .allSatisfy(
            page -> {
              assertThat(page.status()).isEqualTo(200);
              assertThat(page.header("content-encoding")).isEqualTo("br");
              assertThat(page.bytes().length + style).isLessThanOrEqualTo(PAGE_BYTES);
            });
  }

  @Test
  void theLanguageOfTheBrowserDecidesWhereTheAddressDoesNot() {
    assertThat(door.get("/contact", "Accept-Language", "ru").body()).contains("<html lang=\"ru\">");
    assertThat(door.get("/contact/en", "Accept-Language", "ru").body())
        .contains("<html lang=\"en\">", "<title>Information</title>");
    assertThat(door.get("/contact/en/a99").body()).contains("<html lang=\"en\">");
  }

  @Test
  void theOnionServiceIsNamedAndEveryPageWarnsThatThisIsADemo() {
    Answer page = door.get("/contact/uk/a6");

    assertThat(page.header("onion-location")).isEqualTo("http://invented.onion/contact/uk/a6");
    assertThat(page.body()).contains(words(Language.UK, "contact.demo"));
    assertThat(door.get("/contact/uk/none").body()).contains(words(Language.UK, "contact.demo"));
  }

  @Test
  void linksInAdviceLeadToPagesOfThisDoorAndToTheExit() {
    for (String name : Advice.NAMES) {
      String body = door.get("/contact/en/" + address(name)).body();
      assertThat(body).doesNotContain("href=\"page:", "href=\"exit:", "href=\"decision:");
      Pattern.compile("href=\"(/contact/en/[^\"]+)\"")
          .matcher(body)
          .results()
          .forEach(link -> assertThat(door.get(link.group(1)).status()).isEqualTo(200));
    }
  }

  @ParameterizedTest
  @CsvSource({"STOPPING, STOP, UK", "AROUND, KNOW, RU", "RECRUITED, RECRUITED, EN"})
  void whatIsSentIsReadByTheDeskAndTheAnswerByWhoeverHasTheReceipt(
      Audience audience, Route route, Language language) {
    String at = "/contact/" + language.code();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("urgency", "hours");
    fields.put("reply-language", "ru");
    fields.put("text", "перше\r\nслово");
    fields.put("duress", "1");
    Answer receipt = send(at, route.code(), fields, Map.of("a.txt", "раз", "b.txt", "два"));
    assertThat(receipt.status()).isEqualTo(200);
    List<String> words = receipt.words("receipt");
    assertThat(words).hasSize(9);
    assertThat(receipt.words("second")).hasSize(9).isNotEqualTo(words);
    assertThat(receipt.header("set-cookie")).contains("HttpOnly", "SameSite=Strict", "/contact");

    Waiting waiting = door.inbox.queue(door.unlocked, audience.code()).getFirst();
    assertThat(waiting.about().language()).isEqualTo(Language.RU);
    assertThat(waiting.about().form()).isEqualTo(route.code() + "/1");
    var said = door.inbox.read(door.unlocked, waiting.id()).said().getFirst();
    assertThat(said.text()).isEqualTo("перше\nслово");
    assertThat(said.files()).hasSize(2);

    confirm(at, receipt.cookie(), words);
    assertThat(door.get("/contact/exit", "Cookie", receipt.cookie()).header("location"))
        .isEqualTo("https://example.org/weather");
    assertThat(door.get(at, "Cookie", receipt.cookie()).body())
        .contains(words(language, "contact.ended.title"));

    door.answer(audience, "відповідь", "памʼятка");
    String cookie = enter(at, String.join(" ", words));
    String thread = door.get(at, "Cookie", cookie).body();
    assertThat(thread).contains("перше\nслово", "відповідь");
    Answer file = door.post(at, Map.of("step", "file", "file", fileOf(thread)), "Cookie", cookie);
    assertThat(file.body()).isEqualTo("памʼятка");
    assertThat(file.header("content-disposition")).isEqualTo("attachment; filename=\"file.txt\"");

    Answer more = reply(at, cookie, "ще слово", Map.of("c.txt", "три"));
    assertThat(more.body()).contains("ще слово", words(language, "contact.thread.sent"));
    assertThat(door.post(at, Map.of("step", "erase"), "Cookie", cookie).body())
        .contains(words(language, "contact.erase.confirm"));
    Answer erased = door.post(at, Map.of("step", "erased"), "Cookie", cookie);
    assertThat(erased.header("clear-site-data")).contains("cookies");
    assertThat(door.post(at, enterFields(String.join(" ", words))).body())
        .contains(words(language, "contact.gone.title"));
    assertThat(door.one("SELECT count(*) FROM intake.intake_case")).isEqualTo("0");
    assertThat(door.stored("intake")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSourceSeesWhatTheDeskDidAndUntilWhenItIsKept(Language language) {
    String at = "/contact/" + language.code();
    Answer receipt = send(at, "stop", Map.of("text", "слова"), Map.of());
    List<String> words = receipt.words("receipt");
    UUID id = door.inbox.queue(door.unlocked, "stopping").getFirst().id();
    door.answer(Audience.STOPPING, "чи можна передати?", "x");
    String cookie = enter(at, String.join(" ", words));
    reply(at, cookie, "так", Map.of());
    door.inbox.agree(
        door.unlocked,
        id,
        new Agreed(
            "111-3",
            "вигадані умови",
            "слідчий",
            "доручення",
            "",
            Agreed.Outcome.OPEN,
            YearMonth.of(2026, 9)));
    door.referrals.refer(door.unlocked, id, "вигаданий центр", "потрібен захисник", 3);
    door.inbox.close(door.unlocked, id);

    String thread = door.get(at, "Cookie", cookie).body();

    assertThat(thread)
        .contains(words(language, "contact.thread.closed"))
        .contains("111-3", "вигадані умови", "слідчий", "доручення")
        .contains(words(language, "contact.thread.outcome.open"))
        .doesNotContain(words(language, "contact.thread.agreed.counsel"))
        .contains("вигаданий центр", "потрібен захисник")
        .doesNotContain(words(language, "contact.thread.apart"));
    assertThat(thread.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(PAGE_BYTES);
    door.one(
        """
        WITH held AS (INSERT INTO intake.hold
          SELECT id, 'x', platform.today() + 9, gen_random_uuid(), gen_random_uuid()
          FROM intake.intake_case RETURNING 1)
        SELECT count(*) FROM held
        """);
    assertThat(door.get(at, "Cookie", cookie).body())
        .contains(
            Messages.ofContact(language)
                .get(
                    "contact.thread.kept",
                    "day",
                    Formats.day(LocalDate.now(Kyiv.ZONE).plusDays(9), language)));
    door.post(at, Map.of("step", "erased"), "Cookie", cookie);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anAnswerThatCannotBeReadIsALineAndTheAnswerOfTheDoorLooksLikeAnyOther(Language language) {
    String at = "/contact/" + language.code();
    String line = words(language, "contact.thread.unreadable");
    Answer receipt = send(at, "stop", Map.of("text", "слова"), Map.of());
    String first = String.join(" ", receipt.words("receipt"));
    String second =
        String.join(" ", send(at, "stop", Map.of("text", "слова"), Map.of()).words("receipt"));
    UUID id = door.inbox.queue(door.unlocked, "stopping").getFirst().id();
    door.one(
        """
        WITH noise AS (INSERT INTO intake.message (case_id, seq, direction, body)
          VALUES ('%s', 2, 'out', decode(repeat('5f', 541), 'hex')) RETURNING 1)
        SELECT count(*) FROM noise
        """
            .formatted(id));

    Answer one = door.post(at, enterFields(first));
    Answer other = door.post(at, enterFields(second));

    assertThat(List.of(one.body().contains(line), other.body().contains(line)))
        .containsExactlyInAnyOrder(true, false);
    assertThat(List.of(one, other)).allMatch(answer -> answer.body().contains("слова"));
    assertThat(one.bytes().length).isEqualTo(other.bytes().length).isEqualTo(PAGE_BYTES);
    assertThat(shape(one)).isEqualTo(shape(other));
  }

  /// Headers without what is random or the hour.
  private static Map<String, String> shape(Answer answer) {
    return answer.headers().keySet().stream()
        .filter(name -> !name.equalsIgnoreCase("date"))
        .collect(
            Collectors.toMap(
                name -> name, name -> answer.header(name).replaceAll("s=[^;]+", "s=")));
  }

  @Test
  void whoeverIsUnder18IsMarkedAsAChildOnEveryWay() {
    for (Map<String, String> fields :
        List.of(
            Map.of("child", "1", "text", "x"),
            Map.of("under-18", "no", "text", "x"),
            Map.of("q-age", "from-14", "text", "x"))) {
      empty();
      send("/contact/uk", "recruited", fields, Map.of());
      assertThat(door.inbox.queue(door.unlocked, "recruited").getFirst().about().minor()).isTrue();
    }
  }

  @Test
  void theReceiptIsShownInOtherLanguagesUntilTwoWordsWereRight() {
    Answer receipt = send("/contact/uk", "stop", Map.of("text", "x"), Map.of());
    String[] cookie = {"Cookie", receipt.cookie()};
    List<String> russian =
        door.post("/contact/uk", Map.of("step", "words", "shown", "ru"), cookie).words("receipt");
    assertThat(russian).hasSize(9).isNotEqualTo(receipt.words("receipt"));
    assertThat(door.get("/contact/uk", cookie).words("receipt"))
        .isEqualTo(receipt.words("receipt"));

    Answer wrong =
        door.post(
            "/contact/uk",
            Map.of(
                "step", "check", "first", "1", "second", "2", "one", "x", "other", "y", "shown",
                "ru"),
            cookie);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.words("receipt")).isEqualTo(russian);
    assertThat(enter("/contact/en", String.join(" ", russian))).isNotEmpty();
  }

  @Test
  void aFormCountsOnceAndWhatWasTypedComesBack() {
    String token = form("/contact/uk", "know").token();
    assertThat(send(Map.of("text", "перше"), Map.of(), token).status()).isEqualTo(200);
    Answer again = send(Map.of("text", "перше"), Map.of(), token);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("перше", "contact.rule.form_used");
    assertThat(send(Map.of("text", "перше"), Map.of(), again.token()).status()).isEqualTo(200);
    Answer trapped =
        send(Map.of("text", "x", "website", "http"), Map.of(), form("/contact/uk", "know").token());
    assertThat(trapped.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "text, '', text_required",
    "q-place, LONG, line_too_long",
    "q-how, maybe, choice_unknown",
    "urgency, soon, choice_unknown",
    "reply-language, de, choice_unknown",
    "not-before, 2001-02-03, not_before_past",
    "not-before, 2999-01-01, not_before_too_far",
    "not-before, tomorrow, not_before_unreadable"
  })
  void whatDoesNotFitIsSaidInWordsAndComesBack(String field, String value, String rule) {
    String typed = value.equals("LONG") ? "ї".repeat(301) : value;
    Map<String, String> fields = new LinkedHashMap<>(Map.of("q-place", "поле", "text", "слова"));
    fields.put(field, typed);
    Answer answer = send("/contact/uk", "know", fields, Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("contact.rule." + rule)
        .contains(fields.getOrDefault("q-place", ""));
    assertNothingKept();
  }

  @ParameterizedTest
  @CsvSource({
    "'', receipt_empty",
    "12345 67890, receipt_digits",
    "сосна береза, receipt_words",
    "one two three four five six seven eight nine, receipt_word",
    "сосна дерево море оренда крейда ocean river garden winter, receipt_mixed",
    "00000 00000 00000 00000 00000 00001, receipt_check"
  })
  void whatIsNoReceiptIsSaidInWordsAndComesBack(String typed, String rule) {
    Answer answer = door.post("/contact/uk", enterFields(typed));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("contact.rule." + rule, typed);
  }

  @Test
  void onTheLineAReceiptThatOpensNothingLooksLikeOneThatDoes() {
    String words =
        String.join(
            " ", send("/contact/uk", "know", Map.of("text", "x"), Map.of()).words("receipt"));
    Answer hit = door.post("/contact/uk", enterFields(words));
    Answer miss = door.post("/contact/uk", enterFields(wordsOf(Receipt.random())));

    assertThat(hit.body()).contains(words(Language.UK, "contact.thread.title"));
    assertThat(miss.body()).contains(words(Language.UK, "contact.gone.title"));
    assertThat(miss.header("set-cookie")).contains("; Max-Age=0");
    assertThat(miss.status()).isEqualTo(hit.status());
    assertThat(lengths(miss)).isEqualTo(lengths(hit));
    assertThat(miss.bytes()).hasSameSizeAs(hit.bytes());
    assertThat(hit.bytes()).hasSize(8192);
  }

  private static String wordsOf(Receipt receipt) {
    return String.join(" ", receipt.words(Language.UK));
  }

  private static Map<String, Integer> lengths(Answer answer) {
    return answer.headers().keySet().stream()
        .collect(Collectors.toMap(name -> name, name -> answer.header(name).length()));
  }

  @Test
  void aBrokenUploadKeepsNothing() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("step", "send");
    fields.put("for", "know");
    fields.put("token", form("/contact/uk", "know").token());
    fields.put("text", "слова");
    String body = RunningContact.multipart(fields, Map.of("a.txt", "раз"));
    Answer broken = door.raw("/contact/uk", body.substring(0, body.length() - 4));

    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.body()).contains("слова", "contact.rule.");
    assertNothingKept();
  }

  @Test
  void emptyFilesTooManyFilesAndTooManyPartsKeepNothing() {
    assertThat(send("/contact/uk", "know", Map.of("text", "слова"), Map.of("a", "")).body())
        .contains("contact.rule.file_empty", words(Language.UK, "contact.rule.files_again"));
    assertThat(send("/contact/uk", "know", Map.of("text", "x"), numbered(51)).body())
        .contains("contact.rule.too_many_files");
    assertThat(send("/contact/uk", "know", numbered(10_000), Map.of()).status()).isEqualTo(413);
    Map<String, String> large = numbered(9);
    large.replaceAll((name, value) -> "x".repeat(60 * 1024));
    assertThat(send("/contact/uk", "know", large, Map.of()).status()).isEqualTo(413);
    assertNothingKept();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void wordsThatCameAfterTheEndOfTheSessionComeBack(Language language) {
    String at = "/contact/" + language.code();
    Answer receipt = send(at, "know", Map.of("text", "перше"), Map.of());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("step", "reply");
    fields.put("token", form(at, "know").token());
    fields.put("text", "довго <писане>");
    door.get("/contact/exit", "Cookie", receipt.cookie());

    for (Map<String, String> files : List.of(Map.<String, String>of(), Map.of("a.txt", "раз"))) {
      Answer ended = door.upload(at, fields, files, "Cookie", receipt.cookie());
      fields.put("token", form(at, "know").token());

      assertThat(ended.body())
          .contains(words(language, "contact.ended.unsent"), "довго &lt;писане&gt;");
    }
    assertThat(door.get(at, "Cookie", receipt.cookie()).body())
        .doesNotContain(words(language, "contact.ended.unsent"));
  }

  @Test
  void whoseThreadIsFullIsToldToOpenAnother() {
    Answer receipt = send("/contact/uk", "know", Map.of("text", "перше"), Map.of());
    String cookie = enter("/contact/uk", String.join(" ", receipt.words("receipt")));
    door.one(
        """
        WITH full_one AS (INSERT INTO intake.message (case_id, seq, direction, body)
          SELECT case_id, n, 'out', body FROM intake.message, generate_series(2, 300) n
          RETURNING 1)
        SELECT count(*) FROM full_one
        """);
    Map<String, String> fields =
        Map.of(
            "step", "reply", "token", form("/contact/uk", "know").token(), "text", "ще одне слово");

    Answer full = door.upload("/contact/uk", fields, Map.of(), "Cookie", cookie);

    assertThat(full.status()).isEqualTo(422);
    assertThat(full.body()).contains("contact.rule.thread_full", "ще одне слово");
  }

  @Test
  void noDeskMeansThatNothingIsAskedFor() {
    Answer closed = step("form", "for", "leave");

    assertThat(closed.status()).isEqualTo(503);
    assertThat(closed.body())
        .contains(words(Language.UK, "contact.closed.title"))
        .doesNotContain("<textarea");
  }

  private static Map<String, String> numbered(int count) {
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      many.put("f" + i, "x");
    }
    return many;
  }

  private static void assertNothingKept() {
    assertThat(door.one("SELECT count(*) FROM intake.intake_case")).isEqualTo("0");
    assertThat(door.stored("intake")).isEmpty();
  }

  private static void confirm(String at, String cookie, List<String> words) {
    String asked = door.post(at, Map.of("step", "ask"), "Cookie", cookie).body();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("step", "check");
    WORD.matcher(asked).results().forEach(found -> fields.put(found.group(1), found.group(2)));
    fields.put("shown", at.substring(at.length() - 2));
    fields.put("one", words.get(Integer.parseInt(fields.getOrDefault("first", "")) - 1));
    fields.put("other", words.get(Integer.parseInt(fields.getOrDefault("second", "")) - 1));
    Language language = Language.of(at.substring(at.length() - 2)).orElseThrow();

    assertThat(door.post(at, fields, "Cookie", cookie).body())
        .contains(words(language, "contact.receipt.done.title"));
  }

  private static String enter(String at, String receipt) {
    Answer answer = door.post(at, enterFields(receipt));
    assertThat(answer.status()).isEqualTo(200);
    return answer.cookie();
  }

  private static Map<String, String> enterFields(String receipt) {
    return Map.of("step", "enter", "receipt", receipt);
  }

  private static Answer reply(String at, String cookie, String text, Map<String, String> files) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("step", "reply");
    fields.put("token", door.get(at, "Cookie", cookie).token());
    fields.put("text", text);
    return door.upload(at, fields, files, "Cookie", cookie);
  }

  private static Answer form(String at, String route) {
    return door.post(at, Map.of("step", "form", "for", route));
  }

  private static Answer send(
      String at, String route, Map<String, String> typed, Map<String, String> files) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("step", "send");
    fields.put("for", route);
    fields.put("token", form(at, route).token());
    fields.putAll(typed);
    return door.upload(at, fields, files);
  }

  private static Answer send(Map<String, String> typed, Map<String, String> files, String token) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("step", "send");
    fields.put("for", "know");
    fields.put("token", token);
    fields.putAll(typed);
    return door.upload("/contact/uk", fields, files);
  }

  private static Answer step(String step, String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("step", step);
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return door.post("/contact/uk", fields);
  }

  private static String fileOf(String thread) {
    return thread.replaceFirst("(?s).*name=\"file\" value=\"([0-9a-f-]{36})\".*", "$1");
  }

  private static String words(Language language, String key) {
    return Messages.ofContact(language).get(key);
  }

  private static String address(String name) {
    return "a" + (Advice.NAMES.indexOf(name) + 1);
  }
}
