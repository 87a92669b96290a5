package svoi.intake;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// The root that says which desk keys are true: Ed25519 and ML-DSA-65 together, both have to hold.
///
/// Its private half lies in a safe and is used on a machine without a network; an installation has
/// only the public half, from a file.
public final class RootKey {
  private static final String CLASSIC = "Ed25519";
  private static final String QUANTUM = "ML-DSA-65";
  private static final int CLASSIC_BYTES = 64;

  private RootKey() {}

  /// A fresh pair, for a ceremony or a demo.
  public static Pair generate() {
    try {
      return new Pair(
          KeyPairGenerator.getInstance(CLASSIC).generateKeyPair(),
          KeyPairGenerator.getInstance(QUANTUM).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The public half, as one line of Base64 for each algorithm.
  ///
  /// @throws IllegalArgumentException if it is not that
  public static Verifier verifier(String text) {
    List<String> lines = text.strip().lines().toList();
    if (lines.size() != 2) {
      throw new IllegalArgumentException("the public root key has two lines");
    }
    try {
      return new Verifier(
          KeyFactory.getInstance(CLASSIC)
              .generatePublic(new X509EncodedKeySpec(decode(lines.get(0)))),
          KeyFactory.getInstance(QUANTUM)
              .generatePublic(new X509EncodedKeySpec(decode(lines.get(1)))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("public root key", e);
    }
  }

  /// The private half, read from its file.
  ///
  /// @throws IllegalArgumentException if it is not one
  public static Signer signer(String text) {
    List<String> lines = text.strip().lines().toList();
    if (lines.size() != 2) {
      throw new IllegalArgumentException("the private root key has two lines");
    }
    try {
      return new Signer(
          KeyFactory.getInstance(CLASSIC)
              .generatePrivate(new PKCS8EncodedKeySpec(decode(lines.get(0)))),
          KeyFactory.getInstance(QUANTUM)
              .generatePrivate(new PKCS8EncodedKeySpec(decode(lines.get(1)))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("private root key", e);
    }
  }

  /// Both halves of both keys.
  public static final class Pair {
    private final java.security.KeyPair classic;
    private final java.security.KeyPair quantum;

    private Pair(java.security.KeyPair classic, java.security.KeyPair quantum) {
      this.classic = classic;
      this.quantum = quantum;
    }

    public String publicText() {
      return encode(classic.getPublic().getEncoded())
          + "\n"
          + encode(quantum.getPublic().getEncoded())
          + "\n";
    }

    /// Secret: for the safe.
    public String privateText() {
      return encode(classic.getPrivate().getEncoded())
          + "\n"
          + encode(quantum.getPrivate().getEncoded())
          + "\n";
    }
  }

  /// Signs on the offline machine.
  public static final class Signer {
    private final PrivateKey classic;
    private final PrivateKey quantum;

    private Signer(PrivateKey classic, PrivateKey quantum) {
      this.classic = classic;
      this.quantum = quantum;
    }

    /// The certificate: both signatures, the classic one first.
    public byte[] sign(DeskKeyStatement statement) {
      try {
        return Bytes.concat(
            sign(CLASSIC, classic, statement.bytes()), sign(QUANTUM, quantum, statement.bytes()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static byte[] sign(String algorithm, PrivateKey key, byte[] text)
        throws GeneralSecurityException {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    }
  }

  /// Checks certificates.
  public static final class Verifier {
    private final PublicKey classic;
    private final PublicKey quantum;

    private Verifier(PublicKey classic, PublicKey quantum) {
      this.classic = classic;
      this.quantum = quantum;
    }

    /// Whether both signatures are the root's.
    public boolean holds(DeskKeyStatement statement, byte[] certificate) {
      if (certificate.length <= CLASSIC_BYTES) {
        return false;
      }
      byte[] first = java.util.Arrays.copyOf(certificate, CLASSIC_BYTES);
      byte[] second = Bytes.from(certificate, CLASSIC_BYTES);
      return holds(CLASSIC, classic, statement.bytes(), first)
          && holds(QUANTUM, quantum, statement.bytes(), second);
    }

    private static boolean holds(String algorithm, PublicKey key, byte[] text, byte[] signature) {
      try {
        Signature check = Signature.getInstance(algorithm);
        check.initVerify(key);
        check.update(text);
        return check.verify(signature);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
}
