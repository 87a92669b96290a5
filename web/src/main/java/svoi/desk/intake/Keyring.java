package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import svoi.desk.DeskSession;
import svoi.intake.Unlocked;

/// Who has unlocked, by session: in the memory of this process and nowhere else. A session that
/// ends, or that was left alone as long as one that runs out, is locked and its keys are wiped.
final class Keyring implements AutoCloseable {
  static final Duration IDLE = DeskSession.IDLE;

  private final InstantSource clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Keyring(DeskSession sessions, InstantSource clock) {
    this.clock = clock;
    sessions.whenOver(this::lock);
    var _ = sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
  }

  /// What one session holds.
  static final class Held {
    private final Unlocked member;
    private final Pictures pictures = new Pictures();
    private volatile Instant used;

    private Held(Unlocked member, Instant used) {
      this.member = member;
      this.used = used;
    }

    Unlocked member() {
      return member;
    }

    /// The file that was looked at last.
    Pictures pictures() {
      return pictures;
    }

    private void wipe() {
      member.close();
      pictures.forget();
    }
  }

  /// Keeps the keys for the session of this request; what it held before is wiped.
  void put(HttpServletRequest request, Unlocked member) {
    Held before = held.put(idOf(request), new Held(member, clock.instant()));
    if (before != null) {
      before.wipe();
    }
  }

  /// What the session of this request holds, if it is this member's and was used lately.
  Optional<Held> of(HttpServletRequest request, UUID member) {
    sweep();
    Held found = held.get(idOf(request));
    if (found == null || !found.member().staff().equals(member)) {
      return Optional.empty();
    }
    found.used = clock.instant();
    return Optional.of(found);
  }

  void lock(HttpServletRequest request) {
    lock(idOf(request));
  }

  private void lock(String session) {
    Held found = held.remove(session);
    if (found != null) {
      found.wipe();
    }
  }

  private void sweep() {
    Instant oldest = clock.instant().minus(IDLE);
    held.forEach(
        (session, kept) -> {
          if (kept.used.isBefore(oldest)) {
            lock(session);
          }
        });
  }

  private static String idOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return session.getId();
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
    held.keySet().forEach(this::lock);
  }
}
