package svoi.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4) of bytes and texts.
public final class Sha256 {
  private Sha256() {}

  /// A new digest; every Java platform has this algorithm.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /// Hash of the UTF-8 form of `text`.
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Lower-case hexadecimal form of a hash.
  public static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
