package svoi.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.PersonKeys;

/// Reads the log, newest first. Whoever calls it appends that it was read.
public final class AuditLog {
  private static final String FIND =
      """
      SELECT seq, at, actor, action, subjects, detail, payload_hash IS NOT NULL AS changes
      FROM audit.v_entry WHERE true""";
  private static final String NEWEST = " ORDER BY seq DESC LIMIT ?";
  private static final String ACTIONS =
      """
      WITH RECURSIVE known AS (
        (SELECT action FROM audit.v_entry ORDER BY action USING ~<~ LIMIT 1)
        UNION ALL
        SELECT (SELECT action FROM audit.v_entry WHERE action ~>~ k.action ORDER BY action USING ~<~ LIMIT 1)
        FROM known k WHERE k.action IS NOT NULL)
      SELECT action FROM known WHERE action IS NOT NULL
      """;
  private static final String LOOKERS =
      """
      SELECT actor, count(*) AS times, min(at) AS first, max(at) AS last
      FROM audit.v_entry WHERE subjects && ? GROUP BY actor ORDER BY max(seq) DESC LIMIT 200
      """;
  private static final String PAYLOAD =
      "SELECT person_id, sealed FROM audit.v_payload WHERE seq = ?";

  private final JdbcClient jdbc;
  private final PersonKeys keys;

  public AuditLog(JdbcClient jdbc, PersonKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /// One entry.
  ///
  /// @param actor a staff id, or the name of a job
  /// @param changes whether it has a payload; see [#payload]
  public record Item(
      long seq,
      Instant at,
      String actor,
      String action,
      List<UUID> subjects,
      String detail,
      boolean changes) {
    public Item {
      subjects = List.copyOf(subjects);
    }
  }

  /// Some entries.
  ///
  /// @param next what to ask with [AuditQuery#before] for those that follow; empty at the end
  public record Page(List<Item> items, OptionalLong next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /// The newest entries that fit.
  ///
  /// @param size of the page, at least 1
  public Page find(AuditQuery query, int size) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    query.actor().ifPresent(actor -> add("actor = ?", actor, conditions, values));
    query.action().ifPresent(action -> addAction(action, conditions, values));
    if (!query.subjects().isEmpty()) {
      add("subjects && ?", query.subjects().toArray(UUID[]::new), conditions, values);
    }
    query.from().ifPresent(day -> add("at >= platform.start_of(?)", day, conditions, values));
    query
        .until()
        .map(day -> day.plusDays(1))
        .ifPresent(day -> add("at < platform.start_of(?)", day, conditions, values));
    query.before().ifPresent(seq -> add("seq < ?", seq, conditions, values));
    values.add(size + 1);
    JdbcClient.StatementSpec statement = jdbc.sql(FIND + String.join("", conditions) + NEWEST);
    for (Object value : values) {
      statement = statement.param(value);
    }
    List<Item> found = statement.query((row, n) -> item(row)).list();
    return found.size() <= size
        ? new Page(found, OptionalLong.empty())
        : new Page(found.subList(0, size), OptionalLong.of(found.get(size - 1).seq()));
  }

  /// One entry; empty if there is none of that number.
  public Optional<Item> entry(long seq) {
    return jdbc.sql(FIND + " AND seq = ?" + NEWEST)
        .params(seq, 1)
        .query((row, n) -> item(row))
        .optional();
  }

  /// One who read or did something with somebody.
  ///
  /// @param times how many entries
  public record Looker(String actor, long times, Instant first, Instant last) {}

  /// Who read or did something with any of these, the most recent first; at most 200.
  public List<Looker> lookers(Set<UUID> subjects) {
    return jdbc.sql(LOOKERS)
        .param(subjects.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Looker(
                    row.getString("actor"),
                    row.getLong("times"),
                    row.getObject("first", OffsetDateTime.class).toInstant(),
                    row.getObject("last", OffsetDateTime.class).toInstant()))
        .list();
  }

  /// Every action that was ever logged, sorted.
  public List<String> actions() {
    return jdbc.sql(ACTIONS).query(String.class).list();
  }

  /// What an entry says was changed; empty if there was nothing, or it can't be opened any more
  /// because the person's key is erased.
  ///
  /// @throws svoi.platform.EvidenceDamaged if the payload was changed
  public Optional<String> payload(long seq) {
    record Sealed(UUID person, byte[] bytes) {}
    return jdbc.sql(PAYLOAD)
        .param(seq)
        .query((row, n) -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional()
        .flatMap(found -> keys.open(found.person, AuditTrail.PURPOSE, found.bytes))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private static void addAction(String action, List<String> conditions, List<Object> values) {
    if (action.endsWith(".")) {
      add("action ~>=~ ?", action, conditions, values);
      add("action ~<~ ?", action.substring(0, action.length() - 1) + "/", conditions, values);
    } else {
      add("action = ?", action, conditions, values);
    }
  }

  private static void add(
      String condition, Object value, List<String> conditions, List<Object> values) {
    conditions.add(" AND " + condition);
    values.add(value);
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        Arrays.stream((UUID[]) row.getArray("subjects").getArray()).toList(),
        row.getString("detail"),
        row.getBoolean("changes"));
  }
}
