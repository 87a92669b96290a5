package svoi.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.platform.Kyiv;

/// The signed paper of a handover, as its head says.
///
/// @param heldOn day on which people met
/// @param from when they were at the point, and `until` when the last one had crossed
/// @param abandoned why nobody crossed, one of [Rounds#REASONS]; null if somebody did
public record Protocol(
    String number, LocalDate heldOn, Instant from, Instant until, @Nullable String abandoned) {
  private static final Duration LONGEST = Duration.ofHours(12);

  /// That time of the day in Ukraine.
  public static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Kyiv.ZONE).toInstant();
  }

  /// When the last one crossed: on the day itself, or after its midnight if the time is before
  /// `from`. Empty if that is more than half a day later: one of the two times is wrong then.
  public static Optional<Instant> last(LocalDate heldOn, LocalTime from, LocalTime until) {
    Instant begun = at(heldOn, from);
    Instant ended = at(until.isBefore(from) ? heldOn.plusDays(1) : heldOn, until);
    boolean likely = !until.isBefore(from) || !ended.isAfter(begun.plus(LONGEST));
    return likely ? Optional.of(ended) : Optional.empty();
  }
}
