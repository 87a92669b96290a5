package svoi.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Bodies that never end, by a clock that the test moves.
class SteadyRequestTest {
  private static final Duration WINDOW = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final SteadyRequest request = new SteadyRequest(endless(), nanos::get);

  @Test
  void whoSendsTooLittleInHalfAMinuteIsCutOff() throws IOException {
    InputStream body = request.getInputStream();
    assertThat(body.readNBytes(31 * 1024)).hasSize(31 * 1024);
    pass(WINDOW);
    assertThat(body.read()).isZero();
    pass(WINDOW);

    assertThatIOException().isThrownBy(body::read);
    assertThat(request.isSlow()).isTrue();
  }

  @Test
  void afterADayItEndsAtAnyPace() throws IOException {
    InputStream body = request.getInputStream();
    for (Duration gone = WINDOW; gone.compareTo(Duration.ofDays(1)) < 0; gone = gone.plus(WINDOW)) {
      assertThat(body.readNBytes(31 * 1024)).hasSize(31 * 1024);
      pass(WINDOW);
    }

    assertThatIOException()
        .isThrownBy(
            () -> {
              for (int i = 0; i < 3; i++) {
                assertThat(body.readNBytes(31 * 1024)).hasSize(31 * 1024);
                pass(WINDOW);
              }
            });
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static HttpServletRequest endless() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SteadyRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> new Zeros());
  }

  private static final class Zeros extends ServletInputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
