package svoi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.staff.Member;

/// SQL of rounds as wholes.
final class RoundRepository {
  private static final String READ =
      """
      SELECT r.id, r.number, r.demo, r.framework, g.name AS agreement, r.stage, r.mediator, r.place_sealed IS NOT NULL AS place,
             r.planned_on, r.state, r.state_since, r.agency, r.version, s.offered, s.awaited, d.returned, d.departed,
             n.exchange_no, n.mediator AS announced_mediator, n.announced_at
      FROM exchange.round r
      LEFT JOIN exchange.agreement g ON g.id = r.agreement_id
      LEFT JOIN exchange.announcement n ON n.round_id = r.id
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE s.side = 'offered') AS offered, count(*) FILTER (WHERE s.side = 'awaited') AS awaited
        FROM exchange.slot s
        WHERE s.round_id = r.id AND s.reserve_rank IS NULL AND s.state <> 'dropped') s ON true
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE d.side = 'awaited') AS returned, count(*) FILTER (WHERE d.side = 'offered') AS departed
        FROM exchange.delivery d WHERE d.round_id = r.id) d ON true
      """;
  private static final String FIND = READ + " WHERE r.id = ?";
  private static final String LIST =
      READ
          + " WHERE r.number < ? AND (?::text IS NULL OR r.state = ?) ORDER BY r.number DESC LIMIT ?";
  private static final String OPEN =
      """
      INSERT INTO exchange.round (id, framework, agreement_id, stage, mediator, planned_on, opened_by, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE exchange.round SET framework = ?, agreement_id = ?, stage = ?, mediator = ?, planned_on = ?
      WHERE id = ? AND version = ?
      """;
  private static final String AGREEMENT =
      "SELECT id FROM exchange.agreement WHERE lower(name) = lower(?) ORDER BY id LIMIT 1";
  private static final String ADD_AGREEMENT =
      "INSERT INTO exchange.agreement (id, name, agreed_on, entered_by) VALUES (?, ?, platform.today(), ?)";
  private static final String PLACE = "SELECT place_sealed FROM exchange.round WHERE id = ?";
  private static final String SET_PLACE =
      "UPDATE exchange.round SET place_sealed = ? WHERE id = ? AND version = ?";
  private static final String LOCK =
      "SELECT state FROM exchange.round WHERE id = ? FOR NO KEY UPDATE";
  private static final String MOVE =
      "INSERT INTO exchange.round_event (round_id, state, reason, recorded_by, agency) VALUES (?, ?, ?, ?, ?)";
  private static final String STEPS =
      """
      SELECT x.at, x.what, x.detail, x.agency FROM (
        SELECT e.recorded_at AS at, 'round.' || e.state AS what, coalesce(e.reason, '') AS detail,
               coalesce(e.agency, '') AS agency
        FROM exchange.round_event e WHERE e.round_id = :round
        UNION ALL
        SELECT l.passed_at, 'list.' || l.state, l.n::text, l.agency
        FROM exchange.list l WHERE l.round_id = :round AND l.passed_at IS NOT NULL
        UNION ALL
        SELECT s.signed_at, 'signed.list', l.n::text, s.agency
        FROM exchange.list l JOIN exchange.signature s ON s.subject_kind = 'list' AND s.subject_id = l.id
        WHERE l.round_id = :round
        UNION ALL
        SELECT s.signed_at, 'signed.block', b.number::text, s.agency
        FROM exchange.block b JOIN exchange.signature s ON s.subject_kind = 'block' AND s.subject_id = b.id
        WHERE b.round_id = :round
        UNION ALL
        SELECT e.recorded_at, 'slot.dropped', e.reason, ''
        FROM exchange.slot s JOIN exchange.slot_event e ON e.slot_id = s.id AND e.state = 'dropped'
        WHERE s.round_id = :round AND e.reason NOT IN ('round-ended', 'round-aborted')
        UNION ALL
        SELECT e.occurred_at, 'handover.' || e.state, '', e.agency
        FROM exchange.handover h JOIN exchange.handover_event e ON e.handover_id = h.id WHERE h.round_id = :round
        UNION ALL
        SELECT n.announced_at, 'round.announced', coalesce(n.exchange_no::text, ''), n.agency
        FROM exchange.announcement n WHERE n.round_id = :round
        UNION ALL
        SELECT c.in_effect_at, 'round.corrected', '', c.agency
        FROM exchange.correction c JOIN exchange.outcome o ON o.id = c.outcome_id
        WHERE o.round_id = :round AND c.in_effect_at IS NOT NULL) x
      ORDER BY x.at DESC, x.what LIMIT 100
      """;
  private static final String SPLIT_FAMILIES =
      """
      SELECT a.id FROM exchange.awaited a JOIN exchange.family_group g ON g.id = a.family_group_id AND g.inseparable
      WHERE a.track = 'negotiated' AND a.state IN ('reported', 'confirmed')
        AND a.family_group_id IN (
          SELECT m.family_group_id FROM exchange.slot s JOIN exchange.awaited m ON m.id = s.participant_id
          WHERE s.round_id = ? AND s.reserve_rank IS NULL AND s.state IN ('planned', 'named', 'confirmed'))
        AND NOT EXISTS (
          SELECT FROM exchange.slot s WHERE s.round_id = ? AND s.participant_id = a.id AND s.reserve_rank IS NULL
            AND s.state IN ('planned', 'named', 'confirmed'))
      ORDER BY a.id LIMIT 20
      """;
  private static final String EQUAL_LISTS =
      """
      SELECT coalesce(ours.canonical_hash = theirs.canonical_hash
                      AND ours.canonical_hash = exchange.slots_hash(:round), false)
      FROM (SELECT 1) x
      LEFT JOIN LATERAL (SELECT l.canonical_hash FROM exchange.list l
        WHERE l.round_id = :round AND l.state = 'sent' ORDER BY l.n DESC LIMIT 1) ours ON true
      LEFT JOIN LATERAL (SELECT l.canonical_hash FROM exchange.list l
        WHERE l.round_id = :round AND l.state = 'received' ORDER BY l.n DESC LIMIT 1) theirs ON true
      """;
  private static final String ANNOUNCE =
      "INSERT INTO exchange.announcement (round_id, exchange_no, mediator, announced_by, agency) VALUES (?, ?, ?, ?, ?)";
  private static final String DEPARTED =
      "SELECT person_id, left_on FROM exchange.v_departed WHERE round_id = ? ORDER BY person_id";

  private final JdbcClient jdbc;

  RoundRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Round> find(RoundId id) {
    return jdbc.sql(FIND).param(id.value()).query((row, n) -> round(row)).optional();
  }

  List<Round> list(@Nullable RoundState state, int before, int limit) {
    String code = state == null ? null : state.code();
    return jdbc.sql(LIST)
        .param(before)
        .param(code)
        .param(code)
        .param(limit)
        .query((row, n) -> round(row))
        .list();
  }

  /// Returns false when the form was sent twice.
  boolean open(RoundId id, RoundTerms terms, @Nullable UUID agreement, Member by) {
    return jdbc.sql(OPEN)
            .param(id.value())
            .param(terms.framework())
            .param(agreement)
            .param(terms.stage())
            .param(terms.mediator())
            .param(terms.plannedOn())
            .param(by.id().value())
            .param(by.agency())
            .update()
        == 1;
  }

  /// Returns false when somebody changed it since `version`.
  boolean save(RoundId id, int version, RoundTerms terms, @Nullable UUID agreement) {
    return jdbc.sql(SAVE)
            .param(terms.framework())
            .param(agreement)
            .param(terms.stage())
            .param(terms.mediator())
            .param(terms.plannedOn())
            .param(id.value())
            .param(version)
            .update()
        == 1;
  }

  @Nullable UUID agreement(@Nullable String name, Member by) {
    if (name == null) {
      return null;
    }
    Optional<UUID> known = jdbc.sql(AGREEMENT).param(name).query(UUID.class).optional();
    if (known.isPresent()) {
      return known.get();
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(ADD_AGREEMENT).param(id).param(name).param(by.id().value()).update();
    return id;
  }

  Optional<byte[]> place(RoundId id) {
    return jdbc.sql(PLACE)
        .param(id.value())
        .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
        .optional()
        .flatMap(bytes -> bytes);
  }

  boolean setPlace(RoundId id, int version, byte @Nullable [] sealed) {
    return jdbc.sql(SET_PLACE).param(sealed).param(id.value()).param(version).update() == 1;
  }

  Optional<RoundState> lock(RoundId id) {
    return jdbc.sql(LOCK).param(id.value()).query(String.class).optional().flatMap(RoundState::of);
  }

  void move(RoundId id, RoundState to, @Nullable String reason, Member by) {
    jdbc.sql(MOVE)
        .param(id.value())
        .param(to.code())
        .param(reason)
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  List<Rounds.Step> steps(RoundId id) {
    return jdbc.sql(STEPS)
        .param("round", id.value())
        .query(
            (row, n) ->
                new Rounds.Step(
                    instant(row, "at"),
                    row.getString("what"),
                    row.getString("detail"),
                    row.getString("agency")))
        .list();
  }

  List<UUID> splitFamilies(RoundId id) {
    return jdbc.sql(SPLIT_FAMILIES).param(id.value()).param(id.value()).query(UUID.class).list();
  }

  boolean listsAreEqual(RoundId id) {
    return jdbc.sql(EQUAL_LISTS).param("round", id.value()).query(Boolean.class).single();
  }

  void announce(RoundId id, @Nullable Integer exchangeNo, @Nullable String mediator, Member by) {
    jdbc.sql(ANNOUNCE)
        .param(id.value())
        .param(exchangeNo)
        .param(mediator)
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  record Departed(UUID person, LocalDate on) {}

  List<Departed> departed(RoundId id) {
    return jdbc.sql(DEPARTED)
        .param(id.value())
        .query(
            (row, n) ->
                new Departed(
                    row.getObject("person_id", UUID.class),
                    row.getObject("left_on", LocalDate.class)))
        .list();
  }

  static String name(ResultSet row) throws SQLException {
    String patronymic = row.getString("patronymic_uk");
    String name = row.getString("family_uk") + " " + row.getString("given_uk");
    return patronymic == null ? name : name + " " + patronymic;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Round round(ResultSet row) throws SQLException {
    OffsetDateTime announced = row.getObject("announced_at", OffsetDateTime.class);
    return new Round(
        new RoundId(row.getObject("id", UUID.class)),
        row.getInt("number"),
        row.getBoolean("demo"),
        Objects.requireNonNull(row.getString("framework")),
        row.getString("agreement"),
        row.getObject("stage", Integer.class),
        row.getString("mediator"),
        row.getBoolean("place"),
        row.getObject("planned_on", LocalDate.class),
        RoundState.of(row.getString("state")).orElseThrow(),
        instant(row, "state_since"),
        Objects.requireNonNull(row.getString("agency")),
        row.getInt("version"),
        row.getInt("offered"),
        row.getInt("awaited"),
        row.getInt("returned"),
        row.getInt("departed"),
        announced == null
            ? null
            : new Round.Announced(
                row.getObject("exchange_no", Integer.class),
                row.getString("announced_mediator"),
                announced.toInstant()));
  }
}
