package svoi.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import svoi.audit.AuditTrail;
import svoi.desk.RunningDesk;
import svoi.desk.Typed;
import svoi.intake.Audience;
import svoi.intake.CarriedCase;
import svoi.intake.Circumstances;
import svoi.intake.DeskKeyFile;
import svoi.intake.DeskKeyStatement;
import svoi.intake.DeskKeys;
import svoi.intake.Draft;
import svoi.intake.Dropbox;
import svoi.intake.Opened;
import svoi.intake.OpenedCase;
import svoi.intake.RootKey;
import svoi.intake.Said;
import svoi.intake.SealedAnswer;
import svoi.intake.Urgency;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Sealed messages at the desk in the browser, without JavaScript.
class IntakePagesIT {
  private static final String PHRASE = "вигадана довга фраза";
  private static final Member FIRST = officer(1, "sbu");
  private static final Member SECOND = officer(2, "sbu");
  private static final Member THIRD = officer(3, "sbu");
  private static final Member ELSEWHERE = officer(4, "hur");
  private static final Member MONITOR = PublishedPerson.OMBUDSMAN;

  private static RunningDesk desk;

  @BeforeAll
  static void open() {
    desk = new RunningDesk();
    var database = desk.database.as(Role.DESK);
    Staff staff = new Staff(database.jdbc(), new AuditTrail(database.jdbc()));
    List.of(FIRST, SECOND, THIRD, ELSEWHERE, MONITOR, PublishedPerson.AUTHOR).forEach(staff::add);
    found(FIRST, "stopping");
    found(ELSEWHERE, "leaving");
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void nothingIsReadBeforeThePassphraseAndNothingAfterLocking() {
    UUID id = send(Audience.STOPPING, Urgency.NONE, "таємниця");
    desk.post(FIRST, "/desk/intake/lock", Map.of());
    assertThat(desk.get(FIRST, "/desk/intake").location()).contains("/desk/intake/unlock");
    assertThat(desk.get(FIRST, path(id)).location()).contains("/desk/intake/unlock");

    var wrong = unlock(FIRST, "не та довга фраза");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("intake.wrong-key").doesNotContain("не та довга фраза");
    assertThat(unlock(FIRST, PHRASE).location()).contains("/desk/intake?done=intake.unlocked");

    assertThat(desk.get(FIRST, path(id)).body()).contains("таємниця");
    desk.post(FIRST, "/desk/intake/lock", Map.of());
    assertThat(desk.get(FIRST, path(id)).body()).doesNotContain("таємниця");
    unlock(FIRST, PHRASE);
  }

  @Test
  void anAnswerThatWasTypedBeforeTheLockIsShownAgain() {
    UUID id = send(Audience.STOPPING, Urgency.NONE, "таємниця");
    desk.post(FIRST, "/desk/intake/lock", Map.of());

    var locked = answer(FIRST, id, "довга відповідь");

    assertThat(locked.status()).isEqualTo(409);
    assertThat(locked.body()).contains("intake.locked", "довга відповідь");
    unlock(FIRST, PHRASE);
  }

  @Test
  void theMostUrgentIsFirstAndEachAudienceCanBeSeenAlone() {
    UUID calm = send(Audience.AROUND, Urgency.NONE, "спокійно");
    UUID urgent = send(Audience.RECRUITED, Urgency.HOURS, "негайно");
    unlock(FIRST, PHRASE);

    String all = desk.get(FIRST, "/desk/intake").body();
    assertThat(all.indexOf(urgent.toString())).isBetween(1, all.indexOf(calm.toString()));
    String around = desk.get(FIRST, "/desk/intake?audience=around").body();
    assertThat(around).contains(calm.toString()).doesNotContain(urgent.toString());
  }

  @Test
  void aReadyAnswerIsFilledInAndReachesTheSource() {
    Opened opened = submit(about(Audience.STOPPING, Urgency.NONE, null), "питання");
    UUID id = caseOf(opened);
    unlock(FIRST, PHRASE);

    String inserted = answer(FIRST, id, "insert", "all.received", "Добрий день.").body();
    assertThat(inserted).contains("Добрий день.", "через [скільки днів] днів");
    var refused = answer(FIRST, id, "через [скільки днів] днів");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("unfilled", "[скільки днів]");
    assertThat(answer(FIRST, id, "через 5 днів").location())
        .contains(path(id) + "?done=intake.answered");

    assertThat(said(opened)).extracting(Said::text).containsExactly("питання", "через 5 днів");
  }

  @Test
  void whoAskedForSilenceUntilADayIsNotAnsweredBefore() {
    LocalDate day = LocalDate.now(Kyiv.ZONE).plusDays(3);
    UUID id = caseOf(submit(about(Audience.STOPPING, Urgency.NONE, day), "не зараз"));
    unlock(FIRST, PHRASE);

    assertThat(desk.get(FIRST, path(id)).body()).doesNotContain("name=\"text\"");
    assertThat(answer(FIRST, id, "зарано").status()).isEqualTo(422);
  }

  @Test
  void aPictureAndAPdfAreShownAsPixelsAndNothingElseIsShownOrSent() throws IOException {
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    Opened opened =
        submit(about(Audience.STOPPING, Urgency.NONE, null), "файли", picture(), pdf(), script);
    UUID id = caseOf(opened);
    unlock(FIRST, PHRASE);
    List<String> files =
        all(desk.get(FIRST, path(id)).body(), "href=\"(" + path(id) + "/files/[^\"]*)");
    assertThat(files).hasSize(3);

    int shown = 0;
    int refused = 0;
    for (String file : files) {
      String page = desk.get(FIRST, file).body();
      if (page.contains("intake.file-kind")) {
        refused++;
        assertThat(page).doesNotContain("alert(1)");
        assertThat(desk.get(FIRST, file + "/1").status()).isEqualTo(404);
      } else {
        shown++;
        BufferedImage pixels =
            ImageIO.read(new ByteArrayInputStream(desk.get(FIRST, file + "/1").bytes()));
        assertThat(pixels.getWidth()).isBetween(10, 1400);
      }
    }
    assertThat(List.of(shown, refused)).containsExactly(2, 1);
  }

  @Test
  void aFileThatGoesOutIsAPictureWithoutAWordAboutItsAuthor() throws IOException {
    Opened opened = submit(about(Audience.STOPPING, Urgency.NONE, null), "питання");
    UUID id = caseOf(opened);
    unlock(FIRST, PHRASE);

    var sent =
        desk.upload(
            FIRST, path(id) + "/answer", Map.of("text", "ось", "do", "send"), "file", pdf());
    assertThat(sent.status()).isEqualTo(303);
    var refused =
        desk.upload(
            FIRST,
            path(id) + "/answer",
            Map.of("text", "ось", "do", "send"),
            "file",
            "MZ program".getBytes(StandardCharsets.UTF_8));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("file-kind", "ось");

    Said.SentFile file = said(opened).getLast().files().getFirst();
    assertThat(file.type()).isEqualTo("image/png");
    Dropbox dropbox = desk.part(Dropbox.class);
    byte[] bytes =
        dropbox
            .open(dropbox.visit(opened.cookie().orElseThrow()).orElseThrow(), file.id())
            .readAllBytes();
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Vyhadanets");
  }

  @Test
  void aCaseIsTriagedAgreedUponPassedOnAndClosed() {
    UUID id = send(Audience.STOPPING, Urgency.NONE, "розмова");
    unlock(FIRST, PHRASE);

    assertThat(desk.post(FIRST, path(id) + "/triage", Map.of("urgency", "hours")).status())
        .isEqualTo(303);
    Map<String, String> agreed =
        Map.of("offered", "умови", "by", "слідчий", "authority", "доручення", "outcome", "stopped");
    assertThat(desk.post(FIRST, path(id) + "/agreed", agreed).status()).isEqualTo(303);
    assertThat(desk.get(FIRST, path(id)).body()).contains("доручення");
    assertThat(desk.post(FIRST, path(id) + "/close", Map.of()).status()).isEqualTo(422);
    assertThat(desk.post(FIRST, path(id) + "/close", Map.of("sure", "yes")).status())
        .isEqualTo(303);
    Map<String, String> on =
        Map.of("to", "leaving", "reason", "other-audience", "words", "Передано.");
    assertThat(desk.post(FIRST, path(id) + "/transfer", on).location())
        .contains("/desk/intake?done=intake.transferred");
    assertThat(desk.get(FIRST, path(id)).status()).isEqualTo(404);
    unlock(ELSEWHERE, PHRASE);
    assertThat(desk.get(ELSEWHERE, path(id)).body()).contains("розмова", "Передано.");
  }

  @Test
  void aColleagueGetsTheKeyFromTwoAndHoldsNeedTwo() {
    UUID id = send(Audience.STOPPING, Urgency.NONE, "довга справа");
    enrol(SECOND);
    enrol(THIRD);
    unlock(FIRST, PHRASE);
    unlock(SECOND, PHRASE);
    assertThat(desk.get(SECOND, path(id)).status()).isEqualTo(404);
    String keys = "/desk/intake/keys/stopping/";

    assertThat(desk.post(FIRST, keys + "grant", member(SECOND)).status()).isEqualTo(422);
    assertThat(desk.post(FIRST, keys + "propose", member(SECOND)).status()).isEqualTo(303);
    assertThat(desk.post(FIRST, keys + "grant", member(SECOND)).body())
        .contains("intake.same-person");
    assertThat(desk.post(THIRD, keys + "propose", member(SECOND)).status()).isEqualTo(303);
    assertThat(desk.get(FIRST, "/desk").body()).contains("stopping");
    assertThat(desk.post(FIRST, keys + "grant", member(SECOND)).status()).isEqualTo(303);
    unlock(SECOND, PHRASE);
    assertThat(desk.get(SECOND, path(id)).body()).contains("довга справа");

    String until = Typed.day(LocalDate.now(Kyiv.ZONE).plusDays(30));
    Map<String, String> hold = Map.of("basis", "ст. 1 вигаданого закону", "until", until);
    assertThat(desk.post(FIRST, path(id) + "/hold", hold).status()).isEqualTo(303);
    assertThat(desk.post(FIRST, path(id) + "/hold/confirm", Map.of()).body())
        .contains("intake.same-person");
    assertThat(desk.post(SECOND, path(id) + "/hold/confirm", Map.of()).status()).isEqualTo(303);
    assertThat(desk.post(FIRST, path(id) + "/hold/end", Map.of()).status()).isEqualTo(303);
  }

  @Test
  void fiveWrongPassphrasesAndEvenTheRightOneHasToWait() {
    Member forgetful = officer(7, "sbu");
    staff().add(forgetful);
    enrol(forgetful);
    for (int i = 0; i < 5; i++) {
      assertThat(unlock(forgetful, "не та довга фраза").body()).contains("intake.wrong-key");
    }

    var refused = unlock(forgetful, PHRASE);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("intake.too-many-tries", "чверть години");
    desk.moveClock(Duration.ofMinutes(16));
    assertThat(unlock(forgetful, PHRASE).status()).isEqualTo(303);
    desk.moveClock(Duration.ZERO);
  }

  @Test
  void withoutAPasskeyNothingIsUnlockedByAValue() {
    Member member = officer(8, "sbu");
    staff().add(member);
    enrol(member);
    assertThat(desk.get(member, "/desk/intake/unlock").body()).doesNotContain("data-unlock");

    String path = "/desk/intake/unlock/passkey";
    assertThat(desk.post(member, path + "/options", Map.of()).body())
        .contains("challenge", "\"userVerification\":\"required\"", "salt");
    var refused = desk.post(member, path, Map.of("prf", "A".repeat(43)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("intake.passkey-refused");
    assertThat(desk.post(member, "/desk/intake/key/passkey", Map.of("prf", "x")).body())
        .contains("intake.locked");
  }

  @Test
  void whatNamesTheSourceIsKeptApartAndOpenedByTwo() {
    Member one = officer(10, "sbu");
    Member two = officer(11, "sbu");
    List.of(one, two).forEach(staff()::add);
    found(one, "recruited");
    UUID id =
        caseOf(submit("recruited", about(Audience.RECRUITED, Urgency.NONE, null), "Я Макетенко."));
    unlock(one, PHRASE);
    assertThat(desk.get(one, path(id)).body()).contains("двоє з ключами");
    assertThat(desk.post(one, path(id) + "/vault", Map.of("names", "Макетенко")).body())
        .contains("intake.vault-needs-two", "Макетенко");
    join(one, two, "recruited");

    assertThat(desk.post(one, path(id) + "/vault", Map.of("names", "Макетенко")).location())
        .contains(path(id) + "?done=intake.vault-put");
    assertThat(desk.get(one, path(id)).body()).contains("Я ▮▮▮.").doesNotContain("Макетенко");
    assertThat(desk.get(one, path(id) + "/vault").body()).contains("intake.vault-closed");
    assertThat(desk.post(one, path(id) + "/vault/ask", Map.of("why", "")).status()).isEqualTo(422);
    assertThat(desk.post(one, path(id) + "/vault/ask", Map.of("why", "загроза")).status())
        .isEqualTo(303);
    assertThat(desk.post(one, path(id) + "/vault/agree", Map.of()).body())
        .contains("intake.same-person");
    assertThat(desk.get(two, "/desk/intake?desk=recruited").body()).contains("просить відкрити");
    assertThat(desk.get(two, path(id)).body()).contains("загроза", path(id) + "/vault/agree");
    assertThat(desk.post(two, path(id) + "/vault/agree", Map.of()).status()).isEqualTo(303);

    assertThat(desk.get(one, path(id) + "/vault").body()).contains("Макетенко");
    assertThat(desk.get(two, path(id) + "/vault").body()).doesNotContain("Макетенко");
    assertThat(desk.post(one, path(id) + "/vault/close", Map.of()).status()).isEqualTo(303);
    assertThat(desk.get(one, path(id) + "/vault").status()).isEqualTo(409);
    assertThat(desk.post(one, path(id) + "/vault/erase", Map.of()).status()).isEqualTo(422);
    assertThat(desk.post(one, path(id) + "/vault/erase", Map.of("sure-vault", "yes")).status())
        .isEqualTo(303);
  }

  @Test
  void theSameStoryIsLookedForAndLinkedByHand() {
    String story = "Біля вигаданої греблі двоє незнайомих малюють позначки на деревах уночі.";
    UUID one = send(Audience.AROUND, Urgency.NONE, story);
    UUID two = send(Audience.AROUND, Urgency.NONE, story + " Я бачу їх щодня.");
    unlock(FIRST, PHRASE);

    assertThat(desk.get(FIRST, path(one) + "/stories").body())
        .contains(two.toString(), "греблі", "позначки");
    Map<String, String> other = Map.of("other", two.toString());
    assertThat(desk.post(FIRST, path(one) + "/stories", other).location())
        .contains(path(one) + "?done=intake.story-linked");
    assertThat(desk.get(FIRST, path(two)).body()).contains("/desk/intake/cases/" + one);
    assertThat(desk.post(FIRST, path(one) + "/stories", other).body())
        .contains("intake.already-done");
    assertThat(
            desk.post(FIRST, path(two) + "/stories/unlink", Map.of("other", one.toString()))
                .status())
        .isEqualTo(303);
    assertThat(desk.get(FIRST, path(one)).body()).doesNotContain(two.toString());
  }

  @Test
  void onlyWhatWasWrittenForItLeavesAndOnlyAfterTheSourceAgreed() {
    Opened opened = submit(about(Audience.STOPPING, Urgency.NONE, null), "мені треба захисника");
    UUID id = caseOf(opened);
    unlock(FIRST, PHRASE);
    Map<String, String> form =
        Map.of("addressee", "legal-aid", "passes", "Потрібен захисник.", "agreed-in", "1");
    assertThat(desk.get(FIRST, path(id)).body()).doesNotContain("name=\"passes\"");
    assertThat(desk.post(FIRST, path(id) + "/referrals", form).body())
        .contains("intake.not-agreed", "Потрібен захисник.");
    answer(FIRST, id, "Чи можна передати це центрові допомоги?");
    reply(opened, "так, можна");

    String page = desk.get(FIRST, path(id)).body();
    assertThat(page).contains("name=\"passes\"", "так, можна</option>");
    assertThat(page.replaceFirst("(?s).*<textarea id=\"f-passes\"[^>]*>", "").strip())
        .startsWith("</textarea>");
    Map<String, String> agreed = new LinkedHashMap<>(form);
    agreed.put("agreed-in", "3");
    agreed.put("addressee", "nobody");
    assertThat(desk.post(FIRST, path(id) + "/referrals", agreed).body()).contains("addressee");
    agreed.put("addressee-other", "Вигаданий центр");
    assertThat(desk.post(FIRST, path(id) + "/referrals", agreed).status()).isEqualTo(303);

    String paper = desk.get(FIRST, path(id) + "/referrals/1").body();
    assertThat(paper)
        .contains("Вигаданий центр", "Потрібен захисник.")
        .doesNotContain("мені треба", "так, можна");
    assertThat(desk.get(FIRST, path(id) + "/referrals/2").status()).isEqualTo(404);
    Dropbox dropbox = desk.part(Dropbox.class);
    assertThat(
            dropbox
                .standing(dropbox.visit(opened.cookie().orElseThrow()).orElseThrow())
                .referrals())
        .extracting(svoi.intake.Referral::text)
        .containsExactly("Потрібен захисник.");
  }

  private static Staff staff() {
    var database = desk.database.as(Role.DESK);
    return new Staff(database.jdbc(), new AuditTrail(database.jdbc()));
  }

  /// `newcomer` gets a key and the desk's key.
  private static void join(Member by, Member newcomer, String code) {
    enrol(newcomer);
    desk.post(FIRST, "/desk/intake/keys/" + code + "/propose", member(newcomer));
    assertThat(desk.post(by, "/desk/intake/keys/" + code + "/grant", member(newcomer)).status())
        .isEqualTo(303);
    unlock(newcomer, PHRASE);
  }

  private static void reply(Opened opened, String text) {
    Dropbox dropbox = desk.part(Dropbox.class);
    try (Draft draft = dropbox.draft()) {
      dropbox.reply(dropbox.visit(opened.cookie().orElseThrow()).orElseThrow(), text, draft);
    }
  }

  @Test
  void whoLeavesReadsNothingOnceTheDeskHasANewKey() {
    Member leaver = officer(5, "sbu");
    Member stays = officer(6, "sbu");
    Staff staff =
        new Staff(
            desk.database.as(Role.DESK).jdbc(), new AuditTrail(desk.database.as(Role.DESK).jdbc()));
    List.of(leaver, stays).forEach(staff::add);
    found(stays, "around");
    enrol(leaver);
    desk.post(FIRST, "/desk/intake/keys/around/propose", member(leaver));
    desk.post(stays, "/desk/intake/keys/around/grant", member(leaver));
    unlock(leaver, PHRASE);
    UUID id = caseOf(submit("around", about(Audience.AROUND, Urgency.NONE, null), "до"));
    assertThat(desk.get(leaver, path(id)).body()).contains("до");

    Map<String, String> renewal =
        Map.of("stays", stays.actor(), "until", inAYear(), "all", "3", "needed", "2");
    var made = desk.post(stays, "/desk/intake/keys/around/epochs", renewal);
    assertThat(all(made.body(), "<code class=\"hash\">([0-9a-f ]+)<")).hasSize(3);
    assertThat(desk.get(leaver, path(id)).status()).isEqualTo(404);
    certify(stays, "around", made.body());
    unlock(stays, PHRASE);
    assertThat(desk.post(stays, "/desk/intake/keys/around/reseal", Map.of()).status())
        .isEqualTo(303);

    assertThat(desk.get(stays, path(id)).body()).contains("до");
    unlock(leaver, PHRASE);
    assertThat(desk.get(leaver, path(id)).status()).isEqualTo(404);
  }

  @Test
  void theMonitorSeesCountsAndNoOneElseSeesAnything() {
    assertThat(desk.get(MONITOR, "/desk/counts").status()).isEqualTo(200);
    for (String page : List.of("/desk/intake", "/desk/intake/keys", "/desk/intake/unlock")) {
      assertThat(desk.get(MONITOR, page).status()).isEqualTo(403);
      assertThat(desk.get(PublishedPerson.AUTHOR, page).status()).isEqualTo(403);
    }
    assertThat(desk.get(PublishedPerson.AUTHOR, "/desk/counts").status()).isEqualTo(403);
    unlock(FIRST, PHRASE);
    assertThat(desk.get(FIRST, "/desk/counts").status()).isEqualTo(200);
    assertThat(desk.post(FIRST, "/desk/counts", Map.of()).status()).isEqualTo(303);
  }

  @Test
  void theKeyOfAnOfflineDeskIsFoundedByItsTextAndIsGivenToNobody() {
    DeskKeyFile key = DeskKeyFile.generate("sbu", "silent-one", 1, day(300));
    String statement = key.statement().text().replace("\n", "\r\n");
    DeskKeyFile foreign = DeskKeyFile.generate("hur", "silent-one", 1, day(300));

    assertThat(offline(FIRST, "no text", FIRST).body()).contains("intake.statement-wrong");
    assertThat(offline(FIRST, foreign.statement().text(), FIRST).body())
        .contains("intake.statement-wrong", foreign.statement().epoch().toString());
    assertThat(offline(FIRST, statement, ELSEWHERE).body()).contains("officers", "silent-one");
    assertThat(offline(FIRST, statement, FIRST).location())
        .contains("/desk/intake/keys?done=intake.offline-taken");
    assertThat(offline(FIRST, statement, FIRST).body()).contains("code-taken");

    String page = desk.get(FIRST, "/desk/intake/keys").body();
    assertThat(page).contains("ключ поза мережею", "/desk/intake/keys/silent-one/certificate");
    assertThat(page)
        .doesNotContain("/desk/intake/keys/silent-one/rescue", "/keys/silent-one/propose");
    assertThat(desk.get(FIRST, "/desk").body()).contains("silent-one");
    sign(FIRST, key);

    String path = "/desk/intake/keys/silent-one/";
    enrol(FIRST);
    String shares = String.join("\n", key.shares(new DeskKeys.Sharing(2, 2)));
    assertThat(desk.post(FIRST, path + "rescue", Map.of("secret-shares", shares)).body())
        .contains("intake.key-offline");
    assertThat(desk.post(ELSEWHERE, path + "offline", Map.of()).status()).isEqualTo(404);
    DeskKeyFile next = DeskKeyFile.generate("sbu", "silent-one", 2, day(300));
    Map<String, String> renewal =
        Map.of("statement", next.statement().text(), "officers", SECOND.actor());
    assertThat(desk.post(FIRST, path + "offline", renewal).status()).isEqualTo(303);
    sign(FIRST, next);
    assertThat(desk.get(FIRST, "/desk/intake/offline").body()).doesNotContain("silent-one");
    assertThat(desk.get(SECOND, "/desk/intake/offline").body()).contains("silent-one");
  }

  @Test
  void aCaseOfAnOfflineDeskLeavesSealedAndItsAnswerComesBackSealed(@TempDir Path folder)
      throws IOException {
    DeskKeyFile key = DeskKeyFile.generate("sbu", "carried", 1, day(300));
    offline(FIRST, key.statement().text(), FIRST);
    sign(FIRST, key);
    Opened opened =
        submit("carried", about(Audience.STOPPING, Urgency.HOURS, null), "таємниця", picture());
    UUID id = caseOf(opened);
    desk.post(FIRST, "/desk/intake/lock", Map.of());

    String list = desk.get(FIRST, "/desk/intake/offline").body();
    assertThat(list).contains(id.toString()).doesNotContain("таємниця", "hours");
    String path = "/desk/intake/offline/cases/" + id;
    assertThat(desk.get(FIRST, path).body()).contains("ключ стирання", "Знищте");
    assertThat(desk.get(ELSEWHERE, path).status()).isEqualTo(404);
    assertThat(desk.get(FIRST, path(id)).location()).contains("/desk/intake/unlock");
    assertThat(desk.post(FIRST, path + "/export", Map.of()).status()).isEqualTo(422);
    Map<String, String> taking = Map.of("purpose", "first-reading", "sure", "yes");
    assertThat(desk.post(ELSEWHERE, path + "/export", taking).status()).isEqualTo(404);
    var taken = desk.post(FIRST, path + "/export", taking);
    assertThat(taken.status()).isEqualTo(200);

    Path container = Files.write(folder.resolve("case.zip"), taken.bytes());
    SealedAnswer answer;
    try (CarriedCase carried = CarriedCase.open(container, key)) {
      assertThat(carried.said()).extracting(Said::text).containsExactly("таємниця");
      answer = carried.answer("чекаємо на вас", day(0));
    }
    byte[] file = answer.text().getBytes(StandardCharsets.UTF_8);
    assertThat(bring("sealed".getBytes(StandardCharsets.UTF_8)).body())
        .contains("intake.answer-wrong");
    assertThat(bring(new byte[SealedAnswer.LONGEST + 1]).body()).contains("intake.answer-wrong");
    assertThat(bring(file).location()).contains(path + "?done=intake.answer-brought");
    assertThat(bring(file).body()).contains("intake.answer-outdated");
    assertThat(said(opened)).extracting(Said::text).containsExactly("таємниця", "чекаємо на вас");

    Dropbox dropbox = desk.part(Dropbox.class);
    dropbox.deleteAll(dropbox.visit(opened.cookie().orElseThrow()).orElseThrow());
    assertThat(bring(file).body()).contains("intake.answer-to-nobody");
    assertThat(desk.post(FIRST, path + "/export", taking).status()).isEqualTo(404);
  }

  private static RunningDesk.Answer bring(byte[] file) {
    return desk.upload(FIRST, "/desk/intake/offline/answers", Map.of(), "answer", file);
  }

  private static LocalDate day(int from) {
    return LocalDate.now(Kyiv.ZONE).plusDays(from);
  }

  private static RunningDesk.Answer offline(Member by, String statement, Member officer) {
    return desk.post(
        by,
        "/desk/intake/keys/offline",
        Map.of("statement", statement, "officers", officer.actor()));
  }

  private static void sign(Member by, DeskKeyFile key) {
    String page =
        "href=\"/desk/intake/keys/%s/statement\"".formatted(key.statement().epoch().toString());
    certify(by, key.statement().desk(), page);
  }

  private static Member officer(int n, String agency) {
    return new Member(new StaffId(new UUID(9, n)), agency, Set.of(StaffRole.INTAKE_OFFICER));
  }

  private static void found(Member by, String code) {
    enrol(by);
    unlock(by, PHRASE);
    var made = desk.post(by, "/desk/intake/keys", Map.of("code", code, "until", inAYear()));
    certify(by, code, made.body());
    unlock(by, PHRASE);
  }

  private static String inAYear() {
    return Typed.day(LocalDate.now(Kyiv.ZONE).plusDays(300));
  }

  private static void enrol(Member member) {
    desk.post(
        member, "/desk/intake/key", Map.of("secret-passphrase", PHRASE, "secret-again", PHRASE));
  }

  private static RunningDesk.Answer unlock(Member member, String phrase) {
    return desk.post(member, "/desk/intake/unlock", Map.of("secret-passphrase", phrase));
  }

  /// What happens at the machine without a network.
  private static void certify(Member by, String code, String page) {
    String statement = desk.get(by, all(page, "href=\"([^\"]*/statement)\"").getFirst()).body();
    byte[] signature =
        RootKey.signer(desk.part(RootKey.Pair.class).privateText())
            .sign(DeskKeyStatement.parse(statement).orElseThrow());
    var taken =
        desk.post(
            by,
            "/desk/intake/keys/" + code + "/certificate",
            Map.of("certificate", Base64.getEncoder().encodeToString(signature)));
    assertThat(taken.status()).as(taken.body()).isEqualTo(303);
  }

  private static Map<String, String> member(Member member) {
    return Map.of("member", member.actor());
  }

  private static String path(UUID id) {
    return "/desk/intake/cases/" + id;
  }

  private static RunningDesk.Answer answer(Member by, UUID id, String text) {
    return answer(by, id, "send", "", text);
  }

  private static RunningDesk.Answer answer(
      Member by, UUID id, String what, String snippet, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("snippet", snippet);
    form.put("text", text);
    form.put("do", what);
    return desk.post(by, path(id) + "/answer", form);
  }

  private static Circumstances about(
      Audience audience, Urgency urgency, @Nullable LocalDate notBefore) {
    return new Circumstances(audience, urgency, notBefore, false, Language.UK, "test/1");
  }

  private static UUID send(Audience audience, Urgency urgency, String text) {
    return caseOf(submit(about(audience, urgency, null), text));
  }

  private static Opened submit(Circumstances about, String text, byte[]... files) {
    return submit("stopping", about, text, files);
  }

  private static Opened submit(String to, Circumstances about, String text, byte[]... files) {
    Dropbox dropbox = desk.part(Dropbox.class);
    try (Draft draft = dropbox.draft()) {
      for (byte[] file : files) {
        draft.add("IMG.bin", "application/octet-stream", new ByteArrayInputStream(file));
      }
      return dropbox.open(to, about, text, false, draft);
    }
  }

  private static UUID caseOf(Opened opened) {
    Dropbox dropbox = desk.part(Dropbox.class);
    return OpenedCase.idOf(dropbox.visit(opened.cookie().orElseThrow()).orElseThrow());
  }

  private static List<Said> said(Opened opened) {
    Dropbox dropbox = desk.part(Dropbox.class);
    return dropbox.read(dropbox.visit(opened.cookie().orElseThrow()).orElseThrow());
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setAuthor("Vyhadanets");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static List<String> all(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    return found.results().map(hit -> hit.group(1)).toList();
  }
}
