package svoi.intake;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.LowLevelCryptoCaller;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.subtle.HpkeDecrypt;
import com.google.crypto.tink.hybrid.subtle.HpkeEncrypt;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.Security;
import org.conscrypt.Conscrypt;

/// Sealing to a public key: HPKE (RFC 9180, base mode) with X-Wing, HKDF-SHA256, AES-256-GCM.
///
/// Envelope: suite 1, encapsulated key 1,120, ciphertext, tag 16 bytes. Another suite will be
/// another first byte; what was sealed before stays readable.
final class Hpke {
  static final byte X_WING_AES_256 = 1;
  static final HpkeParameters PARAMETERS = parameters();

  static {
    // Behind all others: only X-Wing is asked of it, and by name.
    if (Security.getProvider("Conscrypt") == null) {
      Security.addProvider(Conscrypt.newProvider());
    }
  }

  private Hpke() {}

  /// @param context what it is for and where it lies; only the same context opens it
  @LowLevelCryptoCaller
  static byte[] seal(byte[] publicKey, byte[] plain, byte[] context) {
    try {
      byte[] sealed = HpkeEncrypt.create(key(publicKey)).encrypt(plain, context);
      return Bytes.concat(new byte[] {X_WING_AES_256}, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether something can be sealed to this key at all.
  @LowLevelCryptoCaller
  static boolean accepts(byte[] publicKey) {
    try {
      return publicKey.length == KeyPair.PUBLIC_BYTES
          && HpkeEncrypt.create(key(publicKey)).encrypt(new byte[1], new byte[1]).length > 0;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// @throws Damaged if the key or the context is another, or a bit was changed
  @AccessesPartialKey
  @LowLevelCryptoCaller
  static byte[] open(KeyPair pair, byte[] sealed, byte[] context) {
    if (sealed.length < 1 || sealed[0] != X_WING_AES_256) {
      throw new Damaged("suite");
    }
    try {
      SecretBytes secret = SecretBytes.copyFrom(pair.privateKey(), InsecureSecretKeyAccess.get());
      HpkePrivateKey key = HpkePrivateKey.create(key(pair.publicKey()), secret);
      return HpkeDecrypt.create(key).decrypt(Bytes.from(sealed, 1), context);
    } catch (GeneralSecurityException e) {
      throw new Damaged("envelope", e);
    }
  }

  @AccessesPartialKey
  private static HpkePublicKey key(byte[] publicKey) throws GeneralSecurityException {
    return HpkePublicKey.create(
        PARAMETERS, com.google.crypto.tink.util.Bytes.copyFrom(publicKey), null);
  }

  private static HpkeParameters parameters() {
    try {
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.X_WING)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
