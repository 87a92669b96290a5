package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.intake.Inbox.TransferReason;
import svoi.intake.IntakeRefused.Reason;
import svoi.platform.Role;

class InboxIT extends AtAnInventedDesk {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theQueueIsSortedByUrgencyThenByTheFirstDayThenByAudience() {
    LocalDate today = desk.today();
    open(Audience.LEAVING, Urgency.NONE, null);
    open(Audience.STOPPING, Urgency.NONE, today.plusDays(3));
    open(Audience.STOPPING, Urgency.NONE, null);
    open(Audience.RECRUITED, Urgency.HOURS, null);
    open(Audience.AROUND, Urgency.DAYS, null);

    List<Waiting> queue = queue();

    assertThat(queue)
        .extracting(w -> w.about().audience())
        .containsExactly(
            Audience.RECRUITED,
            Audience.AROUND,
            Audience.STOPPING,
            Audience.LEAVING,
            Audience.STOPPING);
    assertThat(queue.getLast().about().notBefore()).isEqualTo(today.plusDays(3));
  }

  @Test
  void whoWasAnsweredWaitsBehindThoseWhoWereNot() {
    UUID first = open(Audience.STOPPING, Urgency.HOURS, null);
    UUID second = open(Audience.STOPPING, Urgency.NONE, null);
    desk.answer(first, "відповідь");

    assertThat(queue()).extracting(Waiting::id).containsExactly(second, first);
    assertThat(queue()).extracting(Waiting::unanswered).containsExactly(true, false);
  }

  @Test
  void theDeskMayFindACaseMoreUrgentThanTheSourceDid() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);

    desk.inbox.triage(desk.unlocked, id, Urgency.HOURS);

    assertThat(queue().getFirst().about().urgency()).isEqualTo(Urgency.HOURS);
  }

  @Test
  void nobodyIsAnsweredBeforeTheDayTheyNamed() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, desk.today().plusDays(1));

    assertRefused(() -> desk.answer(id, "рано"), Reason.TOO_EARLY);
    desk.database.moveClock(DAY);
    desk.answer(id, "вчасно");

    assertThat(desk.inbox.read(desk.unlocked, id).said()).hasSize(2);
  }

  @Test
  void whoHasNoKeyOfTheDeskReadsNothing() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    UUID stranger = UUID.randomUUID();
    Unlocked without = desk.unlock(stranger, desk.enrol(stranger));

    assertThat(desk.inbox.queue(without, InventedDesk.DESK)).isEmpty();
    assertRefused(() -> desk.inbox.read(without, id), Reason.GONE);
  }

  @Test
  void aSealThatWasTakenAwayCountsAtOnceForWhoIsUnlocked() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    desk.database.superuser().sql("DELETE FROM intake.desk_member_wrap").update();

    assertThat(queue()).isEmpty();
    assertRefused(() -> desk.inbox.read(desk.unlocked, id), Reason.GONE);
  }

  @Test
  void anotherDeskReadsACaseOnceItWasGivenToIt() {
    UUID other = UUID.randomUUID();
    KeyPair key = desk.enrol(other);
    desk.found("leaving", other);
    Unlocked receiver = desk.unlock(other, key);
    Opened opened = desk.open(InventedDesk.about(), "помилка адресою", true, "файл");
    UUID id = queue().getFirst().id();

    desk.inbox.transfer(
        desk.unlocked, id, "leaving", TransferReason.OTHER_AUDIENCE, "Передано іншим.");

    assertThat(queue()).isEmpty();
    assertRefused(() -> desk.inbox.read(desk.unlocked, id), Reason.GONE);
    Waiting waiting = desk.inbox.queue(receiver, "leaving").getFirst();
    List<Said> said = desk.inbox.read(receiver, waiting.id()).said();
    assertThat(said).extracting(Said::text).containsExactly("помилка адресою", "Передано іншим.");
    assertThat(desk.dropbox.read(desk.visit(opened))).hasSize(2);
    assertThat(
            InventedDesk.text(
                desk.inbox.open(receiver, id, said.getFirst().files().getFirst().id())))
        .isEqualTo("файл");
  }

  @Test
  void aRowThatWasMovedIsFound() {
    open(Audience.STOPPING, Urgency.NONE, null);
    UUID id = queue().getFirst().id();
    desk.answer(id, "відповідь");
    for (String move :
        List.of(
            "UPDATE intake.message SET direction = 'in' WHERE direction = 'out'",
            "UPDATE intake.message SET direction = 'out' WHERE direction = 'in'",
            "UPDATE intake.message SET seq = 9 WHERE direction = 'out'",
            "UPDATE intake.message SET seq = 9 WHERE direction = 'in'",
            "DELETE FROM intake.message WHERE direction = 'in'",
            "UPDATE intake.message SET body = set_byte(body, 40, 1 # get_byte(body, 40))")) {
      desk.database
          .superuser()
          .sql("CREATE TABLE intake.kept AS SELECT * FROM intake.message")
          .update();
      forge(move);
      assertThatThrownBy(() -> desk.inbox.read(desk.unlocked, id)).isInstanceOf(Damaged.class);
      desk.database
          .superuser()
          .sql(
              """
              DELETE FROM intake.message;
              INSERT INTO intake.message SELECT * FROM intake.kept; DROP TABLE intake.kept
              """)
          .update();
    }
    assertThat(desk.inbox.read(desk.unlocked, id).said()).hasSize(2);
  }

  @Test
  void anAnswerThatIsNoiseHidesNothingElseAndNobodyAgreesToIt() {
    Opened opened = desk.open(InventedDesk.about(), "перше", false, "доказ");
    UUID id = desk.visit(opened).caseId();
    desk.answer(id, "відповідь");
    desk.reply(desk.visit(opened), "так, Зразкова");
    forge(
        "UPDATE intake.message SET body = set_byte(body, 40, 1 # get_byte(body, 40)) WHERE seq = 2 AND case_id = ?",
        id);

    assertThat(desk.inbox.read(desk.unlocked, id).said())
        .extracting(Said::readable, Said::text)
        .containsExactly(tuple(true, "перше"), tuple(false, ""), tuple(true, "так, Зразкова"));
    assertRefused(
        () -> desk.referrals.refer(desk.unlocked, id, "центр", "слова", 3), Reason.NOT_AGREED);
    var _ = desk.colleague();
    desk.vaults.put(desk.unlocked, id, "Зразкова");
    assertThat(desk.dropbox.read(desk.visit(opened)))
        .extracting(Said::text)
        .containsExactly("перше", "", "так, " + Mask.MARK);
  }

  @Test
  void anAnswerWithFilesThatDoesNotOpenIsDamage() {
    UUID id = desk.visit(desk.open("перше")).caseId();
    desk.answer(id, "відповідь", "памʼятка");
    forge(
        "UPDATE intake.message SET body = set_byte(body, 40, 1 # get_byte(body, 40)) WHERE seq = 2 AND case_id = ?",
        id);

    assertThatThrownBy(() -> desk.inbox.read(desk.unlocked, id)).isInstanceOf(Damaged.class);
  }

  @Test
  void aRowOfAnotherCaseOrTheKeyOfAnotherDeskIsFound() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    UUID other = open(Audience.AROUND, Urgency.NONE, null);
    forge(
        "UPDATE intake.message SET body = (SELECT body FROM intake.message WHERE case_id = ?) WHERE case_id = ?",
        other,
        id);
    assertThatThrownBy(() -> desk.inbox.read(desk.unlocked, id)).isInstanceOf(Damaged.class);

    forge(
        "UPDATE intake.intake_case SET ck_desk = (SELECT ck_desk FROM intake.intake_case WHERE id = ?) WHERE id = ?",
        other,
        id);
    assertThatThrownBy(() -> desk.inbox.read(desk.unlocked, id)).isInstanceOf(Damaged.class);
  }

  @Test
  void aCaseIsErasedOnItsDayAndAWordOfTheSourceGivesItNewOnes() {
    Opened opened = desk.open("перше");
    desk.database.moveClock(DAY.minusHours(2));
    Visit back = desk.comeBack(opened.receipt());
    LocalDate before = queue().getFirst().deleteAfter();
    desk.database.moveClock(DAY);
    if (desk.today().isBefore(before)) {
      desk.reply(back, "друге");
    } else {
      desk.reply(desk.comeBack(opened.receipt()), "друге");
    }
    assertThat(queue().getFirst().deleteAfter()).isEqualTo(desk.today().plusDays(1));
    assertThat(desk.retention.eraseDue()).isZero();

    desk.database.moveClock(DAY.multipliedBy(3));
    assertThat(desk.retention.eraseDue()).isEqualTo(2);

    assertThat(queue()).isEmpty();
    assertThat(desk.dropbox.signIn(opened.receipt())).isEmpty();
    assertThat(desk.store.erasure().all()).isEmpty();
    assertThat(desk.retention.check().isClean()).isTrue();
  }

  @Test
  void aRealInstallationKeepsNinetyDaysAndThirtyAfterClosing() {
    desk.database
        .superuser()
        .sql(
            """
            ALTER TABLE platform.installation DISABLE TRIGGER ALL;
            UPDATE platform.installation SET kind = 'real'
            """)
        .update();
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    assertThat(queue().getFirst().deleteAfter()).isEqualTo(desk.today().plusDays(90));

    desk.inbox.close(desk.unlocked, id);

    assertThat(queue().getFirst().deleteAfter()).isEqualTo(desk.today().plusDays(30));
    assertThat(queue().getFirst().open()).isFalse();
    desk.answer(id, "відповідь");
    assertThat(queue().getFirst().deleteAfter()).isEqualTo(desk.today().plusDays(90));
  }

  @Test
  void twoPersonsKeepACasePastItsDayAndOnlyUntilTheEnd() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    UUID colleague = UUID.randomUUID();
    KeyPair key = desk.enrol(colleague);
    desk.deskKeys.proposeGrant(UUID.randomUUID(), InventedDesk.DESK, colleague);
    desk.deskKeys.grant(desk.unlocked, InventedDesk.DESK, colleague);
    Unlocked second = desk.unlock(colleague, key);
    LocalDate until = desk.today().plusDays(10);

    assertRefused(
        () -> desk.inbox.askHold(desk.unlocked, id, "п. 1", desk.today().plusDays(400)),
        Reason.HOLD_WITHOUT_END);
    desk.inbox.askHold(desk.unlocked, id, "ст. 1 закону", until);
    assertRefused(() -> desk.inbox.askHold(second, id, "інша", until), Reason.ALREADY_DONE);
    assertRefused(() -> desk.inbox.confirmHold(desk.unlocked, id), Reason.SAME_PERSON);
    desk.inbox.confirmHold(second, id);

    desk.database.moveClock(DAY.multipliedBy(9));
    assertThat(desk.retention.eraseDue()).isZero();
    assertThat(desk.inbox.read(second, id).hold().orElseThrow().basis()).isEqualTo("ст. 1 закону");
    desk.database.moveClock(DAY.multipliedBy(11));
    assertThat(desk.retention.eraseDue()).isEqualTo(2);
  }

  @Test
  void aHoldThatIsAgreedToWhileTheErasureRunsStopsIt() throws InterruptedException {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    desk.inbox.askHold(desk.unlocked, id, "ст. 1", desk.today().plusDays(10));
    desk.database.moveClock(DAY.multipliedBy(2));
    Thread erasing = new Thread(desk.retention::eraseDue);

    desk.database
        .as(Role.DESK)
        .inTransaction(
            () -> {
              JdbcClient jdbc = desk.database.as(Role.DESK).jdbc();
              jdbc.sql("SELECT id FROM intake.intake_case FOR UPDATE").query().listOfRows();
              erasing.start();
              awaitOneThatWaits();
              jdbc.sql("UPDATE intake.hold SET confirmed_by = gen_random_uuid()").update();
              return true;
            });
    erasing.join();

    assertThat(desk.inbox.read(desk.unlocked, id).said()).hasSize(1);
  }

  private void awaitOneThatWaits() {
    String waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    while (desk.database.superuser().sql(waiting).query(Long.class).single() == 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoGivesACaseAwaySecondTakesItFromNobody() throws Exception {
    Opened opened = desk.open("помилка адресою");
    UUID id = desk.visit(opened).caseId();
    UUID there = UUID.randomUUID();
    KeyPair key = desk.enrol(there);
    desk.found("around", there);
    UUID elsewhere = UUID.randomUUID();
    desk.enrol(elsewhere);
    desk.found("leaving", elsewhere);
    FutureTask<Void> second =
        new FutureTask<>(
            () -> {
              assertRefused(() -> transfer(desk.inbox, id, "leaving"), Reason.GONE);
              return null;
            });

    desk.database
        .as(Role.DESK)
        .inTransaction(
            () -> {
              JdbcClient jdbc = desk.database.as(Role.DESK).jdbc();
              jdbc.sql("SELECT id FROM intake.intake_case FOR UPDATE").query().listOfRows();
              new Thread(second).start();
              awaitOneThatWaits();
              transfer(desk.inbox, id, "around");
              return true;
            });
    second.get();

    try (Unlocked unlocked = desk.unlock(there, key)) {
      assertThat(desk.inbox.queue(unlocked, "around")).extracting(Waiting::id).contains(id);
    }
  }

  @Test
  void aCaseWhoseOtherThreadWasErasedIsHeldAndGivenAwayLikeAnyOther() {
    Opened opened = desk.open(InventedDesk.about(), "слова", true);
    desk.dropbox.deleteAll(desk.comeBack(opened.duress().orElseThrow()));
    UUID id = desk.visit(opened).caseId();
    UUID there = UUID.randomUUID();
    KeyPair key = desk.enrol(there);
    desk.found("around", there);

    Unlocked colleague = desk.colleague();
    desk.inbox.askHold(desk.unlocked, id, "ст. 1", desk.today().plusDays(10));
    desk.inbox.confirmHold(colleague, id);
    transfer(desk.inbox, id, "around");

    try (Unlocked unlocked = desk.unlock(there, key)) {
      assertThat(desk.inbox.read(unlocked, id).hold()).isPresent();
    }
  }

  private void transfer(Inbox inbox, UUID id, String to) {
    inbox.transfer(desk.unlocked, id, to, Inbox.TransferReason.OTHER_AUDIENCE, "Передано.");
  }

  @Test
  void oneCaseThatIsDamagedHidesNoOther() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    open(Audience.STOPPING, Urgency.NONE, null);
    forge(
        "UPDATE intake.intake_case SET card = set_byte(card, 40, 1 # get_byte(card, 40)) WHERE id = ?",
        id);

    Inbox.Queue queue = desk.inbox.whole(desk.unlocked, InventedDesk.DESK);

    assertThat(queue.waiting()).hasSize(1);
    assertThat(queue.damaged()).isEqualTo(1);
    assertThatThrownBy(() -> desk.inbox.read(desk.unlocked, id)).isInstanceOf(Damaged.class);
  }

  @Test
  void aFileOfTheVolumeItselfInTheStoresIsLeftAlone() throws IOException {
    open(Audience.STOPPING, Urgency.NONE, null);
    Files.createDirectory(folder.resolve("erasure").resolve("lost+found"));
    Files.createDirectories(folder.resolve("blobs").resolve("lost+found"));

    assertThat(desk.retention.check().isClean()).isTrue();

    assertThat(folder.resolve("erasure").resolve("lost+found")).exists();
  }

  @Test
  void oneAloneKeepsNothing() {
    UUID id = open(Audience.STOPPING, Urgency.NONE, null);
    desk.inbox.askHold(desk.unlocked, id, "ст. 1", desk.today().plusDays(10));
    assertThatThrownBy(() -> forge("UPDATE intake.hold SET confirmed_by = asked_by"))
        .hasMessageContaining("hold_needs_two_persons");

    desk.database.moveClock(DAY.multipliedBy(2));

    assertThat(desk.retention.eraseDue()).isEqualTo(2);
  }

  @Test
  void anErasureThatBrokeOffIsFinished() {
    UUID id = desk.inbox.read(desk.unlocked, openWithFile()).about().id();
    UUID orphan = UUID.randomUUID();
    desk.store.erasure().erase(id);
    desk.store.erasure().make(orphan);

    Retention.Checked checked = desk.retention.check();

    assertThat(checked).isEqualTo(new Retention.Checked(1, 1, 1, 0));
    assertThat(desk.retention.check().isClean()).isTrue();
    assertThat(queue()).isEmpty();
  }

  @Test
  void whatWasAgreedIsReadBackAndCountedOnlyWhenThereAreFive() {
    YearMonth month = YearMonth.of(2026, 9);
    for (int i = 0; i < 5; i++) {
      UUID id = open(Audience.STOPPING, Urgency.NONE, null);
      Agreed agreed =
          new Agreed(
              "111-3", "умови", "слідчий", "доручення", "був", Agreed.Outcome.STOPPED, month);
      desk.inbox.agree(desk.unlocked, id, agreed);
      assertThat(desk.inbox.read(desk.unlocked, id).agreed()).contains(agreed);
      assertThat(desk.figures.stopped(desk.unlocked, InventedDesk.DESK).get(month))
          .isEqualTo(i < 4 ? OptionalInt.empty() : OptionalInt.of(5));
    }
  }

  @Test
  void weeklyCountsUnderFiveAreNeverTold() {
    for (int i = 0; i < 5; i++) {
      open(Audience.STOPPING, Urgency.NONE, null);
    }
    open(Audience.AROUND, Urgency.NONE, null);

    assertThat(desk.figures.weekly(desk.unlocked, InventedDesk.DESK).values())
        .containsExactly(OptionalInt.of(5), OptionalInt.empty());
    desk.database.moveClock(DAY.multipliedBy(7));
    desk.figures.keepWeekly(desk.unlocked, InventedDesk.DESK);
    assertThat(
            desk.database
                .superuser()
                .sql("SELECT audience || cases FROM intake.weekly_count")
                .query()
                .singleColumn())
        .isEqualTo(List.of("stopping5"));
  }

  @Test
  void whatStaffReadAndDidIsInTheLogUnderAPseudonymAndNoVisitOfASourceIs() {
    Opened opened = desk.open("секретний текст");
    UUID id = queue().getFirst().id();
    desk.inbox.read(desk.unlocked, id);
    desk.answer(id, "відповідь");
    Visit back = desk.comeBack(opened.receipt());
    desk.dropbox.read(back);
    desk.reply(back, "ще");
    desk.dropbox.deleteAll(back);

    List<String> log =
        desk.database
            .as(Role.DESK)
            .jdbc()
            .sql(
                """
                SELECT actor || ' ' || action || ' ' || array_to_string(subjects, ',') || ' ' || detail
                FROM audit.v_entry ORDER BY seq
                """)
            .query(String.class)
            .list();

    assertThat(log)
        .extracting(line -> line.split(" ", 3)[1])
        .containsExactly(
            "intake.new-epoch",
            "intake.certify",
            "intake.unlock",
            "intake.queue",
            "intake.read",
            "intake.answer");
    assertThat(log).allMatch(line -> line.startsWith(desk.officer.toString()));
    assertThat(String.join("\n", log)).doesNotContain(id.toString()).doesNotContain("секретний");
    String name = new Pseudonym(desk.secrets).of(id).toString();
    assertThat(log.getLast()).contains(name);
    assertThat(desk.audit.verify().brokenAt()).isEmpty();
  }

  private UUID open(
      Audience audience, Urgency urgency, @org.jspecify.annotations.Nullable LocalDate notBefore) {
    Opened opened = desk.open(InventedDesk.about(audience, urgency, notBefore), "text", false);
    return desk.visit(opened).caseId();
  }

  private UUID openWithFile() {
    return desk.visit(desk.open(InventedDesk.about(), "text", false, "файл")).caseId();
  }

  private List<Waiting> queue() {
    return desk.inbox.queue(desk.unlocked, InventedDesk.DESK);
  }

  /// As who owns the server and needs no trigger's leave.
  private void forge(String sql, Object... parameters) {
    desk.database
        .superuser()
        .sql("SET session_replication_role = replica; " + sql + "; RESET session_replication_role")
        .params(List.of(parameters))
        .update();
  }
}
