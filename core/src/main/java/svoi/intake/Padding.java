package svoi.intake;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Hides lengths: what is sealed is as long as the next power of two, 512 bytes at least.
final class Padding {
  static final int LEAST = 512;
  private static final int LENGTH_BYTES = 4;

  private Padding() {}

  static byte[] pad(byte[] plain) {
    return pad(plain, LEAST);
  }

  /// @param least a power of two: as long as another row that this one must not differ from
  static byte[] pad(byte[] plain, int least) {
    int size = Math.max(least, (int) bucket(plain.length + LENGTH_BYTES));
    return ByteBuffer.allocate(size).putInt(plain.length).put(plain).array();
  }

  static byte[] strip(byte[] padded) {
    int length = padded.length < LENGTH_BYTES ? -1 : ByteBuffer.wrap(padded).getInt();
    if (length < 0 || length > padded.length - LENGTH_BYTES) {
      throw new Damaged("padding");
    }
    return Arrays.copyOfRange(padded, LENGTH_BYTES, LENGTH_BYTES + length);
  }

  /// The next power of two that is not smaller.
  static long bucket(long length) {
    return length <= 1 ? 1 : Long.highestOneBit(length - 1) << 1;
  }
}
