package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A case key sealed to the desk's epoch or to the source, and that under the case's erasure key:
/// without the erasure key nobody opens it, whatever keys they have.
final class CaseSeal {
  private CaseSeal() {}

  static byte[] toDesk(CaseKey key, UUID epoch, byte[] deskPublicKey, byte[] erasureKey) {
    return seal(key, deskPublicKey, erasureKey, desk(key.caseId(), epoch));
  }

  static byte[] toSource(CaseKey key, byte[] sourcePublicKey, byte[] erasureKey) {
    return seal(key, sourcePublicKey, erasureKey, source(key.caseId()));
  }

  static CaseKey openAtDesk(
      UUID caseId, UUID epoch, KeyPair desk, byte[] erasureKey, byte[] sealed) {
    return open(caseId, desk, erasureKey, sealed, desk(caseId, epoch));
  }

  static CaseKey openForSource(UUID caseId, KeyPair source, byte[] erasureKey, byte[] sealed) {
    return open(caseId, source, erasureKey, sealed, source(caseId));
  }

  private static byte[] seal(CaseKey key, byte[] to, byte[] erasureKey, byte[] context) {
    byte[] secret = key.bytes();
    try {
      return Aes.seal(outer(erasureKey), Hpke.seal(to, secret, context), context);
    } finally {
      Bytes.wipe(secret);
    }
  }

  private static CaseKey open(
      UUID caseId, KeyPair pair, byte[] erasureKey, byte[] sealed, byte[] context) {
    byte[] inner = Aes.open(outer(erasureKey), sealed, context);
    return CaseKey.of(caseId, Hpke.open(pair, inner, context));
  }

  private static byte[] outer(byte[] erasureKey) {
    return Hkdf.expand(erasureKey, "svoi/intake/case-key/v1");
  }

  private static byte[] desk(UUID caseId, UUID epoch) {
    return Bytes.concat(
        "svoi/intake/case-key/desk/v1".getBytes(StandardCharsets.US_ASCII),
        Bytes.of(caseId),
        Bytes.of(epoch));
  }

  private static byte[] source(UUID caseId) {
    return Bytes.concat(
        "svoi/intake/case-key/source/v1".getBytes(StandardCharsets.US_ASCII), Bytes.of(caseId));
  }
}
