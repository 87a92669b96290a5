package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.intake.Inbox.TransferReason;
import svoi.intake.IntakeRefused.Reason;
import svoi.platform.Role;

class VaultsIT extends AtAnInventedDesk {
  private static final Duration HOUR = Duration.ofHours(1);

  private Unlocked first;
  private Opened opened;
  private UUID id;

  @BeforeEach
  void begin() {
    first = desk.unlocked;
    opened = desk.open("Мене звати Назар  Вигаданець, телефон 050 000 00 00. НАЗАР ВИГАДАНЕЦЬ.");
    id = desk.visit(opened).caseId();
  }

  @Test
  void whatNamesTheSourceLeavesTheConversationAndTwoTogetherReadIt() {
    Unlocked second = desk.colleague();
    desk.vaults.put(first, id, "Назар Вигаданець\n050 000 00 00");

    String mark = Mask.MARK;
    assertThat(desk.inbox.read(first, id).said().getFirst().text())
        .isEqualTo("Мене звати " + mark + ", телефон " + mark + ". " + mark + ".");
    assertThat(desk.dropbox.read(desk.visit(opened)).getFirst().text()).doesNotContain("Вигада");
    assertThat(desk.dropbox.standing(desk.visit(opened)).apart()).isTrue();

    desk.vaults.ask(first, id, "загроза життю");
    assertThat(desk.vaults.asked(second, InventedDesk.DESK)).containsExactly(id);
    assertThat(desk.vaults.asked(first, InventedDesk.DESK)).isEmpty();
    assertThat(desk.vaults.of(second, id).opening().orElseThrow().reason())
        .isEqualTo("загроза життю");
    desk.vaults.agree(second, id);
    desk.vaults.put(second, id, "ще один рядок");

    assertThat(desk.vaults.read(first, id).texts())
        .containsExactly("Назар Вигаданець\n050 000 00 00", "ще один рядок");
    assertThat(desk.vaults.asked(second, InventedDesk.DESK)).isEmpty();
  }

  @Test
  void oneAloneOpensNothingAndNobodyAgreesToTheirOwnRequest() {
    Unlocked second = desk.colleague();
    desk.vaults.put(first, id, "Вигаданець");

    assertRefused(() -> desk.vaults.read(first, id), Reason.VAULT_CLOSED);
    assertRefused(() -> desk.vaults.agree(second, id), Reason.GONE);
    desk.vaults.ask(first, id, "підстава");
    assertRefused(() -> desk.vaults.ask(second, id, "інша"), Reason.ALREADY_DONE);
    assertRefused(() -> desk.vaults.agree(first, id), Reason.SAME_PERSON);
    assertRefused(() -> desk.vaults.read(first, id), Reason.VAULT_CLOSED);
    desk.vaults.agree(second, id);
    assertRefused(() -> desk.vaults.agree(second, id), Reason.ALREADY_DONE);
    assertRefused(() -> desk.vaults.read(second, id), Reason.VAULT_CLOSED);

    byte[] sealed = column("SELECT sealed FROM intake.vault_share WHERE staff_id = ?", first);
    VaultSeal seal = new VaultSeal(id, desk.store.erasure().find(id).orElseThrow());
    String share = seal.openShare(first.own(), first.staff(), sealed);
    byte[] publicKey =
        desk.database
            .superuser()
            .sql("SELECT public_key FROM intake.vault")
            .query((row, n) -> row.getBytes(1))
            .single();
    assertRefused(() -> PaperShares.join(publicKey, List.of(share)), Reason.SHARES_DO_NOT_FIT);
  }

  @Test
  void theDatabaseKeepsTwoPersonsAndTheHour() {
    Unlocked second = desk.colleague();
    desk.vaults.put(first, id, "Вигаданець");
    desk.vaults.ask(first, id, "підстава");

    assertThatThrownBy(
            () -> forge("UPDATE intake.vault_opening SET agreed_by = asked_by, share = 'x'"))
        .hasMessageContaining("vault_opens_by_two_persons");
    assertThatThrownBy(() -> asDesk("SELECT share FROM intake.vault_opening"))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asDesk("UPDATE intake.vault_opening SET until = 'infinity'"))
        .rootCause()
        .hasMessageContaining("permission denied");
    desk.vaults.agree(second, id);
    assertThatThrownBy(
            () -> forge("UPDATE intake.vault_opening SET agreed_by = NULL, share = NULL"))
        .hasMessageContaining("agreed to by somebody else");
    forge("UPDATE intake.vault_opening SET until = 'infinity'");

    desk.database.moveClock(HOUR.minusMinutes(2));
    assertThat(desk.vaults.read(first, id).texts()).hasSize(1);
    desk.database.moveClock(HOUR.plusMinutes(2));
    assertRefused(() -> desk.vaults.read(first, id), Reason.VAULT_CLOSED);
    assertThat(desk.vaults.of(first, id).opening()).isEmpty();

    desk.vaults.ask(second, id, "знову");
    desk.database.moveClock(HOUR.multipliedBy(26));
    assertRefused(() -> desk.vaults.agree(first, id), Reason.GONE);
  }

  @Test
  void aVaultNeedsTwoMembersWithKeys() {
    assertRefused(() -> desk.vaults.put(first, id, "Вигаданець"), Reason.VAULT_NEEDS_TWO);
    assertThat(desk.vaults.of(first, id).exists()).isFalse();
    assertThat(desk.inbox.read(first, id).said().getFirst().text()).contains("Вигаданець");
  }

  @Test
  void whenTwoOpenItThoseWhoCameGetSharesAndOldOnesOpenNothing() {
    Unlocked second = desk.colleague();
    desk.vaults.put(first, id, "Вигаданець");
    Unlocked third = desk.colleague();
    assertRefused(() -> desk.vaults.ask(third, id, "рано"), Reason.NO_MEMBER);
    byte[] old = column("SELECT sealed FROM intake.vault_share WHERE staff_id = ?", second);

    desk.vaults.ask(first, id, "підстава");
    desk.vaults.agree(second, id);
    assertThat(desk.vaults.read(first, id).texts()).containsExactly("Вигаданець");
    assertThat(desk.vaults.read(first, id).texts()).containsExactly("Вигаданець");
    assertThat(desk.vaults.of(first, id).holders())
        .containsExactlyInAnyOrder(first.staff(), second.staff(), third.staff());
    desk.vaults.close(first, id);
    assertRefused(() -> desk.vaults.close(first, id), Reason.GONE);

    desk.vaults.ask(third, id, "підстава");
    desk.vaults.agree(second, id);
    assertThat(desk.vaults.read(third, id).texts()).containsExactly("Вигаданець");
    desk.database
        .superuser()
        .sql("UPDATE intake.vault_share SET sealed = ? WHERE staff_id = ?")
        .params(old, second.staff())
        .update();
    desk.vaults.close(third, id);
    desk.vaults.ask(second, id, "зі старою часткою");
    desk.vaults.agree(third, id);
    assertRefused(() -> desk.vaults.read(second, id), Reason.SHARES_DO_NOT_FIT);
  }

  @Test
  void whoLeavesHasNoShareAnyMore() {
    Unlocked second = desk.colleague();
    Unlocked third = desk.colleague();
    desk.vaults.put(first, id, "Вигаданець");
    desk.certify(
        desk.deskKeys.renew(
            first,
            InventedDesk.DESK,
            java.util.Set.of(first.staff(), second.staff()),
            desk.inAYear(),
            DeskKeys.Sharing.NONE));

    assertRefused(() -> desk.vaults.ask(third, id, "підстава"), Reason.GONE);
    assertThat(desk.vaults.of(first, id).holders()).hasSize(2);
    desk.vaults.ask(first, id, "підстава");
    desk.vaults.agree(second, id);
    assertThat(desk.vaults.read(first, id).texts()).containsExactly("Вигаданець");
  }

  @Test
  void itGoesToAnotherDeskOnlyWhileItIsOpen() {
    Unlocked second = desk.colleague();
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    KeyPair oneKey = desk.enrol(one);
    KeyPair twoKey = desk.enrol(two);
    desk.found("leaving", one, two);
    desk.vaults.put(first, id, "Вигаданець");

    assertRefused(this::passOn, Reason.VAULT_CLOSED);
    desk.vaults.ask(first, id, "передаємо");
    desk.vaults.agree(second, id);
    passOn();

    assertRefused(() -> desk.vaults.read(first, id), Reason.GONE);
    Unlocked there = desk.unlock(one, oneKey);
    desk.vaults.ask(there, id, "приймаємо");
    desk.vaults.agree(desk.unlock(two, twoKey), id);
    assertThat(desk.vaults.read(there, id).texts()).containsExactly("Вигаданець");
  }

  @Test
  void itIsErasedByOneAndWithTheCase() {
    Unlocked second = desk.colleague();
    desk.vaults.put(first, id, "Вигаданець");
    desk.vaults.erase(second, id);
    assertThat(desk.vaults.of(first, id).exists()).isFalse();

    desk.vaults.put(first, id, "Макетенко");
    VaultSeal seal = new VaultSeal(id, desk.store.erasure().find(id).orElseThrow());
    byte[] share = column("SELECT sealed FROM intake.vault_share WHERE staff_id = ?", first);
    assertThat(seal.openShare(first.own(), first.staff(), share)).isNotEmpty();
    VaultSeal without = new VaultSeal(id, Bytes.random(ErasureKeys.BYTES));
    assertThatThrownBy(() -> without.openShare(first.own(), first.staff(), share))
        .isInstanceOf(Damaged.class);
    desk.dropbox.deleteAll(desk.visit(opened));
    assertThat(
            desk.database
                .superuser()
                .sql("SELECT count(*) FROM intake.vault_share")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void everyStepIsInTheLogBeforeAnythingIsSeen() {
    Unlocked second = desk.colleague();
    desk.vaults.put(first, id, "Вигаданець");
    desk.vaults.ask(first, id, "підстава");
    desk.vaults.agree(second, id);
    desk.vaults.read(first, id);

    assertThat(
            desk.database
                .as(Role.DESK)
                .jdbc()
                .sql(
                    "SELECT actor || ' ' || action FROM audit.v_entry WHERE action LIKE 'intake.vault%' ORDER BY seq")
                .query(String.class)
                .list())
        .containsExactly(
            first.staff() + " intake.vault-put",
            first.staff() + " intake.vault-ask",
            second.staff() + " intake.vault-agree",
            first.staff() + " intake.vault-read");
  }

  private void passOn() {
    desk.inbox.transfer(first, id, "leaving", TransferReason.OTHER_AUDIENCE, "Передано.");
  }

  private byte[] column(String sql, Unlocked member) {
    return desk.database
        .superuser()
        .sql(sql)
        .param(member.staff())
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  private void asDesk(String sql) {
    desk.database.as(Role.DESK).jdbc().sql(sql).update();
  }

  private void forge(String sql) {
    desk.database.superuser().sql(sql).update();
  }
}
