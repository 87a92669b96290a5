package svoi.platform;

/// What is stored is not, or is no longer, what was put into the [Vault].
public final class EvidenceDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong; the code of the refusal is `evidence.` and this in lower case.
  public enum Reason {
    /// Bytes were changed, cut off or exchanged.
    CHANGED,
    /// There is no such file of this person.
    MISSING,
    /// The person's key was erased: nothing of theirs can ever be opened again.
    ERASED
  }

  private final Reason reason;

  EvidenceDamaged(Reason reason) {
    super("evidence is " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
