package svoi.site;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import svoi.platform.Kyiv;
import svoi.register.Profile;

/// The calendar of pages that show persons: today, and when a page stops being true by time alone.
///
/// Counted days change at midnight in Kyiv, and so does everything that ends by a date.
final class Days {
  private final Clock clock;

  Days(Clock clock) {
    this.clock = clock;
  }

  LocalDate today() {
    return clock.instant().atZone(Kyiv.ZONE).toLocalDate();
  }

  /// The next midnight in Kyiv, or earlier if one of these profiles ends earlier.
  Instant until(Collection<Profile> shown) {
    Instant midnight = today().plusDays(1).atStartOfDay(Kyiv.ZONE).toInstant();
    return shown.stream()
        .map(Profile::visibleUntil)
        .reduce(midnight, (first, other) -> other.isBefore(first) ? other : first);
  }

  Instant until() {
    return until(List.of());
  }
}
