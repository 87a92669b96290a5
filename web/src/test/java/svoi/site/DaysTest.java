package svoi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {
  private static final Instant LATE = Instant.parse("2026-06-01T21:30:00Z");

  private final Days days = new Days(Clock.fixed(LATE, ZoneOffset.UTC));

  @Test
  void todayIsThatOfKyiv() {
    assertThat(days.today()).isEqualTo(LocalDate.of(2026, 6, 2));
  }

  @Test
  void aPageWithDaysCountedEndsAtTheNextMidnightInKyiv() {
    assertThat(days.until()).isEqualTo("2026-06-02T21:00:00Z");
    assertThat(days.until(List.of(new InventedProfile().build())))
        .isEqualTo("2026-06-02T21:00:00Z");
  }

  @Test
  void aProfileThatEndsSoonerEndsThePage() {
    assertThat(
            days.until(List.of(new InventedProfile().visibleUntil("2026-06-01T22:00:00Z").build())))
        .isEqualTo("2026-06-01T22:00:00Z");
  }

  @Test
  void waitingCountsFromTheFirstConsentOfTheChainAndEndsWithLeaving() {
    InventedProfile person = new InventedProfile().consents("2026-01-01", "2026-05-14");

    assertThat(Cards.waiting(person.build(), days.today())).isEqualTo(152);
    assertThat(Cards.waiting(person.leftOn("2026-05-20").build(), days.today())).isEqualTo(139);
  }
}
