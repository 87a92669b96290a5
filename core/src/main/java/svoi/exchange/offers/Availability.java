package svoi.exchange.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Who is available on a day, and why others are not: computed for everybody at once, published and
/// unpublished alike (R17, R27).
public final class Availability {
  public static final int PAGE = 50;

  /// Everybody is judged in bits; words and names are for the page alone.
  private static final String LIST =
      """
      WITH judged AS MATERIALIZED (
        SELECT coalesce(j.id, j.person_id) AS key, j.id, j.person_id, j.kind, j.waiting_since, j.obstacles, j.pending,
               PLACE AS place
        FROM exchange.judged_on(:day) j),
      alike AS MATERIALIZED (
        SELECT j.obstacles, j.pending, count(*) AS persons, exchange.obstacles_of(j.obstacles)
                 || CASE WHEN j.obstacles = 0 THEN exchange.pending_of(j.pending) END AS reasons
        FROM judged j GROUP BY j.obstacles, j.pending),
      shown AS (
        SELECT a.obstacles, a.pending FROM alike a
        WHERE CASE :show WHEN '' THEN NOT 'crossed' = ANY (a.reasons) WHEN 'available' THEN a.obstacles = 0
              WHEN 'ready' THEN a.obstacles = 0 AND a.pending = 0 ELSE :show = ANY (a.reasons) END),
      page AS (
        SELECT * FROM judged
        WHERE (:kind = '' OR kind = :kind) AND (obstacles, pending) IN (SELECT s.obstacles, s.pending FROM shown s)
          AND (:region = '' OR person_id IN (SELECT p.person_id FROM cases.v_proceeding p WHERE p.region = :region))
          AND (:after::uuid IS NULL OR (place, key) > (SELECT l.place, l.key FROM judged l WHERE l.key = :after::uuid))
        ORDER BY place, key LIMIT :limit),
      counted AS (
        SELECT coalesce(sum(a.persons) FILTER (WHERE NOT 'crossed' = ANY (a.reasons)), 0) AS everybody,
               coalesce(sum(a.persons) FILTER (WHERE a.obstacles = 0), 0) AS available_now,
               coalesce(sum(a.persons) FILTER (WHERE a.obstacles = 0 AND a.pending = 0), 0) AS ready_now
        FROM alike a)
      SELECT c.everybody, c.available_now, c.ready_now,
             (SELECT array_agg(r.reason || ' ' || r.n) FROM (
               SELECT u.reason, sum(a.persons) AS n FROM alike a, unnest(a.reasons) AS u (reason) GROUP BY u.reason) r) AS reasons,
             p.key, p.id, p.person_id, p.kind, p.waiting_since, p.obstacles = 0 AS available,
             p.obstacles = 0 AND p.pending = 0 AS ready, exchange.obstacles_of(p.obstacles) AS obstacles,
             exchange.pending_of(p.pending) AS pending, coalesce(n.family_uk, t.family_uk) AS family_uk,
             coalesce(n.given_uk, t.given_uk) AS given_uk, coalesce(n.patronymic_uk, t.patronymic_uk) AS patronymic_uk,
             coalesce(n.family_latin, t.family_latin) AS family_latin,
             coalesce(n.given_latin, t.given_latin) AS given_latin, coalesce(n.born_on, t.born_on) AS born_on
      FROM counted c LEFT JOIN page p ON true
      LEFT JOIN LATERAL (SELECT * FROM cases.v_person v WHERE v.id = p.person_id OFFSET 0) n ON true
      LEFT JOIN LATERAL (SELECT * FROM exchange.offered_captive c WHERE c.offered_id = p.id OFFSET 0) t ON true
      ORDER BY p.place, p.key
      """;
  private static final String BY_WAITING =
      LIST.replace("PLACE", "coalesce(j.waiting_since, 'infinity')");
  private static final String BY_NAME = LIST.replace("PLACE", "coalesce(j.name_order, '')");
  private static final String ONE =
      """
      SELECT a.available, a.ready, a.obstacles, a.pending FROM exchange.available_on(?) a WHERE a.id = ?
      """;

  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Availability(Database database, AuditSink audit) {
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// One page of a day's list; the log says whom it showed.
  public OfferList on(OfferFilter filter, Member by) {
    by.needs(Right.READ_OFFERS);
    List<Line> lines =
        jdbc.sql(filter.sort() == OfferFilter.Sort.NAME ? BY_NAME : BY_WAITING)
            .param("day", filter.day())
            .param("kind", filter.kind().map(OfferedKind::code).orElse(""))
            .param("show", filter.show())
            .param("region", filter.region())
            .param("after", filter.after().orElse(null))
            .param("limit", PAGE + 1)
            .query((row, n) -> line(row))
            .list();
    List<OfferList.Row> rows = lines.stream().flatMap(line -> line.row().stream()).toList();
    boolean more = rows.size() > PAGE;
    List<OfferList.Row> page = more ? rows.subList(0, PAGE) : rows;
    audit.append(
        by.actor(),
        "exchange.offers-read",
        page.stream().map(OfferList.Row::key).toList(),
        filter.day().toString());
    Line counts = lines.getFirst();
    return new OfferList(
        page,
        counts.everybody(),
        counts.available(),
        counts.ready(),
        counts.reasons(),
        more ? Optional.of(page.getLast().key()) : Optional.empty());
  }

  /// How one person stands on a day.
  ///
  /// @param obstacles why not available
  /// @param pending what still has to come before a handover that day
  public record Standing(
      boolean available, boolean ready, List<Reason> obstacles, List<Reason> pending) {
    public Standing {
      obstacles = List.copyOf(obstacles);
      pending = List.copyOf(pending);
    }
  }

  /// How this person stands on that day. Who shows it logs the id.
  Standing of(OfferedId offered, LocalDate day) {
    return jdbc.sql(ONE)
        .params(day, offered.value())
        .query(
            (row, n) ->
                new Standing(
                    row.getBoolean("available"),
                    row.getBoolean("ready"),
                    reasons(row, "obstacles"),
                    reasons(row, "pending")))
        .single();
  }

  private record Line(
      int everybody,
      int available,
      int ready,
      Map<Reason, Integer> reasons,
      Optional<OfferList.Row> row) {}

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getInt("everybody"),
        row.getInt("available_now"),
        row.getInt("ready_now"),
        counts(row),
        row.getObject("key") == null ? Optional.empty() : Optional.of(person(row)));
  }

  private static Map<Reason, Integer> counts(ResultSet row) throws SQLException {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    if (row.getArray("reasons") != null) {
      for (String count : texts(row, "reasons")) {
        int space = count.indexOf(' ');
        counts.put(
            Reason.of(count.substring(0, space)).orElseThrow(),
            Integer.valueOf(count.substring(space + 1)));
      }
    }
    return counts;
  }

  private static OfferList.Row person(ResultSet row) throws SQLException {
    List<Reason> reasons = new ArrayList<>(reasons(row, "obstacles"));
    reasons.addAll(reasons(row, "pending"));
    String patronymic = row.getString("patronymic_uk");
    String name =
        Stream.of(row.getString("family_uk"), row.getString("given_uk"), patronymic)
            .filter(Objects::nonNull)
            .reduce((one, other) -> one + " " + other)
            .orElse("—");
    String latin = row.getString("family_latin");
    return new OfferList.Row(
        row.getObject("id", UUID.class),
        row.getObject("person_id", UUID.class),
        OfferedKind.of(row.getString("kind")).orElseThrow(),
        name,
        latin == null ? "" : latin + " " + row.getString("given_latin"),
        row.getObject("born_on", LocalDate.class),
        row.getObject("waiting_since", LocalDate.class),
        row.getBoolean("available"),
        row.getBoolean("ready"),
        reasons);
  }

  private static List<Reason> reasons(ResultSet row, String column) throws SQLException {
    return Reason.of(texts(row, column));
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}
