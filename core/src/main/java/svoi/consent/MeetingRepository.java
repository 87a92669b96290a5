package svoi.consent;

import static svoi.consent.ConsentRepository.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.staff.StaffId;

/// SQL of guided sessions.
final class MeetingRepository {
  private static final String OPEN =
      """
      INSERT INTO consent.session (id, person_id, led_by, text_version, language, session_start, present_roles)
      VALUES (?, ?, ?, ?, ?, platform.now(), ARRAY['interviewer'])
      ON CONFLICT (person_id, led_by) WHERE signed_at IS NULL DO NOTHING
      """;
  private static final String FIND =
      """
      SELECT id, person_id, led_by, text_version, language, read_aloud, points_read, present_roles, counsel_licence,
        counsel_member, place_kind, session_start, session_end, valid_until, scopes, version, saved_at
      FROM consent.session WHERE person_id = ? AND led_by = ? AND signed_at IS NULL
      """;
  private static final String SAVE =
      """
      UPDATE consent.session SET language = ?, read_aloud = ?, points_read = ?, present_roles = ?,
        counsel_licence = ?, counsel_member = ?, place_kind = ?, session_start = ?, session_end = ?,
        valid_until = ?, scopes = ?
      WHERE id = ? AND led_by = ? AND version = ? AND signed_at IS NULL
      """;
  private static final String SIGN =
      """
      UPDATE consent.session SET signed_at = platform.now(), evidence_sha256 = ?, evidence_type = ?
      WHERE id = ? AND led_by = ? AND version = ? AND signed_at IS NULL
      """;
  private static final String DISCARD =
      "DELETE FROM consent.session WHERE id = ? AND led_by = ? AND signed_at IS NULL";

  private final JdbcClient jdbc;

  MeetingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean open(PersonId person, StaffId by, String textVersion, String language) {
    return jdbc.sql(OPEN)
            .params(UUID.randomUUID(), person.value(), by.value(), textVersion, language)
            .update()
        > 0;
  }

  Optional<Meeting> find(PersonId person, StaffId by) {
    return jdbc.sql(FIND)
        .params(person.value(), by.value())
        .query((row, n) -> meeting(row))
        .optional();
  }

  boolean save(UUID id, StaffId by, Sheet sheet, int version) {
    return jdbc.sql(SAVE)
            .param(sheet.language())
            .param(sheet.readAloud())
            .param(sheet.points().stream().sorted().map(Integer::shortValue).toArray(Short[]::new))
            .param(sheet.present().stream().sorted().toArray(String[]::new))
            .param(sheet.counselLicence())
            .param(sheet.counselMember())
            .param(sheet.placeKind())
            .param(time(sheet.start()))
            .param(time(sheet.end()))
            .param(sheet.validUntil())
            .param(ConsentRepository.codes(sheet.scopes()))
            .param(id)
            .param(by.value())
            .param(version)
            .update()
        == 1;
  }

  boolean sign(Meeting meeting, byte[] evidence, String type) {
    return jdbc.sql(SIGN)
            .param(evidence)
            .param(type)
            .param(meeting.id())
            .param(meeting.ledBy().value())
            .param(meeting.version())
            .update()
        == 1;
  }

  boolean discard(UUID id, StaffId by) {
    return jdbc.sql(DISCARD).params(id, by.value()).update() == 1;
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    Sheet sheet =
        new Sheet(
            row.getString("language"),
            row.getBoolean("read_aloud"),
            points(row.getArray("points_read")),
            texts(row.getArray("present_roles")),
            row.getString("counsel_licence"),
            row.getObject("counsel_member", UUID.class),
            row.getString("place_kind"),
            instant(row, "session_start"),
            instant(row, "session_end"),
            row.getObject("valid_until", LocalDate.class),
            texts(row.getArray("scopes")).stream()
                .flatMap(code -> Scope.of(code).stream())
                .collect(Collectors.toSet()));
    return new Meeting(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        new StaffId(row.getObject("led_by", UUID.class)),
        row.getString("text_version"),
        sheet,
        row.getInt("version"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }

  private static Set<Integer> points(Array array) throws SQLException {
    return Arrays.stream((Short[]) array.getArray())
        .map(Short::intValue)
        .collect(Collectors.toSet());
  }

  static Set<String> texts(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : utc(instant);
  }
}
