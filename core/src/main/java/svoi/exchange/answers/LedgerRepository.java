package svoi.exchange.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.AwaitedId;
import svoi.staff.Member;

/// Entries of the ledger.
final class LedgerRepository {
  private static final String UNANSWERED =
      """
      NOT EXISTS (SELECT FROM exchange.response_entry r
                  WHERE r.asked_id = e.id AND r.kind IN ('refused', 'accepted', 'countered'))
      """;
  private static final String NAMED =
      """
      SELECT e.id, e.awaited_id, concat_ws(' ', a.family_uk, a.given_uk, a.patronymic_uk) AS name, a.category, e.kind,
             e.asked_id, e.asked_on, e.occurred_on, e.due_on, e.ground, d.number AS round,
             concat_ws(' ', s.family_uk, s.given_uk) AS substitute, e.evidence_sha256 IS NOT NULL AS evidence,
             coalesce(e.agency, '') AS agency, e.kind = 'asked' AND UNANSWERED AS open
      FROM PAGE e
      JOIN exchange.awaited a ON a.id = e.awaited_id
      LEFT JOIN exchange.round d ON d.id = e.round_id
      LEFT JOIN exchange.awaited s ON s.id = e.substitute_id
      ORDER BY e.occurred_on DESC, e.recorded_at DESC, e.id DESC
      """
          .replace("UNANSWERED", UNANSWERED);
  private static final String PAGE =
      NAMED.replace(
          "PAGE",
          """
          (SELECT e.* FROM exchange.response_entry e
           WHERE CASE :show WHEN '' THEN true WHEN 'open' THEN e.kind = 'asked' AND UNANSWERED ELSE e.kind = :show END
             AND (:ground = '' OR e.ground = :ground)
             AND (:after::uuid IS NULL OR (e.occurred_on, e.recorded_at, e.id) < (
               SELECT l.occurred_on, l.recorded_at, l.id FROM exchange.response_entry l WHERE l.id = :after::uuid))
           ORDER BY e.occurred_on DESC, e.recorded_at DESC, e.id DESC LIMIT :limit)
          """
              .replace("UNANSWERED", UNANSWERED));
  private static final String OF =
      NAMED.replace(
          "PAGE",
          "(SELECT e.* FROM exchange.response_entry e WHERE e.awaited_id = :awaited"
              + " ORDER BY e.occurred_on DESC, e.recorded_at DESC, e.id DESC LIMIT 200)");
  private static final String PERSON =
      """
      SELECT a.id, concat_ws(' ', a.family_uk, a.given_uk, a.patronymic_uk) AS name, a.born_on, a.category
      FROM exchange.awaited a WHERE a.id = ? AND a.track = 'negotiated'
      """;
  private static final String ASK =
      """
      INSERT INTO exchange.response_entry (id, awaited_id, kind, occurred_on, due_on, recorded_by, agency)
      VALUES (?, ?, 'asked', ?, ?, ?, ?)
      """;
  private static final String ASK_ALL =
      """
      INSERT INTO exchange.response_entry (id, awaited_id, kind, occurred_on, due_on, need_list_id, recorded_by, agency)
      SELECT gen_random_uuid(), r.awaited_id, 'asked', ?, ?, r.need_list_id, ?, ?
      FROM exchange.need_row r JOIN exchange.awaited a ON a.id = r.awaited_id
      WHERE r.need_list_id = ? AND a.track = 'negotiated' AND a.state IN ('reported', 'confirmed')
      """;
  private static final String UNASKED =
      """
      SELECT l.id, l.n, (l.sent_at AT TIME ZONE 'Europe/Kyiv')::date AS sent_on,
             (SELECT count(*) FROM exchange.need_row r WHERE r.need_list_id = l.id) AS persons
      FROM exchange.need_list l
      WHERE l.state = 'sent' AND NOT EXISTS (
        SELECT FROM exchange.response_entry e WHERE e.need_list_id = l.id AND e.kind = 'asked')
      ORDER BY l.n DESC LIMIT 20
      """;
  private static final String LOCK =
      "SELECT id FROM exchange.awaited WHERE id = ? FOR NO KEY UPDATE";
  private static final String IS_OPEN =
      """
      SELECT EXISTS (SELECT FROM exchange.response_entry e
        WHERE e.id = ? AND e.awaited_id = ? AND e.kind = 'asked' AND UNANSWERED)
      """
          .replace("UNANSWERED", UNANSWERED);
  private static final String OPEN_ASKING =
      """
      SELECT e.id FROM exchange.response_entry e
      WHERE e.awaited_id = ? AND e.kind = 'asked' AND e.occurred_on <= ? AND UNANSWERED
      ORDER BY e.occurred_on DESC, e.id LIMIT 1
      """
          .replace("UNANSWERED", UNANSWERED);
  private static final String EVIDENCE =
      """
      SELECT awaited_id, coalesce(answer_list_id, awaited_id) AS owner, evidence_sha256
      FROM exchange.response_entry WHERE id = ? AND evidence_sha256 IS NOT NULL
      """;
  private static final String SAY =
      """
      INSERT INTO exchange.response_entry (id, awaited_id, kind, asked_id, asked_on, due_on, occurred_on, ground, round_id,
        list_id, need_list_id, evidence_sha256, answer_list_id, recorded_by, agency)
      SELECT ?, e.awaited_id, ?, e.id, e.occurred_on, e.due_on, ?, ?, e.round_id, e.list_id, e.need_list_id, ?, ?, ?, ?
      FROM exchange.response_entry e WHERE e.id = ?
      """;
  private static final String FIGURES =
      """
      WITH asking AS (
        SELECT e.id, e.due_on, e.occurred_on, r.occurred_on AS answered_on, r.kind AS answer, r.ground
        FROM exchange.response_entry e
        LEFT JOIN LATERAL (
          SELECT r.kind, r.occurred_on, r.ground FROM exchange.response_entry r
          WHERE r.asked_id = e.id AND r.kind IN ('refused', 'accepted', 'countered')
          ORDER BY r.recorded_at, r.id LIMIT 1) r ON true
        WHERE e.kind = 'asked'),
      done AS (
        SELECT count(*) FILTER (WHERE kind = 'delivered') AS delivered, count(*) FILTER (WHERE kind = 'broken') AS broken,
               count(*) FILTER (WHERE kind = 'substituted') AS substituted
        FROM exchange.response_entry WHERE kind IN ('delivered', 'broken', 'substituted'))
      SELECT count(*) AS asked, count(*) FILTER (WHERE answer IS NULL AND due_on >= platform.today()) AS waiting,
             count(*) FILTER (WHERE answer IS NULL AND due_on < platform.today()) AS ignored,
             count(*) FILTER (WHERE answered_on > due_on) AS late,
             count(*) FILTER (WHERE answer = 'refused') AS refused, count(*) FILTER (WHERE answer = 'accepted') AS accepted,
             count(*) FILTER (WHERE answer = 'countered') AS countered,
             percentile_disc(0.5) WITHIN GROUP (ORDER BY answered_on - occurred_on) AS median,
             (SELECT delivered FROM done) AS delivered, (SELECT broken FROM done) AS broken,
             (SELECT substituted FROM done) AS substituted
      FROM asking
      """;
  private static final String GROUNDS =
      """
      SELECT ground, count(*) AS n FROM exchange.response_entry WHERE kind = 'refused' GROUP BY ground
      """;
  private static final String DUE =
      """
      SELECT count(*) AS n, min(e.due_on) AS first FROM exchange.response_entry e
      WHERE e.kind = 'asked' AND e.due_on BETWEEN platform.today() AND platform.today() + 3 AND UNANSWERED
      """
          .replace("UNANSWERED", UNANSWERED);

  private final JdbcClient jdbc;

  LedgerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<LedgerEntry> page(LedgerFilter filter, int limit) {
    return jdbc.sql(PAGE)
        .param("show", filter.show())
        .param("ground", filter.ground())
        .param("after", filter.after().orElse(null))
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  List<LedgerEntry> of(AwaitedId awaited) {
    return jdbc.sql(OF).param("awaited", awaited.value()).query((row, n) -> entry(row)).list();
  }

  Optional<Answers.Person> person(AwaitedId awaited) {
    return jdbc.sql(PERSON)
        .param(awaited.value())
        .query(
            (row, n) ->
                new Answers.Person(
                    awaited,
                    row.getString("name"),
                    row.getObject("born_on", LocalDate.class),
                    row.getString("category")))
        .optional();
  }

  void ask(UUID id, AwaitedId awaited, LocalDate on, LocalDate due, Member by) {
    jdbc.sql(ASK).params(id, awaited.value(), on, due, by.id().value(), by.agency()).update();
  }

  int askAll(UUID needList, LocalDate on, LocalDate due, Member by) {
    return jdbc.sql(ASK_ALL).params(on, due, by.id().value(), by.agency(), needList).update();
  }

  List<Answers.Sent> unasked() {
    return jdbc.sql(UNASKED)
        .query(
            (row, n) ->
                new Answers.Sent(
                    row.getObject("id", UUID.class),
                    row.getInt("n"),
                    row.getObject("sent_on", LocalDate.class),
                    row.getInt("persons")))
        .list();
  }

  /// Others who answer about the person wait until this transaction ends.
  void lock(AwaitedId awaited) {
    jdbc.sql(LOCK).param(awaited.value()).query(UUID.class).single();
  }

  /// Whether the asking is this person's and has no answer. Call [#lock] first.
  boolean isOpen(UUID asking, AwaitedId awaited) {
    return jdbc.sql(IS_OPEN).params(asking, awaited.value()).query(Boolean.class).single();
  }

  /// The latest asking of that day or before that has no answer. Call [#lock] first.
  Optional<UUID> openAsking(AwaitedId awaited, LocalDate on) {
    return jdbc.sql(OPEN_ASKING).params(awaited.value(), on).query(UUID.class).optional();
  }

  /// @param owner under whose key it lies
  record Proof(UUID awaited, UUID owner, byte[] sha256) {}

  Optional<Proof> evidence(UUID entry) {
    return jdbc.sql(EVIDENCE)
        .param(entry)
        .query(
            (row, n) ->
                new Proof(
                    row.getObject("awaited_id", UUID.class),
                    row.getObject("owner", UUID.class),
                    row.getBytes("evidence_sha256")))
        .optional();
  }

  void say(
      UUID id,
      UUID asking,
      Answers.Said said,
      byte @Nullable [] evidence,
      @Nullable UUID list,
      Member by) {
    jdbc.sql(SAY)
        .param(id)
        .param(said.kind())
        .param(said.on())
        .param(said.ground())
        .param(evidence)
        .param(list)
        .param(by.id().value())
        .param(by.agency())
        .param(asking)
        .update();
  }

  LedgerFigures figures() {
    Map<String, Integer> grounds = new HashMap<>();
    jdbc.sql(GROUNDS)
        .query(
            row -> {
              grounds.put(row.getString("ground"), row.getInt("n"));
            });
    return jdbc.sql(FIGURES).query((row, n) -> figures(row, grounds)).single();
  }

  Optional<Answers.Due> due() {
    return jdbc.sql(DUE)
        .query((row, n) -> new Answers.Due(row.getInt("n"), day(row, "first")))
        .optional()
        .filter(due -> due.count() > 0);
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static LedgerFigures figures(ResultSet row, Map<String, Integer> grounds)
      throws SQLException {
    Integer median = row.getObject("median", Integer.class);
    return new LedgerFigures(
        row.getInt("asked"),
        row.getInt("waiting"),
        row.getInt("ignored"),
        row.getInt("late"),
        row.getInt("refused"),
        row.getInt("accepted"),
        row.getInt("countered"),
        row.getInt("delivered"),
        row.getInt("broken"),
        row.getInt("substituted"),
        Optional.ofNullable(median),
        grounds);
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    String substitute = row.getString("substitute");
    return new LedgerEntry(
        row.getObject("id", UUID.class),
        row.getObject("awaited_id", UUID.class),
        row.getString("name"),
        row.getString("category"),
        row.getString("kind"),
        row.getObject("asked_id", UUID.class),
        day(row, "asked_on"),
        day(row, "occurred_on"),
        day(row, "due_on"),
        row.getString("ground"),
        row.getObject("round", Integer.class),
        Optional.of(substitute).filter(name -> !name.isEmpty()),
        row.getBoolean("evidence"),
        row.getString("agency"),
        row.getBoolean("open"));
  }
}
