package svoi.contact;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// A request whose body has to keep coming: who sends a byte now and then would hold a place for
/// days.
///
/// The floor is what the slowest circuit of Tor gives; each half minute counts by itself, so a fast
/// beginning buys no slow end. After a day it is cut off at any pace: the check of the store then
/// knows which files nobody is sending any more.
final class SteadyRequest extends HttpServletRequestWrapper {
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final long FLOOR = 30 * 1024;
  private static final Duration LONGEST = Duration.ofDays(1);

  private final LongSupplier nanos;
  private boolean slow;
  private final long began;
  private long windowBegan;
  private long windowBytes;

  SteadyRequest(HttpServletRequest request) {
    this(request, System::nanoTime);
  }

  SteadyRequest(HttpServletRequest request, LongSupplier nanos) {
    super(request);
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.windowBegan = began;
  }

  /// Whether the body was cut off because it came too slowly.
  boolean isSlow() {
    return slow;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream in = super.getInputStream();
    return new ServletInputStream() {
      @Override
      public int read() throws IOException {
        return (int) counted(in.read());
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int n = in.read(into, from, length);
        watch(n);
        return n;
      }

      @Override
      public boolean isFinished() {
        return in.isFinished();
      }

      @Override
      public boolean isReady() {
        return in.isReady();
      }

      @Override
      public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
      }
    };
  }

  private long counted(int one) throws IOException {
    watch(one < 0 ? -1 : 1);
    return one;
  }

  private void watch(int bytes) throws IOException {
    windowBytes += Math.max(0, bytes);
    long now = nanos.getAsLong();
    if (!slow && bytes >= 0 && now - windowBegan >= WINDOW.toNanos()) {
      slow = windowBytes < FLOOR || now - began >= LONGEST.toNanos();
      windowBegan = now;
      windowBytes = 0;
    }
    if (slow) {
      throw new IOException("body too slow");
    }
  }
}
