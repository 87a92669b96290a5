package svoi.intake;

import java.util.List;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.intake.CaseKey.Part;
import svoi.intake.DeskCases.OpenCase;
import svoi.platform.Database;

/// Passing on of as little as possible: words that an officer wrote for it, never the thread, and
/// only after the source agreed in the thread. The source reads there what left and to whom.
public final class Referrals {
  private final Database desk;
  private final Threads threads;
  private final DeskRepository rows;
  private final DeskCases cases;
  private final CaseLog log;

  /// @param desk the way to the database under the desk's role
  public Referrals(Database desk, IntakeStore store, IntakeSecrets secrets, AuditSink audit) {
    this.desk = desk;
    this.threads = new Threads(desk, store);
    this.rows = new DeskRepository(desk.jdbc());
    this.cases = new DeskCases(rows, store.erasure());
    this.log = new CaseLog(secrets, audit);
  }

  /// What was passed on, the oldest first; a part of the case that was read.
  public List<Referral> of(Unlocked member, UUID id) {
    return threads.referrals(cases.find(member, id).key());
  }

  /// One of them, to be printed.
  ///
  /// @throws IntakeRefused if there is none
  public Referral print(Unlocked member, UUID id, int number) {
    Referral found =
        of(member, id).stream()
            .filter(referral -> referral.number() == number)
            .findFirst()
            .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    log.note(member, "print-referral", List.of(id), "");
    return found;
  }

  /// Records what leaves.
  ///
  /// @param to who gets it
  /// @param agreedIn the message of the source that agrees; it comes after a word of the desk
  /// @throws IntakeRefused if the source has not agreed there, or the text is missing or too long
  public void refer(Unlocked member, UUID id, String to, String text, int agreedIn) {
    if (text.isBlank() || to.isBlank()) {
      throw new IntakeRefused(IntakeRefused.Reason.NOTHING_SENT);
    }
    OpenCase open = cases.find(member, id);
    if (!hasAgreed(threads.read(open.key()), agreedIn)) {
      throw new IntakeRefused(IntakeRefused.Reason.NOT_AGREED);
    }
    desk.inTransaction(
        () -> {
          rows.lock(id);
          int number = threads.referrals(open.key()).size() + 1;
          Referral referral = new Referral(number, to, text, rows.today(), agreedIn);
          rows.refer(id, number, open.key().seal(Part.REFERRAL, number, referral.bytes()));
          log.note(member, "refer", List.of(id), "");
          return true;
        });
  }

  /// Nobody agrees to what nobody asked.
  private static boolean hasAgreed(List<Said> said, int seq) {
    return said.stream().anyMatch(s -> s.seq() == seq && s.bySource())
        && said.stream().anyMatch(s -> s.seq() < seq && !s.bySource() && s.readable());
  }
}
