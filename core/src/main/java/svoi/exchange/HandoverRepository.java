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
import svoi.staff.Member;

/// SQL of handovers, sheets and outcomes.
final class HandoverRepository {
  private static final String SHEETS =
      """
      WITH page AS (
        SELECT s.id, n.position, row_number() OVER (ORDER BY n.position NULLS LAST, s.id) AS place
        FROM exchange.slot s
        LEFT JOIN exchange.list_row n ON n.participant_id = s.participant_id AND n.list_id = (
          SELECT l.id FROM exchange.list l WHERE l.round_id = :round AND l.state = 'sent' ORDER BY l.n DESC LIMIT 1)
        WHERE s.round_id = :round AND s.state = 'confirmed'
        ORDER BY place LIMIT :limit OFFSET :offset)
      SELECT page.id, page.position, v.block_number, v.side, v.participant_id, v.person_id, v.family_uk, v.given_uk,
             v.patronymic_uk, v.reserve_rank, l.result, l.identity_ours, l.identity_theirs, l.medical, l.word, l.word_before,
             l.instead_id, coalesce(l.version, 0) AS version, l.slot_id IS NOT NULL AS typed,
             concat_ws(' ', i.family_uk, i.given_uk) AS instead_name
      FROM page
      JOIN exchange.v_slot v ON v.id = page.id
      LEFT JOIN exchange.sheet_line l ON l.slot_id = page.id
      LEFT JOIN exchange.awaited i ON i.id = l.instead_id
      ORDER BY page.place
      """;
  private static final String PROGRESS =
      """
      SELECT count(*) FILTER (WHERE s.reserve_rank IS NULL) AS slots,
             count(l.slot_id) FILTER (WHERE s.reserve_rank IS NULL) AS typed, count(*) AS sheets,
             count(*) FILTER (WHERE l.result IN ('delivered', 'substituted')) AS crossed
      FROM exchange.slot s LEFT JOIN exchange.sheet_line l ON l.slot_id = s.id
      WHERE s.round_id = ? AND s.state = 'confirmed'
      """;
  private static final String SAVE =
      """
      INSERT INTO exchange.sheet_line (slot_id, round_id, participant_id, side, result, identity_ours, identity_theirs,
        medical, word, word_before, instead_id, entered_by)
      SELECT s.id, s.round_id, s.participant_id, s.side, ?, ?, ?, ?, ?, ?, ?, ? FROM exchange.slot s
      WHERE s.id = ? AND s.round_id = ? AND s.state = 'confirmed'
      ON CONFLICT (slot_id) DO UPDATE SET (result, identity_ours, identity_theirs, medical, word, word_before, instead_id,
        entered_by) = ROW (excluded.result, excluded.identity_ours, excluded.identity_theirs, excluded.medical, excluded.word,
        excluded.word_before, excluded.instead_id, excluded.entered_by)
      WHERE exchange.sheet_line.version = ?
      """;
  private static final String FORGET =
      "DELETE FROM exchange.sheet_line WHERE slot_id = ? AND version = ?";
  private static final String EMPTY = "DELETE FROM exchange.sheet_line WHERE round_id = ?";
  private static final String INSTEAD =
      """
      SELECT n.id, n.family_uk, n.given_uk, n.patronymic_uk, n.born_on FROM exchange.v_need n
      WHERE n.family_uk ILIKE ? AND NOT EXISTS (SELECT FROM exchange.delivery d WHERE d.participant_id = n.id)
      ORDER BY n.family_uk, n.given_uk, n.held_since, n.id LIMIT 20
      """;
  private static final String SCHEDULED =
      "SELECT id FROM exchange.handover WHERE round_id = ? AND state = 'scheduled'";
  private static final String SCHEDULE =
      "INSERT INTO exchange.handover (id, round_id, held_on, scheduled_by, agency) VALUES (?, ?, ?, ?, ?)";
  private static final String STEP =
      """
      INSERT INTO exchange.handover_event (handover_id, state, occurred_at, recorded_by, agency) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String CROSSINGS =
      """
      INSERT INTO exchange.crossing (slot_id, round_id, participant_id, side, handover_id, identity_ours, identity_theirs,
        medical, word, word_before, crossed, recorded_by, agency)
      SELECT l.slot_id, l.round_id, l.participant_id, l.side, ?, l.identity_ours, l.identity_theirs, l.medical, l.word,
             l.word_before, l.result IN ('delivered', 'substituted'), ?, ?
      FROM exchange.sheet_line l WHERE l.round_id = ? AND l.identity_ours IS NOT NULL ORDER BY l.slot_id
      """;
  private static final String PROTOCOL =
      """
      INSERT INTO exchange.protocol (handover_id, round_id, number, file_sha256, signed_on, recorded_by, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String OUTCOMES =
      """
      INSERT INTO exchange.outcome (id, round_id, slot_id, handover_id, side, participant_id, result, delivered_id,
        delivered_side, crossed, occurred_on, recorded_by, agency)
      SELECT gen_random_uuid(), l.round_id, l.slot_id, c.handover_id, l.side, l.participant_id, l.result, l.instead_id,
             CASE WHEN l.instead_id IS NOT NULL THEN 'awaited' END, c.crossed, ?, ?, ?
      FROM exchange.sheet_line l LEFT JOIN exchange.crossing c ON c.slot_id = l.slot_id
      WHERE l.round_id = ? ORDER BY l.slot_id
      """;
  private static final String TALLY =
      """
      SELECT count(*) FILTER (WHERE state IN ('delivered', 'substituted')) AS crossed,
             count(*) FILTER (WHERE state IN ('not-delivered', 'refused-at-point')) AS failed
      FROM exchange.slot WHERE round_id = ?
      """;
  private static final String RESULTS =
      """
      SELECT o.id, o.slot_id, o.side, o.participant_id, o.result, o.occurred_on, o.despite, v.family_uk, v.given_uk, v.patronymic_uk,
             v.person_id, o.delivered_id, concat_ws(' ', a.family_uk, a.given_uk) AS delivered_name,
             c.id AS correction_id, c.in_effect_at, exchange.hash_of('correction', c.id) AS correction_hash,
             c.public_uk, c.public_en, c.ground,
             ARRAY(SELECT s.agency FROM exchange.signature s WHERE s.subject_kind = 'correction' AND s.subject_id = c.id) AS signatures
      FROM exchange.outcome o
      JOIN exchange.v_slot v ON v.id = o.slot_id
      LEFT JOIN exchange.awaited a ON a.id = o.delivered_id
      LEFT JOIN exchange.correction c ON c.outcome_id = o.id
      WHERE o.round_id = ?
      """;
  private static final String PAGE_OF_RESULTS =
      RESULTS
          + """
            ORDER BY c.id IS NULL, o.despite IS NULL, o.result = 'delivered', v.block_number, o.side DESC, o.slot_id LIMIT ? OFFSET ?
            """;
  private static final String RESULT = RESULTS + " AND o.id = ?";
  private static final String PROTOCOL_FILE =
      "SELECT file_sha256 FROM exchange.protocol WHERE round_id = ?";

  private final JdbcClient jdbc;

  HandoverRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SheetLine.Shown> sheets(RoundId round, int offset, int limit) {
    return jdbc.sql(SHEETS)
        .param("round", round.value())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, n) -> shown(row))
        .list();
  }

  Handovers.Progress progress(RoundId round) {
    return jdbc.sql(PROGRESS)
        .param(round.value())
        .query(
            (row, n) ->
                new Handovers.Progress(
                    row.getInt("slots"),
                    row.getInt("typed"),
                    row.getInt("sheets"),
                    row.getInt("crossed")))
        .single();
  }

  boolean save(RoundId round, SheetLine line, Member by) {
    SheetLine.Checks checks = line.checks();
    SheetLine.Word word = line.word();
    AwaitedId instead = line.instead();
    return jdbc.sql(SAVE)
            .param(line.result().code())
            .param(checks == null ? null : checks.ours())
            .param(checks == null ? null : checks.theirs())
            .param(checks == null ? null : checks.medical())
            .param(word == null ? null : word.yes() ? "yes" : "no")
            .param(word == null ? null : word.before())
            .param(instead == null ? null : instead.value())
            .param(by.id().value())
            .param(line.slot().value())
            .param(round.value())
            .param(line.version())
            .update()
        == 1;
  }

  boolean forget(SlotId slot, int version) {
    return jdbc.sql(FORGET).param(slot.value()).param(version).update() == 1;
  }

  void empty(RoundId round) {
    jdbc.sql(EMPTY).param(round.value()).update();
  }

  List<Handovers.Instead> instead(String family) {
    return jdbc.sql(INSTEAD)
        .param(family.replaceAll("[\\\\%_]", "\\\\$0") + "%")
        .query(
            (row, n) ->
                new Handovers.Instead(
                    new AwaitedId(row.getObject("id", UUID.class)),
                    RoundRepository.name(row),
                    row.getObject("born_on", LocalDate.class)))
        .list();
  }

  /// The handover that is scheduled; schedules one on that day if there is none.
  UUID scheduled(RoundId round, LocalDate on, Member by) {
    Optional<UUID> known = jdbc.sql(SCHEDULED).param(round.value()).query(UUID.class).optional();
    if (known.isPresent()) {
      return known.get();
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(SCHEDULE)
        .param(id)
        .param(round.value())
        .param(on)
        .param(by.id().value())
        .param(by.agency())
        .update();
    return id;
  }

  void step(UUID handover, String state, Instant at, Member by) {
    jdbc.sql(STEP)
        .param(handover)
        .param(state)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  void addCrossings(UUID handover, RoundId round, Member by) {
    jdbc.sql(CROSSINGS)
        .param(handover)
        .param(by.id().value())
        .param(by.agency())
        .param(round.value())
        .update();
  }

  void addProtocol(UUID handover, RoundId round, Protocol protocol, byte[] scan, Member by) {
    jdbc.sql(PROTOCOL)
        .param(handover)
        .param(round.value())
        .param(protocol.number())
        .param(scan)
        .param(protocol.heldOn())
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  void addOutcomes(RoundId round, LocalDate on, Member by) {
    jdbc.sql(OUTCOMES)
        .param(on)
        .param(by.id().value())
        .param(by.agency())
        .param(round.value())
        .update();
  }

  record Ended(int crossed, int failed) {}

  Ended ended(RoundId round) {
    return jdbc.sql(TALLY)
        .param(round.value())
        .query((row, n) -> new Ended(row.getInt("crossed"), row.getInt("failed")))
        .single();
  }

  List<Outcome> results(RoundId round, int offset, int limit) {
    return jdbc.sql(PAGE_OF_RESULTS)
        .param(round.value())
        .param(limit)
        .param(offset)
        .query((row, n) -> outcome(row))
        .list();
  }

  Optional<Outcome> result(RoundId round, UUID outcome) {
    return jdbc.sql(RESULT)
        .param(round.value())
        .param(outcome)
        .query((row, n) -> outcome(row))
        .optional();
  }

  Optional<byte[]> protocolFile(RoundId round) {
    return jdbc.sql(PROTOCOL_FILE).param(round.value()).query(byte[].class).optional();
  }

  private static SheetLine.Shown shown(ResultSet row) throws SQLException {
    SlotId slot = new SlotId(row.getObject("id", UUID.class));
    boolean typed = row.getBoolean("typed");
    String name = Objects.requireNonNull(row.getString("instead_name"));
    return new SheetLine.Shown(
        slot,
        row.getObject("position", Integer.class),
        row.getInt("block_number"),
        Side.of(row.getString("side")).orElseThrow(),
        row.getObject("participant_id", UUID.class),
        row.getObject("person_id", UUID.class),
        RoundRepository.name(row),
        row.getObject("reserve_rank", Integer.class),
        typed ? line(slot, row) : null,
        name.isEmpty() ? null : name);
  }

  private static SheetLine line(SlotId slot, ResultSet row) throws SQLException {
    String ours = row.getString("identity_ours");
    String word = row.getString("word");
    UUID instead = row.getObject("instead_id", UUID.class);
    return new SheetLine(
        slot,
        SlotState.of(row.getString("result")).orElseThrow(),
        ours == null
            ? null
            : new SheetLine.Checks(
                ours, row.getString("identity_theirs"), row.getString("medical")),
        word == null ? null : new SheetLine.Word(word.equals("yes"), row.getString("word_before")),
        instead == null ? null : new AwaitedId(instead),
        row.getInt("version"));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    UUID correction = row.getObject("correction_id", UUID.class);
    OffsetDateTime effect = row.getObject("in_effect_at", OffsetDateTime.class);
    @Nullable String delivered = row.getString("delivered_name");
    return new Outcome(
        row.getObject("id", UUID.class),
        new SlotId(row.getObject("slot_id", UUID.class)),
        Side.of(row.getString("side")).orElseThrow(),
        row.getObject("participant_id", UUID.class),
        row.getObject("person_id", UUID.class),
        RoundRepository.name(row),
        SlotState.of(row.getString("result")).orElseThrow(),
        row.getObject("delivered_id", UUID.class),
        delivered == null || delivered.isEmpty() ? null : delivered,
        row.getObject("occurred_on", LocalDate.class),
        row.getString("despite"),
        correction == null
            ? null
            : new Outcome.Correction(
                correction,
                row.getString("ground"),
                row.getString("public_uk"),
                row.getString("public_en"),
                row.getBytes("correction_hash"),
                BlockRepository.strings(row.getArray("signatures")),
                effect == null ? null : effect.toInstant()));
  }
}
