package svoi.intake;

import java.util.Optional;
import java.util.UUID;

/// A source who is signed in with a receipt, for as long as one page takes.
public final class Visit {
  private final CaseKey key;
  private final Optional<Receipt> unconfirmed;

  Visit(CaseKey key, Optional<Receipt> unconfirmed) {
    this.key = key;
    this.unconfirmed = unconfirmed;
  }

  /// The receipt just given out, until two of its words were typed back.
  public Optional<Receipt> unconfirmed() {
    return unconfirmed;
  }

  CaseKey key() {
    return key;
  }

  UUID caseId() {
    return key.caseId();
  }
}
