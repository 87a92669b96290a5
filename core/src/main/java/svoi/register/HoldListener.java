package svoi.register;

import svoi.cases.PersonId;

/// Does in the transaction of a hold what must be true with it at once, or not at all.
///
/// For modules above: it never refuses, because nothing stands in the way of a hold (R46).
@FunctionalInterface
public interface HoldListener {
  /// The hold is placed; the transaction is still open.
  void held(PersonId person);
}
