package svoi.intake;

import java.util.Locale;

/// Nothing was kept of what was being sent, and it may be tried again.
public final class IntakeUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Why; each has words of its own for the source.
  public enum Reason {
    /// Too many ask at once.
    BUSY,
    /// The database does not answer, or did not confirm.
    DATABASE,
    /// No file can be written: the disk is full or gone.
    DISK,
    /// No desk with a certified key takes messages.
    NO_DESK,
    /// The folder of erasure keys is not the one that belongs to this database.
    ERASURE_STORE
  }

  private final Reason reason;

  public IntakeUnavailable(Reason reason) {
    super(code(reason));
    this.reason = reason;
  }

  IntakeUnavailable(Reason reason, Throwable cause) {
    super(code(reason), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// Stable code, for example `intake.no-desk`.
  public String code() {
    return code(reason);
  }

  private static String code(Reason reason) {
    return "intake." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
