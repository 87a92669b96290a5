package svoi.intake;

import java.util.Optional;
import java.util.UUID;

/// A case that does not exist, opened for every receipt that is not ours: with the same steps as a
/// real one, so that a miss takes as long as a hit.
///
/// @param source the source's key, wrapped
record Nobody(UUID caseId, ReceiptKeys keys, byte[] publicKey, byte[] source, byte[] ckSource) {

  static Nobody create(ErasureKeys erasure) {
    UUID id = Bytes.randomId();
    erasure.mark();
    KeyPair pair = KeyPair.generate();
    ReceiptKeys keys = ReceiptKeys.ofNobody();
    byte[] sealed =
        CaseSeal.toSource(
            CaseKey.fresh(id, Bytes.randomId()), pair.publicKey(), erasure.ofNobody());
    return new Nobody(id, keys, pair.publicKey(), keys.wrap(id, pair), sealed);
  }

  /// Reads the erasure key, unwraps, opens, and begins a session that is over.
  void comeBack(ErasureKeys erasure, SourceSessions sessions) {
    byte[] erasureKey = erasure.ofNobody();
    KeyPair pair = keys.unwrap(caseId, publicKey, source);
    CaseKey key = CaseSeal.openForSource(caseId, pair, erasureKey, ckSource);
    sessions.beginForNobody(new Visit(key, Optional.empty()), erasureKey);
  }

  @Override
  public String toString() {
    return "nobody";
  }
}
