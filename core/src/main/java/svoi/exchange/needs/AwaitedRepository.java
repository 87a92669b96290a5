package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.IndexedNames;
import svoi.exchange.AwaitedId;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;
import svoi.exchange.ReturnState;
import svoi.names.PersonName;
import svoi.staff.Member;

/// SQL of awaited persons.
final class AwaitedRepository {
  static final String COLUMNS =
      """
      SELECT a.id, a.sex, a.family_uk, a.given_uk, a.patronymic_uk, a.family_ru, a.given_ru, a.patronymic_ru,
             a.family_latin, a.given_latin, a.born_on, a.category, a.condition, a.held_since, a.family_group_id,
             a.track, a.state, a.state_since, a.confirmed_from, a.kept_id, a.agency, a.entered_at, a.version,
             a.service_sealed IS NOT NULL AS service_kept, a.place_sealed IS NOT NULL AS place_kept,
             r.number AS round_number, c.id AS return_id, c.state AS return_state, c.state_since AS return_since
      """;
  static final String JOINS =
      """
      LEFT JOIN exchange.slot s ON s.participant_id = a.id AND s.state IN ('planned', 'named', 'confirmed')
      LEFT JOIN exchange.round r ON r.id = s.round_id
      LEFT JOIN exchange.return_case c ON c.awaited_id = a.id AND c.state NOT IN ('returned', 'closed')
      """;
  private static final String BY_IDS =
      COLUMNS + "FROM exchange.awaited a " + JOINS + " WHERE a.id = ANY (?)";
  private static final String LOCK =
      "SELECT track, version FROM exchange.awaited WHERE id = ? FOR NO KEY UPDATE";
  private static final String ADD =
      """
      INSERT INTO exchange.awaited (sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
        family_latin, given_latin, born_on, category, condition, held_since, id, entered_by, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      UPDATE exchange.awaited SET sex = ?, family_uk = ?, given_uk = ?, patronymic_uk = ?, family_ru = ?,
        given_ru = ?, patronymic_ru = ?, family_latin = ?, given_latin = ?, born_on = ?::date, category = ?,
        condition = ?, held_since = ?
      WHERE id = ?
      """;
  private static final String SEALED =
      "SELECT service_sealed, place_sealed FROM exchange.awaited WHERE id = ?";
  private static final String SEAL_SERVICE =
      "UPDATE exchange.awaited SET service_sealed = ?::bytea WHERE id = ?";
  private static final String SEAL_PLACE =
      "UPDATE exchange.awaited SET place_sealed = ?::bytea WHERE id = ?";
  private static final String RECORD =
      """
      INSERT INTO exchange.awaited_event (awaited_id, state, source, occurred_on, evidence_sha256, recorded_by, agency)
      VALUES (?, ?, ?, ?, ?::bytea, ?, ?)
      """;
  private static final String EVENTS =
      """
      SELECT id, state, source, occurred_on, evidence_sha256, agency, recorded_at FROM exchange.awaited_event
      WHERE awaited_id = ? ORDER BY recorded_at DESC, id
      """;
  private static final String ABSORBED =
      "SELECT id FROM exchange.awaited WHERE kept_id = ? ORDER BY entered_at, id";

  private final JdbcClient jdbc;

  AwaitedRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Locked(Track track, int version) {}

  /// Keeps others from saving this person until the transaction ends.
  Optional<Locked> lock(AwaitedId id) {
    return jdbc.sql(LOCK)
        .param(id.value())
        .query(
            (row, n) ->
                new Locked(Track.of(row.getString("track")).orElseThrow(), row.getInt("version")))
        .optional();
  }

  /// These persons in this order.
  List<AwaitedFile> of(Collection<UUID> ids) {
    Map<UUID, AwaitedFile> found =
        jdbc
            .sql(BY_IDS)
            .param(ids.toArray(UUID[]::new))
            .query((row, n) -> file(row))
            .list()
            .stream()
            .collect(Collectors.toMap(file -> file.id().value(), Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  Optional<AwaitedFile> find(AwaitedId id) {
    return of(List.of(id.value())).stream().findFirst();
  }

  void add(AwaitedId id, Awaited person, Member by) {
    bind(jdbc.sql(ADD), person)
        .param(id.value())
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  void update(AwaitedId id, Awaited person) {
    bind(jdbc.sql(UPDATE), person).param(id.value()).update();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Awaited person) {
    PersonName name = person.name();
    return sql.param(person.sex())
        .param(name.familyUk())
        .param(name.givenUk())
        .param(name.patronymicUk())
        .param(name.familyRu())
        .param(name.givenRu())
        .param(name.patronymicRu())
        .param(person.familyLatin())
        .param(person.givenLatin())
        .param(person.bornOn())
        .param(person.category().code())
        .param(person.health().code())
        .param(person.heldSince());
  }

  record Sealed(byte @Nullable [] service, byte @Nullable [] place) {}

  Sealed sealed(AwaitedId id) {
    return jdbc.sql(SEALED)
        .param(id.value())
        .query((row, n) -> new Sealed(row.getBytes(1), row.getBytes(2)))
        .single();
  }

  void sealService(AwaitedId id, byte @Nullable [] sealed) {
    jdbc.sql(SEAL_SERVICE).param(sealed).param(id.value()).update();
  }

  void sealPlace(AwaitedId id, byte @Nullable [] sealed) {
    jdbc.sql(SEAL_PLACE).param(sealed).param(id.value()).update();
  }

  void record(
      AwaitedId id,
      AwaitedState state,
      @Nullable Source source,
      LocalDate on,
      byte @Nullable [] evidence,
      Member by) {
    jdbc.sql(RECORD)
        .param(id.value())
        .param(state.code())
        .param(source == null ? null : source.code())
        .param(on)
        .param(evidence)
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  List<AwaitedEvent> events(AwaitedId id) {
    return jdbc.sql(EVENTS).param(id.value()).query((row, n) -> event(row)).list();
  }

  private static AwaitedEvent event(ResultSet row) throws SQLException {
    return new AwaitedEvent(
        row.getObject("id", UUID.class),
        AwaitedState.of(row.getString("state")).orElseThrow(),
        Optional.ofNullable(row.getString("source")),
        row.getObject("occurred_on", LocalDate.class),
        Optional.ofNullable(row.getBytes("evidence_sha256")),
        row.getString("agency"),
        instant(row, "recorded_at"));
  }

  /// Records that were merged into this one.
  List<AwaitedId> absorbed(AwaitedId kept) {
    return jdbc.sql(ABSORBED)
        .param(kept.value())
        .query((row, n) -> new AwaitedId(row.getObject(1, UUID.class)))
        .list();
  }

  static AwaitedFile file(ResultSet row) throws SQLException {
    UUID back = row.getObject("return_id", UUID.class);
    return new AwaitedFile(
        new AwaitedId(row.getObject("id", UUID.class)),
        person(row),
        Track.of(row.getString("track")).orElseThrow(),
        AwaitedState.of(row.getString("state")).orElseThrow(),
        instant(row, "state_since"),
        Optional.ofNullable(row.getString("confirmed_from")),
        row.getString("agency"),
        instant(row, "entered_at"),
        row.getInt("version"),
        Optional.ofNullable(row.getObject("family_group_id", UUID.class)),
        Optional.ofNullable(row.getObject("kept_id", UUID.class)).map(AwaitedId::new),
        Optional.ofNullable(row.getObject("round_number", Integer.class)),
        back == null
            ? Optional.empty()
            : Optional.of(
                new AwaitedFile.Return(
                    back,
                    ReturnState.of(row.getString("return_state")).orElseThrow(),
                    instant(row, "return_since"))),
        row.getBoolean("service_kept"),
        row.getBoolean("place_kept"));
  }

  private static Awaited person(ResultSet row) throws SQLException {
    return new Awaited(
        row.getString("sex"),
        IndexedNames.name(row),
        row.getString("family_latin"),
        row.getString("given_latin"),
        row.getObject("born_on", LocalDate.class),
        Category.of(row.getString("category")).orElseThrow(),
        Health.of(row.getString("condition")).orElseThrow(),
        row.getObject("held_since", LocalDate.class));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
