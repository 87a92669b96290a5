package svoi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// A file of the [Vault] in plain: authenticated part by part, and hashed to its end.
final class VerifiedStream extends InputStream {
  private final InputStream plain;
  private final byte[] expected;
  private final MessageDigest digest = Sha256.digest();

  VerifiedStream(InputStream plain, byte[] expected) {
    this.plain = plain;
    this.expected = expected.clone();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// @throws EvidenceDamaged if a part is not authentic, or the end is not that of the file
  @Override
  public int read(byte[] into, int offset, int length) {
    try {
      int read = plain.read(into, offset, length);
      if (read > 0) {
        digest.update(into, offset, read);
      } else if (read < 0 && !isWhole()) {
        throw new EvidenceDamaged(EvidenceDamaged.Reason.CHANGED);
      }
      return read;
    } catch (IOException e) {
      throw new EvidenceDamaged(EvidenceDamaged.Reason.CHANGED);
    }
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  private boolean isWhole() throws IOException {
    MessageDigest soFar;
    try {
      soFar = (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
    return MessageDigest.isEqual(soFar.digest(), expected);
  }
}
