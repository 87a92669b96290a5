package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProtocolTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

  private static Optional<Instant> last(LocalDate day, String from, String until) {
    return Protocol.last(day, LocalTime.parse(from), LocalTime.parse(until));
  }

  @Test
  void theLastOneCrossesOnTheDay() {
    assertThat(last(DAY, "09:30", "15:40")).contains(Instant.parse("2026-06-10T12:40:00Z"));
    assertThat(last(DAY, "00:00", "00:00")).contains(Instant.parse("2026-06-09T21:00:00Z"));
  }

  @Test
  void orAfterItsMidnight() {
    assertThat(last(DAY, "22:00", "00:30")).contains(Instant.parse("2026-06-10T21:30:00Z"));
  }

  @Test
  void butNotMoreThanHalfADayLater() {
    assertThat(last(DAY, "15:40", "09:30")).isEmpty();
    assertThat(last(DAY, "22:00", "10:00")).isPresent();
    assertThat(last(DAY, "22:00", "10:01")).isEmpty();
  }

  @Test
  void anHourThatClocksSkipOrRepeatIsCountedOnce() {
    LocalDate spring = LocalDate.of(2026, 3, 28);
    LocalDate autumn = LocalDate.of(2026, 10, 24);

    assertThat(between(spring, "23:00", "05:00")).isEqualTo(Duration.ofHours(5));
    assertThat(between(autumn, "23:00", "05:00")).isEqualTo(Duration.ofHours(7));
  }

  private static Duration between(LocalDate day, String from, String until) {
    return Duration.between(
        Protocol.at(day, LocalTime.parse(from)), last(day, from, until).orElseThrow());
  }
}
