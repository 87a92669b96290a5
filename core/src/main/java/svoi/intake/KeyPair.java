package svoi.intake;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/// A key of X-Wing (X25519 with ML-KEM-768): what is sealed to it is safe as long as one of both
/// is.
///
/// @param publicKey 1,216 bytes
/// @param privateKey 32 bytes, the seed
record KeyPair(byte[] publicKey, byte[] privateKey) {
  static final int PUBLIC_BYTES = 1216;
  static final int PRIVATE_BYTES = 32;

  static {
    try {
      HybridConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  KeyPair {
    if (publicKey.length != PUBLIC_BYTES || privateKey.length != PRIVATE_BYTES) {
      throw new Damaged("key of a wrong size");
    }
  }

  @AccessesPartialKey
  static KeyPair generate() {
    try {
      KeysetHandle.Builder.Entry fresh =
          KeysetHandle.generateEntryFromParameters(Hpke.PARAMETERS).withRandomId().makePrimary();
      KeysetHandle keys = KeysetHandle.newBuilder().addEntry(fresh).build();
      HpkePrivateKey key = (HpkePrivateKey) keys.getPrimary().getKey();
      return new KeyPair(
          key.getPublicKey().getPublicKeyBytes().toByteArray(),
          key.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("X-Wing is not there: is Conscrypt?", e);
    }
  }

  /// Whether the halves belong together.
  boolean fits() {
    byte[] probe = Bytes.random(PRIVATE_BYTES);
    try {
      return Hpke.accepts(publicKey)
          && Arrays.equals(Hpke.open(this, Hpke.seal(publicKey, probe, probe), probe), probe);
    } catch (Damaged e) {
      return false;
    }
  }

  void wipe() {
    Bytes.wipe(privateKey);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyPair pair && Arrays.equals(publicKey, pair.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }

  @Override
  public String toString() {
    return "key pair";
  }
}
