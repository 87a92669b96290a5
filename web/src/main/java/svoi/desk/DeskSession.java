package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import svoi.staff.StaffId;

/// Who is signed in, kept in PostgreSQL by Spring Session. Times are real ones, also in a demo.
public final class DeskSession {
  /// A member who left the desk alone this long signs in again.
  public static final Duration IDLE = Duration.ofMinutes(30);

  /// How long a passkey counts for what needs one.
  static final Duration CONFIRMED_FOR = Duration.ofMinutes(5);

  /// No working day is longer.
  private static final Duration AT_MOST = Duration.ofHours(12);

  private static final String MEMBER = "svoi.member";
  private static final String SINCE = "svoi.since";
  private static final String CONFIRMED = "svoi.confirmed";

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final CopyOnWriteArrayList<Consumer<String>> whenOver = new CopyOnWriteArrayList<>();

  public DeskSession(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /// Tells `listener` the id of every session that somebody ends in this process.
  public void whenOver(Consumer<String> listener) {
    whenOver.add(listener);
  }

  /// Signs `member` in under a new session id.
  public void begin(HttpServletRequest request, StaffId member) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      over(old.getId());
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval((int) IDLE.toSeconds());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, member.toString());
    session.setAttribute(MEMBER, member.toString());
    session.setAttribute(SINCE, Instant.now());
    session.setAttribute(CONFIRMED, Instant.now());
  }

  /// Notes that the signed-in member used a passkey now.
  public void confirm(HttpServletRequest request) {
    request.getSession(true).setAttribute(CONFIRMED, Instant.now());
  }

  public void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      over(session.getId());
      session.invalidate();
    }
  }

  private void over(String id) {
    whenOver.forEach(listener -> listener.accept(id));
  }

  Optional<StaffId> member(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(MEMBER) instanceof String id)
        || !(session.getAttribute(SINCE) instanceof Instant since)
        || since.plus(AT_MOST).isBefore(Instant.now())) {
      return Optional.empty();
    }
    return Optional.of(new StaffId(UUID.fromString(id)));
  }

  boolean isConfirmed(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(CONFIRMED) instanceof Instant at
        && at.plus(CONFIRMED_FOR).isAfter(Instant.now());
  }

  /// One session of a member.
  public record Seen(Instant began, Instant lastSeen, boolean current) {}

  /// A member's sessions, the latest first.
  public java.util.List<Seen> of(StaffId member, HttpServletRequest request) {
    HttpSession here = request.getSession(false);
    String current = here == null ? "" : here.getId();
    return sessions.findByPrincipalName(member.toString()).values().stream()
        .map(s -> new Seen(s.getCreationTime(), s.getLastAccessedTime(), s.getId().equals(current)))
        .sorted(java.util.Comparator.comparing(Seen::lastSeen).reversed())
        .toList();
  }

  /// Ends all sessions of a member, everywhere.
  public void endAll(StaffId member) {
    for (String id : sessions.findByPrincipalName(member.toString()).keySet()) {
      over(id);
      sessions.deleteById(id);
    }
  }
}
