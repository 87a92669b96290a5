package svoi.intake;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/// AES-256-GCM with a fresh random nonce of 96 bits for each message; a key seals tens of them.
///
/// Envelope: version 1, nonce 12, ciphertext, tag 16 bytes.
final class Aes {
  /// Bytes that sealing adds.
  static final int OVERHEAD = 29;

  private static final byte VERSION = 1;

  private Aes() {}

  static byte[] seal(byte[] key, byte[] plain, byte[] bound) {
    try {
      byte[] sealed = new AesGcmJce(key).encrypt(plain, bound);
      return Bytes.concat(new byte[] {VERSION}, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws Damaged if the key or `bound` is another, or a bit was changed
  static byte[] open(byte[] key, byte[] sealed, byte[] bound) {
    if (sealed.length < 1 || sealed[0] != VERSION) {
      throw new Damaged("version of a row");
    }
    try {
      return new AesGcmJce(key).decrypt(Bytes.from(sealed, 1), bound);
    } catch (GeneralSecurityException e) {
      throw new Damaged("row", e);
    }
  }
}
