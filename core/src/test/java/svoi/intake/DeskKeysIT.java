package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import svoi.intake.IntakeRefused.Reason;

class DeskKeysIT extends AtAnInventedDesk {
  private static final char[] OTHER = "зовсім інша фраза".toCharArray();

  @Test
  void aPassphraseOpensTheKeyAndNothingElseDoes() {
    UUID member = UUID.randomUUID();
    desk.staffKeys.enrol(member, InventedDesk.PASSPHRASE);
    desk.found("around", member);

    try (Unlocked unlocked = desk.staffKeys.unlock(member, InventedDesk.PASSPHRASE)) {
      assertThat(unlocked.opensAnything()).isTrue();
    }
    assertRefused(() -> desk.staffKeys.unlock(member, OTHER), Reason.WRONG_KEY);
    assertRefused(() -> desk.staffKeys.unlock(UUID.randomUUID(), OTHER), Reason.WRONG_KEY);
    assertRefused(() -> desk.staffKeys.enrol(member, OTHER), Reason.ALREADY_DONE);
    assertRefused(
        () -> desk.staffKeys.enrol(UUID.randomUUID(), "коротка".toCharArray()),
        Reason.PASSPHRASE_TOO_SHORT);

    desk.staffKeys.change(member, InventedDesk.PASSPHRASE, OTHER);
    assertRefused(() -> desk.staffKeys.unlock(member, InventedDesk.PASSPHRASE), Reason.WRONG_KEY);
    assertThat(desk.staffKeys.unlock(member, OTHER).opensAnything()).isTrue();
    assertThat(refusals(member)).isEqualTo(2);
  }

  @Test
  void whoWasWrongFiveTimesWaitsAQuarterOfAnHour() {
    UUID member = UUID.randomUUID();
    desk.staffKeys.enrol(member, InventedDesk.PASSPHRASE);
    byte[] prf = Bytes.random(32);
    for (int i = 0; i < 2; i++) {
      assertRefused(() -> desk.staffKeys.unlock(member, OTHER), Reason.WRONG_KEY);
      assertRefused(() -> desk.staffKeys.unlock(member, prf, prf), Reason.WRONG_KEY);
    }
    assertRefused(() -> desk.staffKeys.change(member, OTHER, OTHER), Reason.WRONG_KEY);

    assertRefused(
        () -> desk.staffKeys.unlock(member, InventedDesk.PASSPHRASE), Reason.TOO_MANY_TRIES);
    assertRefused(
        () -> desk.staffKeys.change(member, InventedDesk.PASSPHRASE, OTHER), Reason.TOO_MANY_TRIES);
    desk.database.moveClock(Duration.ofMinutes(14));
    assertRefused(() -> desk.staffKeys.unlock(member, prf, prf), Reason.TOO_MANY_TRIES);
    desk.database.moveClock(Duration.ofMinutes(16));
    assertRefused(() -> desk.staffKeys.unlock(member, OTHER), Reason.WRONG_KEY);
    desk.staffKeys.unlock(member, InventedDesk.PASSPHRASE).close();

    assertThat(refusals(member)).isEqualTo(9);
    assertThat(
            desk.database
                .superuser()
                .sql("SELECT count(*) FROM intake.unlock_try")
                .query(Long.class)
                .single())
        .isZero();
  }

  private long refusals(UUID member) {
    return desk.database
        .superuser()
        .sql(
            "SELECT count(*) FROM audit.v_entry WHERE action = 'intake.unlock-refused' AND actor = ?")
        .param(member.toString())
        .query(Long.class)
        .single();
  }

  @Test
  void aPasskeyOpensTheSameKeyUntilItIsTakenAway() {
    byte[] credential = Bytes.random(16);
    byte[] prf = Bytes.random(32);
    desk.staffKeys.addPasskey(desk.unlocked, credential, prf);
    desk.open("text");

    Unlocked unlocked = desk.staffKeys.unlock(desk.officer, credential, prf);

    assertThat(desk.inbox.queue(unlocked, InventedDesk.DESK)).hasSize(1);
    assertRefused(
        () -> desk.staffKeys.unlock(desk.officer, credential, Bytes.random(32)), Reason.WRONG_KEY);
    assertRefused(
        () -> desk.staffKeys.unlock(UUID.randomUUID(), credential, prf), Reason.WRONG_KEY);

    byte[] other = Bytes.random(32);
    desk.staffKeys.addPasskey(desk.unlocked, credential, other);
    assertThat(desk.staffKeys.passkeys(desk.officer)).hasSize(1);
    desk.staffKeys.unlock(desk.officer, credential, other);
    desk.staffKeys.removePasskeys(desk.officer);
    assertRefused(() -> desk.staffKeys.unlock(desk.officer, credential, other), Reason.WRONG_KEY);
  }

  @Test
  void aKeyTakesMessagesOnlyWithTheRootsSignatureOfExactlyThisKey() {
    DeskKeys.NewEpoch fresh =
        desk.deskKeys.found(
            desk.officer,
            "sbu",
            "leaving",
            Set.of(desk.officer),
            desk.inAYear(),
            DeskKeys.Sharing.NONE);
    RootKey.Signer signer = RootKey.signer(desk.root.privateText());
    byte[] foreign = RootKey.signer(RootKey.generate().privateText()).sign(fresh.statement());

    assertRefused(
        () -> desk.deskKeys.certify(desk.officer, fresh.id(), foreign), Reason.NOT_CERTIFIED);
    assertRefused(
        () -> desk.deskKeys.certify(desk.officer, fresh.id(), signer.sign(desk.epoch.statement())),
        Reason.NOT_CERTIFIED);
    assertRefused(
        () -> desk.deskKeys.certify(desk.officer, fresh.id(), new byte[3]), Reason.NOT_CERTIFIED);

    String carried = fresh.statement().text();
    byte[] certificate = signer.sign(DeskKeyStatement.parse(carried).orElseThrow());
    desk.deskKeys.certify(desk.officer, fresh.id(), certificate);
    assertRefused(
        () -> desk.deskKeys.certify(desk.officer, fresh.id(), certificate), Reason.ALREADY_DONE);
  }

  @Test
  void bothSignaturesOfACertificateCount() {
    byte[] certificate = RootKey.signer(desk.root.privateText()).sign(desk.epoch.statement());
    assertThat(desk.verifier.holds(desk.epoch.statement(), certificate)).isTrue();
    for (int i : new int[] {0, 63, 64, certificate.length - 1}) {
      byte[] changed = certificate.clone();
      changed[i] ^= 1;
      assertThat(desk.verifier.holds(desk.epoch.statement(), changed)).isFalse();
    }
    assertThat(DeskKeyStatement.parse(desk.epoch.statement().text() + "x")).isEmpty();
    assertThat(DeskKeyStatement.parse("")).isEmpty();
  }

  @Test
  void whoLeavesReadsNothingThatIsResealedAndNothingNew() {
    UUID leaver = UUID.randomUUID();
    KeyPair leaverKey = desk.enrol(leaver);
    vouchAndGrant(leaver);
    Unlocked leaving = desk.unlock(leaver, leaverKey);
    Opened opened = desk.open("до");
    assertThat(desk.inbox.queue(leaving, InventedDesk.DESK)).hasSize(1);
    byte[] kept = column("SELECT ck_desk FROM intake.intake_case LIMIT 1");

    DeskKeys.NewEpoch next =
        desk.deskKeys.renew(
            desk.unlocked,
            InventedDesk.DESK,
            Set.of(desk.officer),
            desk.inAYear(),
            DeskKeys.Sharing.NONE);
    assertThat(desk.inbox.queue(leaving, InventedDesk.DESK)).isEmpty();
    desk.certify(next);
    assertThat(desk.deskKeys.reseal(desk.unlocked, InventedDesk.DESK)).isEqualTo(2);
    desk.open("після");

    assertThat(desk.inbox.queue(leaving, InventedDesk.DESK)).isEmpty();
    Unlocked stays = desk.unlock(desk.officer, desk.own);
    assertThat(desk.inbox.queue(stays, InventedDesk.DESK)).hasSize(2);
    assertThat(column("SELECT ck_desk FROM intake.intake_case LIMIT 1")).isNotEqualTo(kept);
    assertThat(desk.dropbox.read(desk.visit(opened))).hasSize(1);
    assertThat(desk.deskKeys.members(InventedDesk.DESK)).containsExactly(desk.officer);
    assertThat(stays.epoch(desk.epoch.id())).as("the key of the old epoch").isEmpty();
  }

  @Test
  void aColleagueGivesTheKeyToWhoLostItWhenAnotherVouches() {
    UUID member = UUID.randomUUID();
    desk.enrol(member);
    desk.open("text");
    UUID vouching = UUID.randomUUID();

    assertRefused(() -> grant(member), Reason.GONE);
    assertRefused(
        () -> desk.deskKeys.proposeGrant(member, InventedDesk.DESK, member), Reason.SAME_PERSON);
    desk.deskKeys.proposeGrant(desk.officer, InventedDesk.DESK, member);
    assertRefused(() -> grant(member), Reason.SAME_PERSON);
    desk.deskKeys.proposeGrant(vouching, InventedDesk.DESK, member);
    desk.database
        .superuser()
        .sql("DELETE FROM intake.staff_key WHERE staff_id = ?")
        .param(member)
        .update();
    KeyPair renewed = desk.enrol(member);
    assertRefused(() -> grant(member), Reason.GONE);
    desk.deskKeys.proposeGrant(vouching, InventedDesk.DESK, member);
    grant(member);

    assertThat(desk.inbox.queue(desk.unlock(member, renewed), InventedDesk.DESK)).hasSize(1);
  }

  @Test
  void aKeyThatWasExchangedAfterSomebodyVouchedGetsNothing() {
    UUID member = UUID.randomUUID();
    desk.enrol(member);
    desk.deskKeys.proposeGrant(UUID.randomUUID(), InventedDesk.DESK, member);
    desk.database
        .superuser()
        .sql("UPDATE intake.staff_key SET public_key = ? WHERE staff_id = ?")
        .params(KeyPair.generate().publicKey(), member)
        .update();

    assertRefused(() -> grant(member), Reason.KEY_CHANGED);
  }

  @Test
  void whoHasNoKeyOfTheDeskCanNeitherGrantNorRenew() {
    UUID stranger = UUID.randomUUID();
    Unlocked without = desk.unlock(stranger, desk.enrol(stranger));
    UUID member = UUID.randomUUID();
    desk.enrol(member);
    desk.deskKeys.proposeGrant(UUID.randomUUID(), InventedDesk.DESK, member);

    assertRefused(() -> desk.deskKeys.grant(without, InventedDesk.DESK, member), Reason.NO_MEMBER);
    assertRefused(
        () ->
            desk.deskKeys.renew(
                without,
                InventedDesk.DESK,
                Set.of(stranger),
                desk.inAYear(),
                DeskKeys.Sharing.NONE),
        Reason.NO_MEMBER);
    assertRefused(() -> desk.deskKeys.reseal(without, InventedDesk.DESK), Reason.NO_MEMBER);
  }

  @Test
  void sharesOnPaperBringTheKeyBackWhenAllMembersLostTheirs() {
    desk.open("text");
    UUID rescuer = UUID.randomUUID();
    KeyPair key = desk.enrol(rescuer);
    List<String> shares = desk.epoch.shares();
    assertThat(shares).hasSize(3);

    rescue(rescuer, List.of(shares.get(2), shares.get(0).toUpperCase(java.util.Locale.ROOT)));

    assertThat(desk.inbox.queue(desk.unlock(rescuer, key), InventedDesk.DESK)).hasSize(1);
  }

  @Test
  void tooFewSharesOrMistypedOrRepeatedOrForeignOnesBringNothingBack() {
    UUID rescuer = UUID.randomUUID();
    desk.enrol(rescuer);
    List<String> shares = desk.epoch.shares();
    List<String> foreign = desk.found("around", desk.officer).shares();
    String first = shares.get(0);
    String mistyped = "9" + first.substring(1);
    String flipped =
        first.substring(0, 30) + (first.charAt(30) == '0' ? '1' : '0') + first.substring(31);

    for (List<String> bad :
        List.of(
            List.<String>of(),
            List.of(first),
            List.of(first, first),
            List.of(first, foreign.get(1)),
            List.of(foreign.get(0), foreign.get(1)),
            List.of(mistyped, shares.get(1)),
            List.of(flipped, shares.get(1)),
            List.of("no hex", shares.get(1)))) {
      assertRefused(() -> rescue(rescuer, bad), Reason.SHARES_DO_NOT_FIT);
    }
  }

  @Test
  void anUnlockedMemberWhoClosesHasNoKeyAnyMore() {
    desk.open("text");

    desk.unlocked.close();

    assertThat(desk.inbox.queue(desk.unlocked, InventedDesk.DESK)).isEmpty();
  }

  private void vouchAndGrant(UUID member) {
    desk.deskKeys.proposeGrant(UUID.randomUUID(), InventedDesk.DESK, member);
    grant(member);
  }

  private void grant(UUID member) {
    desk.deskKeys.grant(desk.unlocked, InventedDesk.DESK, member);
  }

  private void rescue(UUID rescuer, List<String> shares) {
    desk.deskKeys.rescue(desk.officer, desk.epoch.id(), shares, rescuer);
  }

  private byte[] column(String sql) {
    return desk.database.superuser().sql(sql).query((row, n) -> row.getBytes(1)).single();
  }
}
