package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.intake.IntakeRefused.Reason;

/// What leaves the desk, and what the source sees of it and of what else was done.
class ReferralsIT extends AtAnInventedDesk {
  private Opened opened;
  private UUID id;

  @BeforeEach
  void begin() {
    opened = desk.open(InventedDesk.about(), "мені потрібен захисник", true);
    id = desk.visit(opened).caseId();
  }

  @Test
  void nothingLeavesBeforeTheSourceAgreedToWhatTheDeskAsked() {
    assertRefused(() -> refer(1), Reason.NOT_AGREED);
    desk.answer(id, "передати центрові допомоги, що вам потрібен захисник?");
    assertRefused(() -> refer(1), Reason.NOT_AGREED);
    assertRefused(() -> refer(2), Reason.NOT_AGREED);
    desk.reply(desk.comeBack(opened.receipt()), "так, згода");

    refer(3);

    Referral left = desk.referrals.of(desk.unlocked, id).getFirst();
    assertThat(left)
        .isEqualTo(new Referral(1, "центр допомоги", "потрібен захисник", desk.today(), 3));
    assertThat(desk.referrals.print(desk.unlocked, id, 1)).isEqualTo(left);
    assertRefused(() -> desk.referrals.print(desk.unlocked, id, 2), Reason.GONE);
    assertThat(standing().referrals()).containsExactly(left);
  }

  @Test
  void theSourceSeesWhatWasAgreedAndUntilWhenItIsKept() {
    Agreed agreed =
        new Agreed(
            "111-3",
            "умови",
            "слідчий",
            "доручення",
            "був",
            Agreed.Outcome.OPEN,
            YearMonth.of(2026, 9));
    desk.inbox.agree(desk.unlocked, id, agreed);
    LocalDate until = desk.today().plusDays(9);
    desk.inbox.askHold(desk.unlocked, id, "ст. 1", until);
    assertThat(standing().heldUntil()).isEmpty();
    desk.inbox.confirmHold(desk.colleague(), id);

    assertThat(standing().agreed()).contains(agreed);
    assertThat(standing().heldUntil()).contains(until);
    assertThat(standing().open()).isTrue();
    desk.inbox.close(desk.unlocked, id);
    assertThat(standing().open()).isFalse();
    assertThat(standing().erasedOn()).isAfterOrEqualTo(desk.today());
  }

  @Test
  void theThreadOfAReceiptUnderDuressShowsNothingOfIt() {
    desk.inbox.askHold(desk.unlocked, id, "ст. 1", desk.today().plusDays(9));
    desk.inbox.confirmHold(desk.colleague(), id);
    desk.inbox.close(desk.unlocked, id);

    Standing forced = desk.dropbox.standing(desk.comeBack(opened.duress().orElseThrow()));

    assertThat(forced.open()).isTrue();
    assertThat(forced.heldUntil()).isEmpty();
    assertThat(forced.agreed()).isEmpty();
    assertThat(forced.referrals()).isEmpty();
  }

  private void refer(int agreedIn) {
    desk.referrals.refer(desk.unlocked, id, "центр допомоги", "потрібен захисник", agreedIn);
  }

  private Standing standing() {
    return desk.dropbox.standing(desk.comeBack(opened.receipt()));
  }
}
