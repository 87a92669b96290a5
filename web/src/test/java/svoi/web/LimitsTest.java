package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import svoi.web.Limits.Budget;
import svoi.web.Limits.Rate;

class LimitsTest {
  private final MovableTime time = new MovableTime();
  private final Limits limits = new Limits(Map.of(Budget.SEARCH, new Rate(60, 3)), time);

  @Test
  void letsABurstThroughAndSaysWhenToComeBack() {
    searches(3, "203.0.113.5");

    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(() -> limits.spend(Budget.SEARCH, "203.0.113.5"))
        .satisfies(refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void givesTheBudgetBackWithTime() {
    searches(3, "203.0.113.5");

    time.move(Duration.ofSeconds(1));

    searches(1, "203.0.113.5");
  }

  @Test
  void countsANetworkNotAnAddress() {
    searches(3, "203.0.113.5");

    assertRefused("203.0.113.77");
    assertThatCode(() -> limits.spend(Budget.SEARCH, "203.0.114.5")).doesNotThrowAnyException();
  }

  @Test
  void countsAnIpv6NetworkOf48Bits() {
    searches(3, "2001:db8:1:2::5");

    assertRefused("2001:db8:1:ffff::1");
    assertThatCode(() -> limits.spend(Budget.SEARCH, "2001:db8:2::1")).doesNotThrowAnyException();
  }

  @Test
  void givesThisMachineTheBudgetOfManyNetworks() {
    searches(60, "127.0.0.1");

    assertRefused("127.0.0.1");
  }

  @Test
  void takesWhatIsNoAddressForOneNetwork() {
    searches(3, "unknown");

    assertRefused("_hidden");
  }

  @Test
  void hasNoBudgetWhereNoneIsSet() {
    for (int i = 0; i < 1_000; i++) {
      limits.spend(Budget.NAMED_PAGES, "203.0.113.5");
    }
  }

  @Test
  void forgetsTheKeyOfNetworksAfterSixHours() {
    NetworkKeys keys = new NetworkKeys(time::currentTimeNanos);
    long before = keys.of("203.0.113.5").key();
    assertThat(keys.of("203.0.113.6").key()).isEqualTo(before);

    time.move(Duration.ofHours(7));

    assertThat(keys.of("203.0.113.5").key()).isNotEqualTo(before);
  }

  private void searches(int times, String address) {
    for (int i = 0; i < times; i++) {
      limits.spend(Budget.SEARCH, address);
    }
  }

  private void assertRefused(String address) {
    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(() -> limits.spend(Budget.SEARCH, address));
  }

  private static final class MovableTime implements TimeMeter {
    private long nanos = 1;

    void move(Duration by) {
      nanos += by.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
