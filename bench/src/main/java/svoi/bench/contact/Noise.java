package svoi.bench.contact;

import java.io.InputStream;
import java.util.SplittableRandom;

/// So many bytes that nobody can compress, the same for the same seed.
final class Noise extends InputStream {
  private final SplittableRandom random;
  private long left;

  Noise(long seed, long size) {
    this.random = new SplittableRandom(seed);
    this.left = size;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    if (left == 0) {
      return -1;
    }
    byte[] fresh = new byte[(int) Math.min(left, most)];
    random.nextBytes(fresh);
    System.arraycopy(fresh, 0, into, from, fresh.length);
    left -= fresh.length;
    return fresh.length;
  }
}
