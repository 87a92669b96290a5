package svoi.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The clock that rules read in Java; it agrees with `platform.now()` in SQL.
///
/// In a demo the database's clock may be moved; [PublicationFeed] hands the shift over here before
/// anything is decided by the new time. Zone: Kyiv.
public final class DatabaseClock extends Clock {
  private final ZoneId zone;
  private final Clock real;
  private volatile Duration shift = Duration.ZERO;

  /// A clock that is not moved until [#shiftTo] says so.
  public DatabaseClock() {
    this(Clock.system(ZoneOffset.UTC), Kyiv.ZONE);
  }

  private DatabaseClock(Clock real, ZoneId zone) {
    this.real = real;
    this.zone = zone;
  }

  /// Moves this clock to `shift` from the real time.
  public void shiftTo(Duration shift) {
    this.shift = shift;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    DatabaseClock moved = new DatabaseClock(real, other);
    moved.shift = shift;
    return moved;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(shift);
  }
}
