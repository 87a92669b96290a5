package svoi.exchange.offers;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Whether those who refuse publication are treated as those who agree to it: who waits how long,
/// and who was put on a list (R17). No row speaks of a person.
public final class Equality {
  private static final String ALL =
      """
      SELECT coalesce(n.sex, '') AS sex, coalesce(r.region, '') AS region,
             EXISTS (SELECT FROM consent.v_act t WHERE t.person_id = x.person_id AND t.scope = 'text'
                       AND t.verified_at IS NOT NULL AND t.ended_how IS DISTINCT FROM 'withdrawn') AS published,
             EXISTS (SELECT FROM exchange.slot s WHERE s.participant_id = o.id) AS listed,
             d.participant_id IS NOT NULL AS crossed,
             coalesce(d.occurred_on, platform.today()) - x.waiting_since AS days
      FROM (SELECT a.person_id, min(a.chain_from) AS waiting_since FROM consent.v_act a
            WHERE a.scope = 'exchange' AND a.verified_at IS NOT NULL AND a.ended_at IS NULL
            GROUP BY a.person_id) x
      JOIN cases.v_person n ON n.id = x.person_id
      LEFT JOIN exchange.offered o ON o.person_id = x.person_id
      LEFT JOIN exchange.delivery d ON d.participant_id = o.id
      LEFT JOIN LATERAL (SELECT min(p.region) AS region FROM cases.v_proceeding p WHERE p.person_id = x.person_id) r ON true
      WHERE d.participant_id IS NOT NULL OR x.person_id IN (
        SELECT f.person_id FROM consent.v_in_force f WHERE f.scope = 'exchange')
      """;

  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Equality(Database database, AuditSink audit) {
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// One convicted person as far as the report knows one.
  ///
  /// @param published agreed to publication, and has not taken it back
  /// @param days from the first consent of the unbroken chain until today, or until the crossing
  record Line(
      String sex, String region, boolean published, boolean listed, boolean crossed, int days) {}

  /// The report as of now.
  public EqualityReport report(Member by) {
    by.needs(Right.READ_OFFERS);
    List<Line> all = lines();
    audit.append(by.actor(), "exchange.equality-read", List.of(), "");
    return new EqualityReport(
        EqualityReport.Table.of(all, line -> ""),
        EqualityReport.Table.of(all, Line::sex),
        EqualityReport.Table.of(all, Line::region));
  }

  /// Whether the two tracks stand so far apart that the monitor has to ask why.
  public boolean alerts(Member by) {
    by.needs(Right.READ_OFFERS);
    return EqualityReport.Table.of(lines(), line -> "").rows().stream()
        .anyMatch(EqualityReport.Row::isApart);
  }

  private List<Line> lines() {
    return jdbc.sql(ALL)
        .query(
            (row, n) -> {
              @Nullable String sex = row.getString("sex");
              return new Line(
                  Objects.requireNonNull(sex),
                  Objects.requireNonNull(row.getString("region")),
                  row.getBoolean("published"),
                  row.getBoolean("listed"),
                  row.getBoolean("crossed"),
                  row.getInt("days"));
            })
        .list();
  }
}
