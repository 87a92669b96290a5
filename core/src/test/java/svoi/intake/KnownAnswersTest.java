package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The primitives give what the standards print.
class KnownAnswersTest {
  @Test
  void argon2idWithASecretIsThatOfRfc9106() {
    byte[] tag =
        Stretch.derive(
            Stretch.parameters(32, 3, 4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build(),
            filled(32, 1));

    assertThat(tag)
        .isEqualTo(hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
  }

  @Test
  void hkdfExpandsAsInRfc5869() {
    byte[] prk = hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");

    assertThat(Hkdf.expand(prk, hex("f0f1f2f3f4f5f6f7f8f9"), 42))
        .isEqualTo(
            hex(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                    + "34007208d5b887185865"));
  }

  /// RFC 9180, A.1.1, sequence number 0: what the second implementation opens is what is printed.
  @Test
  void hpkeInBaseModeIsThatOfRfc9180() throws InvalidCipherTextException {
    HPKE hpke =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    AsymmetricCipherKeyPair recipient =
        hpke.deserializePrivateKey(
            hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
            hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"));

    byte[] plain =
        hpke.setupBaseR(
                hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
                recipient,
                hex("4f6465206f6e2061204772656369616e2055726e"))
            .open(
                hex("436f756e742d30"),
                hex(
                    "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
                        + "6d8770ac83d07bea87e13c512a"));

    assertThat(new String(plain, StandardCharsets.US_ASCII))
        .isEqualTo("Beauty is truth, truth beauty");
  }

  /// draft-connolly-cfrg-xwing-kem, appendix C: seed, encapsulation seed, shared secret. The shared
  /// secret is a hash of everything before it, so one wrong bit anywhere changes it.
  @ParameterizedTest
  @CsvSource({
    "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26,"
        + "3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2"
        + "35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2,"
        + "d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384",
    "badfd6dfaac359a5efbb7bcc4b59d538df9a04302e10c8bc1cbf1a0b3a5120ea,"
        + "17cda7cfad765f5623474d368ccca8af0007cd9f5e4c849f167a580b14aabdef"
        + "aee7eef47cb0fca9767be1fda69419dfb927e9df07348b196691abaeb580b32d,"
        + "f2e86241c64d60f6649fbc6c5b7d17180b780a3f34355e64a85749949c45f150"
  })
  void xWingIsThatOfTheDraft(String seed, String encapsulationSeed, String secret) {
    XWingPrivateKeyParameters key = new XWingPrivateKeyParameters(hex(seed));

    SecretWithEncapsulation sent =
        new XWingKEMGenerator(new Replayed(hex(encapsulationSeed)))
            .generateEncapsulated(key.getPublicKeyParameters());

    assertThat(sent.getSecret()).isEqualTo(hex(secret));
    assertThat(new XWingKEMExtractor(key).extractSecret(sent.getEncapsulation()))
        .isEqualTo(hex(secret));
  }

  /// Public key and ciphertext of the first vector by their SHA3-256.
  @Test
  void keyAndCiphertextOfTheFirstVectorAreThoseOfTheDraft() throws NoSuchAlgorithmException {
    XWingPrivateKeyParameters key =
        new XWingPrivateKeyParameters(
            hex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26"));
    byte[] seed =
        hex(
            "3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2"
                + "35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2");
    SecretWithEncapsulation sent =
        new XWingKEMGenerator(new Replayed(seed))
            .generateEncapsulated(key.getPublicKeyParameters());

    MessageDigest sha3 = MessageDigest.getInstance("SHA3-256");
    assertThat(sha3.digest(key.getPublicKeyParameters().getEncoded()))
        .isEqualTo(hex("5121745904643ad9dfacca7869292c19a8a69533b53e60666b7db910b4ad6367"));
    assertThat(sha3.digest(sent.getEncapsulation()))
        .isEqualTo(hex("c0abd149f83f45324ac3a7ddc7606c71f257e5ea86113522834a0ee1bcb34e3e"));
  }

  /// Gives out the bytes of a vector instead of random ones.
  private static final class Replayed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] bytes;
    private int given;

    Replayed(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes, given, into, 0, into.length);
      given += into.length;
    }
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
