package svoi.consent;

import java.util.Set;
import svoi.cases.PersonId;

/// Does in the transaction of a withdrawal what must be true with it at once, or not at all.
///
/// For modules above: it never refuses, because nothing stands in the way of a withdrawal (R15).
@FunctionalInterface
public interface WithdrawalListener {
  /// The acts have ended; the transaction is still open.
  void withdrawn(PersonId person, Set<Scope> scopes);
}
