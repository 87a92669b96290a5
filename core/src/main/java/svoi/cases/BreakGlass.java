package svoi.cases;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.platform.EvidenceDamaged;
import svoi.platform.PersonKeys;
import svoi.staff.Member;
import svoi.staff.Right;

/// Opening a place of detention without need to know: once, with a written reason, told to the
/// monitor. Nothing blocks it: somebody's life may hang on it.
public final class BreakGlass {
  /// Letters that a reason has at least: one sentence.
  public static final int FEWEST_LETTERS = 20;

  /// Characters that it has at most.
  public static final int MOST = 500;

  private static final String PURPOSE = "svoi.cases.break-glass";
  private static final String ADD =
      "INSERT INTO cases.break_glass (id, person_id, opened_by, reason) VALUES (?, ?, ?, ?)";
  private static final String FIND =
      """
      SELECT g.id, g.person_id, g.opened_by, g.reason, g.opened_at, s.seen_at
      FROM cases.break_glass g LEFT JOIN cases.break_glass_seen s ON s.opening_id = g.id
      """;
  private static final String UNSEEN =
      FIND + " WHERE s.seen_at IS NULL ORDER BY g.opened_at LIMIT 50";
  private static final String ONE = FIND + " WHERE g.id = ?";
  private static final String SEEN =
      """
      INSERT INTO cases.break_glass_seen (opening_id, seen_by) VALUES (?, ?)
      ON CONFLICT (opening_id) DO NOTHING
      """;
  private static final String ALARMS =
      "SELECT opened_by, last_at, within_hour FROM cases.v_break_glass_alarm ORDER BY last_at DESC";

  private final Database database;
  private final JdbcClient jdbc;
  private final Detentions detentions;
  private final AuditSink audit;
  private final PersonKeys keys;

  public BreakGlass(Database database, AuditSink audit, PersonKeys keys, Detentions detentions) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.detentions = detentions;
    this.audit = audit;
    this.keys = keys;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// @param places all places of the person, the latest first; empty if none is known
    record Opened(List<Detention> places) implements Outcome {
      public Opened {
        places = List.copyOf(places);
      }
    }

    record Refused(Finding finding) implements Outcome {}
  }

  /// Opens the places of a person once. The opening, its reason and the task of the monitor are
  /// stored when this returns. The caller has checked the reach.
  ///
  /// @param opening made for the form: sent twice, it opens once
  /// @throws svoi.staff.Forbidden if the member may not
  public Outcome open(PersonId person, UUID opening, String reason, Member by) {
    by.needs(Right.BREAK_GLASS);
    String given = reason.strip();
    Optional<Finding> wrong = wrong(given);
    if (wrong.isPresent()) {
      return new Outcome.Refused(wrong.get());
    }
    try {
      return new Outcome.Opened(
          database.inTransaction(() -> inTransaction(person, opening, given, by)));
    } catch (DuplicateKeyException e) {
      return new Outcome.Refused(new Finding("break_glass.used_up", "reason"));
    } catch (EvidenceDamaged e) {
      if (e.reason() != EvidenceDamaged.Reason.ERASED) {
        throw e;
      }
      return new Outcome.Refused(new Finding("detention.erased", ""));
    }
  }

  private List<Detention> inTransaction(PersonId person, UUID opening, String reason, Member by) {
    byte[] sealed = keys.seal(person.value(), PURPOSE, reason.getBytes(StandardCharsets.UTF_8));
    jdbc.sql(ADD).params(opening, person.value(), by.id().value(), sealed).update();
    List<Detention> places = detentions.latestFirst(person);
    audit.appendSealed(by.actor(), "cases.break-glass", person.value(), opening.toString(), reason);
    return places;
  }

  private static Optional<Finding> wrong(String reason) {
    if (reason.isEmpty()) {
      return Optional.of(new Finding("break_glass.reason_required", "reason"));
    }
    if (reason.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
      return Optional.of(new Finding("break_glass.reason_too_short", "reason"));
    }
    return reason.length() > MOST
        ? Optional.of(new Finding("break_glass.reason_too_long", "reason"))
        : Optional.empty();
  }

  /// One opening, as the monitor reads it.
  ///
  /// @param reason empty once the person's key is erased
  public record Opening(
      UUID id, PersonId person, UUID openedBy, Instant at, Optional<String> reason, boolean seen) {}

  /// What no monitor has seen yet, the oldest first; at most 50. The log has it when this returns.
  public List<Opening> unseen(Member by) {
    by.needs(Right.READ_AUDIT);
    List<Opening> unseen = jdbc.sql(UNSEEN).query((row, n) -> opening(row)).list();
    if (!unseen.isEmpty()) {
      log(by, "cases.break-glass-read", unseen);
    }
    return unseen;
  }

  /// One opening. The log has it when this returns.
  public Optional<Opening> find(UUID id, Member by) {
    by.needs(Right.READ_AUDIT);
    Optional<Opening> found = jdbc.sql(ONE).param(id).query((row, n) -> opening(row)).optional();
    found.ifPresent(opening -> log(by, "cases.break-glass-read", List.of(opening)));
    return found;
  }

  /// Ends the task: the monitor has seen it.
  public void seen(Opening opening, Member by) {
    by.needs(Right.READ_AUDIT);
    database
        .transactions()
        .executeWithoutResult(
            s -> {
              if (jdbc.sql(SEEN).params(opening.id(), by.id().value()).update() > 0) {
                log(by, "cases.break-glass-seen", List.of(opening));
              }
            });
  }

  /// An account that opened five or more places within an hour of the last week.
  public record Alarm(String openedBy, Instant last, int withinHour) {}

  /// What the monitor should ask about. Nothing is blocked by it.
  public List<Alarm> alarms(Member by) {
    by.needs(Right.READ_AUDIT);
    return jdbc.sql(ALARMS)
        .query(
            (row, n) ->
                new Alarm(
                    row.getString("opened_by"), at(row, "last_at"), row.getInt("within_hour")))
        .list();
  }

  private void log(Member by, String action, List<Opening> openings) {
    Set<UUID> persons = openings.stream().map(o -> o.person().value()).collect(Collectors.toSet());
    audit.append(by.actor(), action, persons, "");
  }

  private Opening opening(ResultSet row) throws SQLException {
    UUID person = row.getObject("person_id", UUID.class);
    return new Opening(
        row.getObject("id", UUID.class),
        new PersonId(person),
        row.getObject("opened_by", UUID.class),
        at(row, "opened_at"),
        keys.open(person, PURPOSE, row.getBytes("reason"))
            .map(plain -> new String(plain, StandardCharsets.UTF_8)),
        row.getObject("seen_at") != null);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
