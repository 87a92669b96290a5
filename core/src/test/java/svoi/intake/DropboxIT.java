package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import svoi.intake.Receipt.TwoWords;
import svoi.platform.Language;
import svoi.platform.Role;

class DropboxIT extends AtAnInventedDesk {
  @Test
  void whatWasSentIsReadByTheDeskAndTheAnswerByTheSource() {
    Opened opened = desk.open(InventedDesk.about(), "перше", false, "фото", "план");
    Waiting waiting = desk.inbox.queue(desk.unlocked, InventedDesk.DESK).getFirst();
    Said first = desk.inbox.read(desk.unlocked, waiting.id()).said().getFirst();
    assertThat(first.text()).isEqualTo("перше");
    assertThat(first.files()).extracting(Said.SentFile::name).contains("фото.txt", "план.txt");
    UUID file = first.files().getFirst().id();
    assertThat(InventedDesk.text(desk.inbox.open(desk.unlocked, waiting.id(), file)) + ".txt")
        .isEqualTo(first.files().getFirst().name());

    desk.answer(waiting.id(), "відповідь", "памʼятка");
    Visit back = desk.comeBack(opened.receipt());
    List<Said> thread = desk.dropbox.read(back);
    assertThat(thread).extracting(Said::text).containsExactly("перше", "відповідь");
    UUID answer = thread.get(1).files().getFirst().id();
    assertThat(InventedDesk.text(desk.dropbox.open(back, answer))).isEqualTo("памʼятка");

    desk.reply(back, "друге", "ще");
    assertThat(desk.inbox.read(desk.unlocked, waiting.id()).said())
        .extracting(Said::bySource)
        .containsExactly(true, false, true);
  }

  @Test
  void whatTheSourceSentDoesNotComeOutByTheReceipt() {
    Visit visit = desk.visit(desk.open(InventedDesk.about(), "", false, "доказ"));
    UUID own = desk.dropbox.read(visit).getFirst().files().getFirst().id();

    assertRefused(() -> desk.dropbox.open(visit, own), IntakeRefused.Reason.GONE);
  }

  @Test
  void aReceiptThatIsNotOursOpensNothingAndLeavesTheSameTraces() {
    desk.open("text");
    long before = sessions();

    assertThat(desk.dropbox.signIn(Receipt.random())).isEmpty();

    assertThat(sessions()).isEqualTo(before + 1);
  }

  @Test
  void aSessionEndsTwentyMinutesAfterTheLastPage() {
    String cookie = desk.open("text").cookie().orElseThrow();
    desk.database.moveClock(Duration.ofMinutes(19));
    assertThat(desk.dropbox.visit(cookie)).isPresent();
    desk.database.moveClock(Duration.ofMinutes(38));
    assertThat(desk.dropbox.visit(cookie)).isPresent();
    desk.database.moveClock(Duration.ofMinutes(59));

    assertThat(desk.dropbox.visit(cookie)).isEmpty();
  }

  @Test
  void aSessionEndsWhenTheSourceLeaves() {
    String cookie = desk.open("text").cookie().orElseThrow();

    desk.dropbox.leave(cookie);

    assertThat(desk.dropbox.visit(cookie)).isEmpty();
    assertThat(desk.dropbox.visit("no cookie")).isEmpty();
    assertThat(desk.dropbox.visit("")).isEmpty();
  }

  @Test
  void theReceiptIsRememberedUntilTwoOfItsWordsWereTyped() {
    Opened opened = desk.open("text");
    String cookie = opened.cookie().orElseThrow();
    List<String> words = opened.receipt().words(Language.UK);
    TwoWords asked = new TwoWords(3, 7);

    assertThat(desk.visit(opened).unconfirmed()).contains(opened.receipt());
    assertThat(desk.dropbox.confirm(cookie, asked, Language.UK, words.get(2), "ні")).isFalse();
    assertThat(desk.visit(opened).unconfirmed()).isPresent();
    assertThat(desk.dropbox.confirm(cookie, asked, Language.UK, words.get(2), words.get(6)))
        .isTrue();
    assertThat(desk.visit(opened).unconfirmed()).isEmpty();
    assertThat(desk.dropbox.read(desk.visit(opened))).hasSize(1);
  }

  @Test
  void theReceiptUnderDuressOpensAnEmptyThreadAndTheDeskLearnsWhenSomebodyWritesThere() {
    Opened opened = desk.open(InventedDesk.about(), "секрет", true);
    Visit forced = desk.comeBack(opened.duress().orElseThrow());
    assertThat(desk.dropbox.read(forced)).isEmpty();
    assertThat(desk.inbox.queue(desk.unlocked, InventedDesk.DESK)).hasSize(1);

    desk.reply(forced, "усе гаразд");

    List<Waiting> queue = desk.inbox.queue(desk.unlocked, InventedDesk.DESK);
    assertThat(queue).hasSize(2);
    assertThat(queue.getFirst().underDuress()).isTrue();
    assertThat(desk.inbox.read(desk.unlocked, queue.getFirst().id()).twin())
        .contains(queue.get(1).id());
    assertThat(desk.dropbox.read(forced)).extracting(Said::text).containsExactly("усе гаразд");
  }

  @Test
  void theDatabaseDoesNotTellWhichThreadOfAPairIsTheInnocentOne() {
    desk.open(InventedDesk.about(), "довгий текст ".repeat(60), true);
    desk.open(InventedDesk.about(), "короткий", false);

    String sizes =
        """
        SELECT count(DISTINCT (length(c.card), length(c.ck_desk), length(c.ck_source), c.state,
                               c.delete_after, length(a.private_key))) || '/' || count(*)
        FROM intake.intake_case c JOIN intake.source_access a ON a.case_id = c.id
        """;
    assertThat(one(sizes)).isEqualTo("1/4");
    assertThat(one("SELECT count(DISTINCT length(body)) || '/' || count(*) FROM intake.message"))
        .isEqualTo("2/4");
  }

  @Test
  void theOrderOnTheDiskDoesNotTellWhichThreadOfAPairIsTheInnocentOne() {
    Set<UUID> real = new HashSet<>();
    for (int i = 0; i < 24; i++) {
      real.add(desk.visit(desk.open("слова")).caseId());
    }

    for (String table : List.of("intake_case", "source_access", "message")) {
      String column = table.equals("intake_case") ? "id" : "case_id";
      List<UUID> ordered =
          desk.database
              .superuser()
              .sql("SELECT %s FROM intake.%s ORDER BY ctid".formatted(column, table))
              .query(UUID.class)
              .list();
      long first = IntStream.range(0, 24).filter(i -> real.contains(ordered.get(2 * i))).count();
      assertThat(first).as(table + ": the first of the pair").isBetween(1L, 23L);
    }
  }

  @Test
  void theDayThatTheInnocentThreadNamesDoesNotMoveWhileSomebodyWritesInTheOther() {
    Opened opened = desk.open(InventedDesk.about(), "секрет", true);
    Visit forced = desk.comeBack(opened.duress().orElseThrow());
    LocalDate before = desk.dropbox.standing(forced).erasedOn();

    desk.database
        .superuser()
        .sql("UPDATE intake.intake_case SET delete_after = delete_after + 30")
        .update();

    assertThat(desk.dropbox.standing(forced).erasedOn()).isEqualTo(before);
    assertThat(desk.dropbox.standing(desk.visit(opened)).erasedOn()).isEqualTo(before.plusDays(30));
    desk.database.moveClock(Duration.ofDays(5));
    Visit again = desk.comeBack(opened.duress().orElseThrow());
    assertThat(desk.dropbox.standing(again).erasedOn()).isAfter(desk.today());
    desk.reply(again, "усе гаразд");
    assertThat(desk.dropbox.standing(again).erasedOn()).isEqualTo(desk.dropbox.keptUntil());
  }

  @Test
  void aThreadGrowsOnlyAsLongAsAPageCanBeAndTheDeskCanStillAnswer() {
    Opened opened = desk.open("перше");
    Visit visit = desk.visit(opened);
    desk.database
        .superuser()
        .sql(
            """
            INSERT INTO intake.message (case_id, seq, direction, body)
            SELECT case_id, n, direction, body FROM intake.message, generate_series(2, ?) n
            WHERE case_id = ?
            """)
        .params(Threads.MOST_MESSAGES, visit.caseId())
        .update();

    assertRefused(() -> desk.reply(visit, "ще"), IntakeRefused.Reason.THREAD_FULL);
    desk.answer(visit.caseId(), "відповідь");
  }

  @Test
  void aThreadTakesSoManyLongMessagesAndNoMore() {
    Opened opened = desk.open("перше");
    String longest = "ї".repeat(Threads.LONGEST_TEXT / 2 - 2);
    int taken = Threads.LONGEST_THREAD / Threads.LONGEST_TEXT - 1;
    for (int i = 0; i < taken; i++) {
      desk.reply(desk.visit(opened), longest);
    }

    assertRefused(() -> desk.reply(desk.visit(opened), longest), IntakeRefused.Reason.THREAD_FULL);
    desk.reply(desk.visit(opened), "коротко");
  }

  @Test
  void deletingLeavesNothingOfEitherThread() {
    Opened opened = desk.open(InventedDesk.about(), "text", true, "файл");
    desk.open("another");
    desk.dropbox.deleteAll(desk.visit(opened));

    assertThat(one("SELECT count(*) FROM intake.intake_case")).isEqualTo("2");
    assertThat(one("SELECT count(*) FROM intake.source_access")).isEqualTo("2");
    assertThat(one("SELECT count(*) FROM intake.attachment")).isEqualTo("0");
    assertThat(files("blobs")).isEmpty();
    assertThat(desk.dropbox.signIn(opened.receipt())).isEmpty();
    assertThat(desk.dropbox.visit(opened.cookie().orElseThrow())).isEmpty();
    assertThat(desk.retention.check().isClean()).isTrue();
  }

  @Test
  void fromTheThreadUnderDuressOnlyThatThreadIsDeleted() {
    Opened opened = desk.open(InventedDesk.about(), "text", true);

    desk.dropbox.deleteAll(desk.comeBack(opened.duress().orElseThrow()));

    assertThat(desk.dropbox.read(desk.visit(opened))).hasSize(1);
  }

  @Test
  void nothingIsLostWhenManyWriteAtOnceAndTwoOfThemIntoOneThread() throws Exception {
    Opened opened = desk.open("перше");
    List<Callable<Opened>> writers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String text = "повідомлення " + i;
      writers.add(() -> desk.open(InventedDesk.about(), text, false, text));
      writers.add(
          () -> {
            desk.reply(desk.visit(opened), text, text);
            return opened;
          });
    }
    List<Receipt> receipts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Opened> written : threads.invokeAll(writers)) {
        receipts.add(written.get().receipt());
      }
    }

    assertThat(desk.dropbox.read(desk.visit(opened))).hasSize(7);
    assertThat(receipts.stream().distinct()).hasSize(7);
    assertThat(desk.inbox.queue(desk.unlocked, InventedDesk.DESK)).hasSize(7);
    assertThat(desk.retention.check().isClean()).isTrue();
  }

  @Test
  void emptyTooLongOrTooManyIsRefusedAndNothingIsKept() {
    assertRefused(() -> desk.open("  \n "), IntakeRefused.Reason.NOTHING_SENT);
    assertRefused(() -> desk.open("ї".repeat(32_769)), IntakeRefused.Reason.TEXT_TOO_LONG);
    String[] many = new String[Draft.MOST_FILES + 1];
    java.util.Arrays.fill(many, "x");
    assertRefused(
        () -> desk.open(InventedDesk.about(), "text", false, many),
        IntakeRefused.Reason.TOO_MANY_FILES);

    assertNothingKept();
  }

  @Test
  void withoutADeskOfACertifiedKeyNothingIsTaken() {
    try (Draft draft = desk.dropbox.draft()) {
      assertUnavailable(
          () -> desk.dropbox.open("no-desk", InventedDesk.about(), "text", false, draft),
          IntakeUnavailable.Reason.NO_DESK);
    }
    forge(
        "UPDATE intake.desk_epoch SET certificate = set_byte(certificate, 9, 1 # get_byte(certificate, 9))");
    assertUnavailable(() -> desk.open("text"), IntakeUnavailable.Reason.NO_DESK);
    assertNothingKept();
  }

  @Test
  void itIsKnownBeforehandWhetherADeskTakesMessagesAndHowLongTheyAreKept() {
    assertThat(desk.dropbox.takes(InventedDesk.DESK)).isTrue();
    assertThat(desk.dropbox.takes("no-desk")).isFalse();
    assertThat(desk.dropbox.keptUntil())
        .as("in a demo: 24 hours")
        .isEqualTo(desk.today().plusDays(1));
  }

  @Test
  void aKeyThatSomebodyPutIntoTheDatabaseGetsNoMessage() {
    KeyPair forged = KeyPair.generate();
    desk.database
        .superuser()
        .sql("UPDATE intake.desk_epoch SET public_key = ?")
        .param(forged.publicKey())
        .update();

    assertUnavailable(() -> desk.open("text"), IntakeUnavailable.Reason.NO_DESK);
  }

  @Test
  void whenTheDatabaseBreaksInTheMiddleNothingIsKept() {
    forge(
        """
        CREATE FUNCTION intake.broken() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$;
        CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON intake.attachment
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION intake.broken()
        """);

    assertUnavailable(
        () -> desk.open(InventedDesk.about(), "text", false, "файл"),
        IntakeUnavailable.Reason.DATABASE);

    assertThat(one("SELECT count(*) FROM intake.intake_case")).isEqualTo("0");
    assertThat(desk.store.erasure().all()).isEmpty();
    desk.retention.check();
    assertThat(files("blobs")).isEmpty();
    assertThat(desk.retention.check().isClean()).isTrue();
  }

  @Test
  void whenTheDiskTakesNoErasureKeyNothingIsKept() throws IOException {
    Opened before = desk.open("before");
    Path erasure = folder.resolve("erasure");
    Path gone = folder.resolve("gone");
    Files.move(erasure, gone);
    Files.writeString(erasure, "no folder");

    assertUnavailable(() -> desk.open("text"), IntakeUnavailable.Reason.DISK);
    assertUnavailable(() -> desk.dropbox.signIn(before.receipt()), IntakeUnavailable.Reason.DISK);

    Files.delete(erasure);
    Files.move(gone, erasure);
    assertThat(one("SELECT count(*) FROM intake.intake_case")).isEqualTo("2");
    assertThat(desk.retention.check().isClean()).isTrue();
  }

  @Test
  void anotherFolderOfErasureKeysIsNoticedAndNothingIsErased() {
    desk.open("text");
    IntakeStore other = new IntakeStore(folder.resolve("blobs"), folder.resolve("empty"));
    Retention retention = new Retention(desk.database.as(Role.DESK), other, desk.audit);

    assertUnavailable(retention::check, IntakeUnavailable.Reason.ERASURE_STORE);
    assertUnavailable(retention::eraseDue, IntakeUnavailable.Reason.ERASURE_STORE);
    assertThat(one("SELECT count(*) FROM intake.intake_case")).isEqualTo("2");
  }

  @Test
  void theDoorListsNothingAndReadsNothingItDoesNotKnow() {
    desk.open("text");
    for (String sql :
        List.of(
            "SELECT count(*) FROM intake.intake_case",
            "SELECT count(*) FROM intake.message",
            "SELECT count(*) FROM intake.attachment",
            "SELECT count(*) FROM intake.source_access",
            "SELECT count(*) FROM intake.staff_key",
            "SELECT count(*) FROM intake.desk_member_wrap",
            "DELETE FROM intake.intake_case",
            "UPDATE intake.desk_epoch SET certificate = NULL")) {
      assertDenied(Role.CONTACT, sql);
    }
    for (String sql :
        List.of(
            "SELECT count(*) FROM intake.intake_session",
            "SELECT count(*) FROM intake.source_access",
            "SELECT count(*) FROM intake.knock(decode(repeat('00', 32), 'hex'))",
            "DELETE FROM intake.intake_case",
            "UPDATE intake.message SET body = ''",
            "UPDATE intake.desk_epoch SET public_key = public_key")) {
      assertDenied(Role.DESK, sql);
    }
    for (String sql :
        List.of(
            "SELECT count(*) FROM intake.desk",
            "SELECT count(*) FROM intake.intake_case",
            "SELECT intake.days_kept(true)")) {
      assertDenied(Role.SITE, sql);
    }
  }

  private void assertNothingKept() {
    assertThat(one("SELECT count(*) FROM intake.intake_case")).isEqualTo("0");
    assertThat(desk.store.erasure().all()).isEmpty();
    assertThat(files("blobs")).isEmpty();
  }

  private void assertDenied(Role role, String sql) {
    assertThatThrownBy(() -> desk.database.as(role).jdbc().sql(sql).query().listOfRows())
        .as(role + ": " + sql)
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private static void assertUnavailable(ThrowingCallable call, IntakeUnavailable.Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            IntakeUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private long sessions() {
    return Long.parseLong(one("SELECT count(*) FROM intake.intake_session"));
  }

  private String one(String sql) {
    return String.valueOf(desk.database.superuser().sql(sql).query().singleValue());
  }

  private void forge(String sql) {
    desk.database.superuser().sql(sql).update();
  }

  private List<Path> files(String name) {
    if (!Files.exists(folder.resolve(name))) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder.resolve(name))) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
