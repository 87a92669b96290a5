package svoi.intake;

import java.util.Locale;

/// What was asked breaks a rule; whoever asked can do it otherwise.
public final class IntakeRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Each is shown in words that say what to do.
  public enum Reason {
    /// Neither words nor files.
    NOTHING_SENT,
    TEXT_TOO_LONG,
    /// The thread is as long as a page can be; a new message opens another.
    THREAD_FULL,
    FILE_TOO_LARGE,
    TOO_MANY_FILES,
    /// The connection broke in the middle of a file.
    UPLOAD_BROKEN,
    /// The case is no more, or the session is over.
    GONE,
    /// The passphrase or passkey opens nothing.
    WRONG_KEY,
    /// This member has no key of this desk.
    NO_MEMBER,
    /// A second person is needed, and it was the same one.
    SAME_PERSON,
    /// A key changed since a colleague looked at it.
    KEY_CHANGED,
    /// The root's signature does not fit the key.
    NOT_CERTIFIED,
    /// A passphrase must have fifteen characters at least.
    PASSPHRASE_TOO_SHORT,
    /// A hold needs an end within a year.
    HOLD_WITHOUT_END,
    /// Somebody already asked for it, or did it.
    ALREADY_DONE,
    /// The source asked not to be answered before a later day.
    TOO_EARLY,
    /// Too few shares, or of different keys, or mistyped.
    SHARES_DO_NOT_FIT,
    /// Wrong five times within a quarter of an hour: it is not even tried.
    TOO_MANY_TRIES,
    /// A vault needs two members with keys.
    VAULT_NEEDS_TWO,
    /// The vault has to be opened by two first.
    VAULT_CLOSED,
    /// The source has not agreed to it in the thread.
    NOT_AGREED,
    /// Not the text of a key for this desk, agency and number, or its day is over.
    STATEMENT_WRONG,
    /// The key of this desk stays on a machine without a network.
    KEY_OFFLINE,
    /// Not an answer that such a machine sealed, or not wholly.
    ANSWER_WRONG,
    /// The thread went on since the answer was written.
    ANSWER_OUTDATED
  }

  private final Reason reason;

  public IntakeRefused(Reason reason) {
    super(code(reason));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// Stable code, for example `intake.wrong-key`.
  public String code() {
    return code(reason);
  }

  private static String code(Reason reason) {
    return "intake." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
