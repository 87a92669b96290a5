package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.intake.CaseKey.Part;

class EnvelopesTest {
  private static final int ENCAPSULATED = 1120;
  private static final byte[] CONTEXT = "case 1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER = "case 2".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLAIN = "зустріч о пʼятій".getBytes(StandardCharsets.UTF_8);

  private final KeyPair pair = KeyPair.generate();
  private final UUID caseId = UUID.randomUUID();
  private final UUID epoch = UUID.randomUUID();
  private final CaseKey key = CaseKey.fresh(caseId, epoch);
  private final byte[] erasureKey = Bytes.random(ErasureKeys.BYTES);

  @Test
  void whatTinkSealsTheSecondImplementationOpens() throws InvalidCipherTextException {
    byte[] sealed = Hpke.seal(pair.publicKey(), PLAIN, CONTEXT);

    HPKE hpke = bouncyCastle();
    byte[] enc = Arrays.copyOfRange(sealed, 1, 1 + ENCAPSULATED);
    byte[] ct = Bytes.from(sealed, 1 + ENCAPSULATED);
    byte[] opened = hpke.setupBaseR(enc, pairOf(hpke), CONTEXT).open(new byte[0], ct);

    assertThat(opened).isEqualTo(PLAIN);
    assertThat(sealed).hasSize(1 + ENCAPSULATED + PLAIN.length + 16);
  }

  @Test
  void whatTheSecondImplementationSealsTinkOpens() throws InvalidCipherTextException {
    HPKE hpke = bouncyCastle();
    var sender = hpke.setupBaseS(hpke.deserializePublicKey(pair.publicKey()), CONTEXT);
    byte[] ct = sender.seal(new byte[0], PLAIN);

    byte[] sealed = Bytes.concat(new byte[] {1}, sender.getEncapsulation(), ct);

    assertThat(Hpke.open(pair, sealed, CONTEXT)).isEqualTo(PLAIN);
  }

  @Test
  void anEnvelopeOpensForNoOtherKeyAndInNoOtherContext() {
    byte[] sealed = Hpke.seal(pair.publicKey(), PLAIN, CONTEXT);

    assertThat(Hpke.open(pair, sealed, CONTEXT)).isEqualTo(PLAIN);
    assertDamaged(() -> Hpke.open(pair, sealed, OTHER));
    assertDamaged(() -> Hpke.open(KeyPair.generate(), sealed, CONTEXT));
    assertDamaged(() -> Hpke.open(pair, new byte[0], CONTEXT));
    assertDamaged(() -> Hpke.open(pair, Arrays.copyOf(sealed, sealed.length - 1), CONTEXT));
  }

  @Test
  void oneFlippedBitInAnyByteOfAnEnvelopeIsFound() {
    byte[] sealed = Hpke.seal(pair.publicKey(), PLAIN, CONTEXT);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      assertDamaged(() -> Hpke.open(pair, changed, CONTEXT));
    }
  }

  @Test
  void oneFlippedBitInAnyByteOfARowIsFound() {
    byte[] sealed = key.seal(Part.IN, 1, PLAIN);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      assertDamaged(() -> key.open(Part.IN, 1, changed));
    }
  }

  @Test
  void aRowOpensOnlyWhereItWasWritten() {
    byte[] sealed = key.seal(Part.IN, 1, PLAIN);
    byte[] bits = key.bytes();

    assertThat(key.open(Part.IN, 1, sealed)).isEqualTo(PLAIN);
    assertDamaged(() -> key.open(Part.IN, 2, sealed));
    assertDamaged(() -> key.open(Part.OUT, 1, sealed));
    assertDamaged(() -> key.open(Part.CARD, 1, sealed));
    assertDamaged(() -> CaseKey.of(UUID.randomUUID(), bits).open(Part.IN, 1, sealed));
    byte[] otherEpoch = Bytes.concat(Arrays.copyOf(bits, 32), Bytes.of(UUID.randomUUID()));
    assertDamaged(() -> CaseKey.of(caseId, otherEpoch).open(Part.IN, 1, sealed));
    assertDamaged(() -> CaseKey.fresh(caseId, epoch).open(Part.IN, 1, sealed));
  }

  @Test
  void aCaseKeyOpensForItsDeskAndForItsSourceAndForNobodyElse() {
    KeyPair desk = KeyPair.generate();
    byte[] toDesk = CaseSeal.toDesk(key, epoch, desk.publicKey(), erasureKey);
    byte[] toSource = CaseSeal.toSource(key, pair.publicKey(), erasureKey);

    assertThat(CaseSeal.openAtDesk(caseId, epoch, desk, erasureKey, toDesk).bytes())
        .isEqualTo(key.bytes());
    assertThat(CaseSeal.openForSource(caseId, pair, erasureKey, toSource).bytes())
        .isEqualTo(key.bytes());
    assertDamaged(() -> CaseSeal.openAtDesk(caseId, epoch, pair, erasureKey, toDesk));
    assertDamaged(() -> CaseSeal.openAtDesk(caseId, UUID.randomUUID(), desk, erasureKey, toDesk));
    assertDamaged(() -> CaseSeal.openAtDesk(UUID.randomUUID(), epoch, desk, erasureKey, toDesk));
    assertDamaged(() -> CaseSeal.openForSource(caseId, pair, erasureKey, toDesk));
    assertDamaged(() -> CaseSeal.openForSource(UUID.randomUUID(), pair, erasureKey, toSource));
  }

  @Test
  void withoutTheErasureKeyNobodyOpensACaseKey() {
    KeyPair desk = KeyPair.generate();
    byte[] toDesk = CaseSeal.toDesk(key, epoch, desk.publicKey(), erasureKey);
    byte[] toSource = CaseSeal.toSource(key, pair.publicKey(), erasureKey);
    byte[] other = Bytes.random(ErasureKeys.BYTES);

    assertDamaged(() -> CaseSeal.openAtDesk(caseId, epoch, desk, other, toDesk));
    assertDamaged(() -> CaseSeal.openForSource(caseId, pair, other, toSource));
    assertDamaged(() -> CaseSeal.openAtDesk(caseId, epoch, desk, new byte[32], toDesk));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 507, 508, 509, 1020, 1021, 65_536})
  void aSealedTextIsAsLongAsAPowerOfTwo(int length) {
    byte[] sealed = key.seal(Part.IN, 1, new byte[length]);
    int padded = sealed.length - 1 - 12 - 16;

    assertThat(Integer.bitCount(padded)).isEqualTo(1);
    assertThat(padded).isGreaterThanOrEqualTo(512).isLessThan(Math.max(513, 2 * (length + 4)));
    assertThat(key.open(Part.IN, 1, sealed)).hasSize(length);
  }

  @ParameterizedTest
  @EnumSource
  void twoSealsOfTheSameAreNeverAlike(Part part) {
    assertThat(key.seal(part, 1, PLAIN)).isNotEqualTo(key.seal(part, 1, PLAIN));
  }

  @Test
  void keysAndLettersSayNothingInALog() {
    assertThat(key.toString() + pair + ReceiptKeys.ofNobody())
        .isEqualTo("case keykey pairreceipt keys");
  }

  private static HPKE bouncyCastle() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  private AsymmetricCipherKeyPair pairOf(HPKE hpke) {
    return hpke.deserializePrivateKey(pair.privateKey(), pair.publicKey());
  }

  private static void assertDamaged(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
    assertThatThrownBy(opening).isInstanceOf(Damaged.class);
  }
}
