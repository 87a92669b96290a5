package svoi.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Compression by the native library, where it loads; elsewhere pages travel as gzip.
final class Brotli {
  /// False, for example, where temporary files can't be executed.
  static final boolean AVAILABLE = Brotli4jLoader.isAvailable();

  /// 5: beyond it the time grows much faster than the gain.
  private static final int QUALITY = 5;

  /// 2^18 bytes, more than any page has: a larger window only costs memory.
  private static final int WINDOW_BITS = 18;

  private Brotli() {}

  static byte[] compress(byte[] plain) {
    try {
      return Encoder.compress(
          plain, Encoder.Parameters.create(QUALITY, WINDOW_BITS, Encoder.Mode.TEXT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
