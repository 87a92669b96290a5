package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HKDF-SHA256 (RFC 5869), the expanding half: every key is derived for one purpose.
final class Hkdf {
  static final int BYTES = 32;

  private Hkdf() {}

  /// @param key 32 random or stretched bytes
  /// @param purpose what the derived key is for; another purpose gives another key
  static byte[] expand(byte[] key, String purpose) {
    return expand(key, purpose.getBytes(StandardCharsets.UTF_8), BYTES);
  }

  static byte[] expand(byte[] key, byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(HKDFParameterSpec.expandOnly(new SecretKeySpec(key, "HKDF"), info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
