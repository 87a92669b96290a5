package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What a receipt gives when it is stretched: the tag by which its row is found, and the key that
/// opens the source's private key.
///
/// @param lookup 32 bytes, stored
/// @param kek 32 bytes, never stored
record ReceiptKeys(byte[] lookup, byte[] kek) {

  static ReceiptKeys of(byte[] stretched) {
    return new ReceiptKeys(
        Hkdf.expand(stretched, "intake/receipt/lookup/v1"),
        Hkdf.expand(stretched, "intake/receipt/kek/v1"));
  }

  /// Keys that no receipt has: for a row that nobody comes back to.
  static ReceiptKeys ofNobody() {
    return new ReceiptKeys(Bytes.random(Hkdf.BYTES), Bytes.random(Hkdf.BYTES));
  }

  byte[] wrap(UUID caseId, KeyPair source) {
    return Aes.seal(kek, source.privateKey(), bound(caseId));
  }

  KeyPair unwrap(UUID caseId, byte[] publicKey, byte[] wrapped) {
    return new KeyPair(publicKey, Aes.open(kek, wrapped, bound(caseId)));
  }

  private static byte[] bound(UUID caseId) {
    return Bytes.concat(
        "svoi/intake/source/v1".getBytes(StandardCharsets.US_ASCII), Bytes.of(caseId));
  }

  @Override
  public String toString() {
    return "receipt keys";
  }
}
