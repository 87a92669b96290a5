package svoi.register;

import java.util.Arrays;
import svoi.platform.Sha256;

/// Hash of all that a reviewer approves: names, charges, verdict, texts, media. Any change anywhere
/// gives another one, and the old approvals count no longer (exchange invariant 11).
public record ContentHash(byte[] bytes) {
  public ContentHash {
    bytes = bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Sha256.hex(bytes);
  }
}
