package svoi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts of one moment, as they are: what of them may be published is decided elsewhere.
final class FiguresRepository {
  private static final String NOW = "SELECT platform.now()";

  private static final String TOTALS =
      """
      SELECT t.exchanges, t.agreements, t.returned, t.returned_outside, t.departed, t.total_exchanges, t.total_returned,
             t.method_version, t.opening_as_of, t.opening_exchanges, t.opening_returned, f.source
      FROM exchange.public_totals(?) t
      LEFT JOIN exchange.opening_balance b ON b.as_of = t.opening_as_of
      LEFT JOIN reference.v_published_figure f ON (f.subject, f.metric, f.as_of) = (b.subject, b.returned_metric, b.as_of)
      WHERE t.demo = ?
      """;

  private static final String ROUNDS =
      """
      SELECT p.round_id, p.exchange_no, p.agreement_id, p.agreement, p.stage, p.mediator, p.announced_at, d.held_from,
             d.held_to, p.returned, p.returned_military, p.returned_civilian, p.departed,
             EXISTS (SELECT FROM exchange.correction c JOIN exchange.outcome o ON o.id = c.outcome_id
                     WHERE o.round_id = p.round_id AND c.in_effect_at <= ?) AS corrected
      FROM exchange.public_rounds(?) p
      JOIN (SELECT o.round_id, min(o.occurred_on) AS held_from, max(o.occurred_on) AS held_to
            FROM exchange.outcome o WHERE o.result IN ('delivered', 'substituted') GROUP BY 1) d ON d.round_id = p.round_id
      WHERE p.demo = ? AND (p.demo OR d.held_from > (SELECT b.as_of FROM exchange.opening_balance b))
      ORDER BY d.held_from, p.announced_at, p.round_id
      """;

  private static final String RETURNS =
      """
      SELECT greatest(c.counts_from, (c.occurred_on + 3)::timestamp AT TIME ZONE 'Europe/Kyiv') AS tell_from,
             nullif(c.counts_until, 'infinity') AS tell_until, c.military, c.occurred_on - a.held_since AS days
      FROM exchange.v_counted c
      JOIN exchange.awaited a ON a.id = c.participant_id
      WHERE c.demo = ? AND c.side = 'awaited' AND c.round_id IS NOT NULL
        AND (c.demo OR c.occurred_on > (SELECT b.as_of FROM exchange.opening_balance b))
      """;

  private static final String ANSWERS =
      """
      WITH told AS (
        SELECT e.id, e.kind, e.asked_id, e.recorded_at
        FROM exchange.response_entry e
        LEFT JOIN exchange.round r ON r.id = e.round_id
        LEFT JOIN exchange.announcement n ON n.round_id = e.round_id
        WHERE coalesce(r.demo, EXISTS (SELECT FROM platform.v_installation i WHERE i.kind = 'demo')) = ?
          AND (e.kind IN ('asked', 'no-answer', 'refused') OR n.announced_at <= ?
               OR (e.round_id IS NULL AND e.occurred_on <= (SELECT platform.today()) - 30))),
      answered AS (
        SELECT DISTINCT ON (t.asked_id) t.asked_id, t.kind
        FROM told t WHERE t.kind IN ('no-answer', 'refused', 'accepted', 'countered')
        ORDER BY t.asked_id, t.recorded_at DESC, t.kind <> 'no-answer' DESC, t.id)
      SELECT coalesce(a.kind, t.kind) AS kind, count(*) AS entries
      FROM told t LEFT JOIN answered a ON t.kind = 'asked' AND a.asked_id = t.id
      WHERE t.kind IN ('asked', 'delivered', 'broken', 'substituted')
      GROUP BY 1
      """;

  private static final String CORRECTIONS =
      """
      SELECT c.in_effect_at, o.round_id, c.public_uk, c.public_ru, c.public_en,
             (SELECT count(*) FROM exchange.outcome x WHERE x.corrects_id = c.id AND x.result IN ('delivered', 'substituted'))
             - CASE WHEN o.result IN ('delivered', 'substituted') THEN 1 ELSE 0 END AS change
      FROM exchange.correction c
      JOIN exchange.outcome o ON o.id = c.outcome_id
      JOIN exchange.round r ON r.id = o.round_id
      JOIN exchange.announcement n ON n.round_id = o.round_id
      WHERE r.demo = ? AND c.in_effect_at <= ? AND n.announced_at <= c.in_effect_at
        AND (r.demo OR o.occurred_on > (SELECT b.as_of FROM exchange.opening_balance b))
      ORDER BY c.in_effect_at, c.id
      """;

  private static final String INVENTED = "SELECT count(*) > 0 FROM exchange.round WHERE demo";

  private static final String LAST =
      "SELECT as_of, figures::text FROM exchange.v_public_release WHERE demo = ? ORDER BY as_of DESC LIMIT 1";

  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('exchange.release'))";

  private static final String ADD =
      """
      INSERT INTO exchange.statistic_release (id, method_version, as_of, demo, outcome_root, figures)
      VALUES (?, ?, ?, ?, exchange.outcome_root(?, ?), ?::jsonb)
      """;

  private final JdbcClient jdbc;

  FiguresRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Sums with the method by which they are made.
  record Totals(
      String method,
      Figures.@Nullable Opening opening,
      long exchanges,
      long agreements,
      long returned,
      int outside,
      long departed,
      long totalExchanges,
      long totalReturned) {}

  /// A round with its parts, whatever may be shown of them.
  record Counted(Figures.Round round, int military, int civilian, boolean corrected) {}

  /// The newest figures.
  ///
  /// @param json as they were written
  record Last(Instant asOf, String json) {}

  /// Until the end of the transaction no other process writes a release.
  void lock() {
    jdbc.sql(LOCK).query((row, n) -> true).single();
  }

  Instant now() {
    return jdbc.sql(NOW).query((row, n) -> instant(row, 1)).single();
  }

  boolean hasInventedRounds() {
    return jdbc.sql(INVENTED).query(Boolean.class).single();
  }

  Totals totals(Instant asOf, boolean demo) {
    return jdbc.sql(TOTALS).params(at(asOf), demo).query((row, n) -> totals(row)).single();
  }

  List<Counted> rounds(Instant asOf, boolean demo) {
    return jdbc.sql(ROUNDS).params(at(asOf), at(asOf), demo).query((row, n) -> counted(row)).list();
  }

  List<HeldTable.Return> returns(boolean demo) {
    return jdbc.sql(RETURNS)
        .param(demo)
        .query(
            (row, n) ->
                new HeldTable.Return(
                    instant(row, 1),
                    row.getObject(2) == null ? Instant.MAX : instant(row, 2),
                    row.getBoolean("military"),
                    row.getInt("days")))
        .list();
  }

  Figures.Answers answers(Instant asOf, boolean demo) {
    Entries entries = new Entries();
    jdbc.sql(ANSWERS)
        .params(demo, at(asOf))
        .query((row, n) -> entries.put(row.getString("kind"), row.getInt("entries")))
        .list();
    return entries.answers();
  }

  List<Figures.Correction> corrections(Instant asOf, boolean demo) {
    return jdbc.sql(CORRECTIONS)
        .params(demo, at(asOf))
        .query(
            (row, n) ->
                new Figures.Correction(
                    instant(row, 1),
                    row.getObject("round_id", UUID.class),
                    row.getInt("change"),
                    row.getString("public_uk"),
                    row.getString("public_ru"),
                    row.getString("public_en")))
        .list();
  }

  Optional<Last> last(boolean demo) {
    return jdbc.sql(LAST)
        .param(demo)
        .query((row, n) -> new Last(instant(row, 1), row.getString("figures")))
        .optional();
  }

  void add(String method, Instant asOf, boolean demo, String json) {
    jdbc.sql(ADD).params(UUID.randomUUID(), method, at(asOf), demo, at(asOf), demo, json).update();
  }

  private static Totals totals(ResultSet row) throws SQLException {
    LocalDate opened = row.getObject("opening_as_of", LocalDate.class);
    return new Totals(
        row.getString("method_version"),
        opened == null
            ? null
            : new Figures.Opening(
                opened,
                row.getLong("opening_exchanges"),
                row.getLong("opening_returned"),
                row.getString("source")),
        row.getLong("exchanges"),
        row.getLong("agreements"),
        row.getLong("returned"),
        row.getInt("returned_outside"),
        row.getLong("departed"),
        row.getLong("total_exchanges"),
        row.getLong("total_returned"));
  }

  private static Counted counted(ResultSet row) throws SQLException {
    Figures.Round round =
        new Figures.Round(
            row.getObject("round_id", UUID.class),
            row.getObject("exchange_no", Integer.class),
            row.getObject("agreement_id", UUID.class),
            row.getString("agreement"),
            row.getObject("stage", Integer.class),
            row.getString("mediator"),
            instant(row, 7),
            row.getObject("held_from", LocalDate.class),
            row.getObject("held_to", LocalDate.class),
            row.getInt("returned"),
            Figures.Split.WITHHELD,
            null,
            null,
            row.getInt("departed"));
    return new Counted(
        round,
        row.getInt("returned_military"),
        row.getInt("returned_civilian"),
        row.getBoolean("corrected"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
