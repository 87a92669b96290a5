package svoi.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.platform.Language;
import svoi.staff.Member;

/// SQL of the author's side.
final class DraftRepository {
  private static final String FIND =
      """
      SELECT p.id, coalesce(p.proceeding_id, k.id) AS proceeding_id, coalesce(p.version, 0) AS version,
             p.photo_id, p.video_id, p.not_before,
             (SELECT jsonb_object_agg(t.language, t.plot) FROM register.profile_text t
              WHERE t.profile_id = p.id)::text AS texts
      FROM cases.v_proceeding k LEFT JOIN register.profile p ON p.person_id = k.person_id
      WHERE k.person_id = ?
      ORDER BY (p.proceeding_id = k.id) DESC NULLS LAST, k.in_force_from DESC NULLS LAST, k.id LIMIT 1
      """;
  private static final String ADD =
      """
      INSERT INTO register.profile (id, person_id, proceeding_id, author_id, author_agency)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (person_id) DO NOTHING
      """;
  private static final String ADVANCE =
      "UPDATE register.profile SET version = version + 1 WHERE id = ? AND version = ?";
  private static final String SET_TEXT =
      """
      INSERT INTO register.profile_text (profile_id, person_id, language, plot) VALUES (?, ?, ?, ?)
      ON CONFLICT (profile_id, language) DO UPDATE SET plot = excluded.plot
      WHERE profile_text.plot <> excluded.plot
      """;
  private static final String TAKE_TEXT =
      "DELETE FROM register.profile_text WHERE profile_id = ? AND language = ?";
  private static final String SET_MEDIA =
      """
      UPDATE register.profile SET photo_id = ?, video_id = ?, version = version + 1
      WHERE id = ? AND (photo_id, video_id) IS DISTINCT FROM (?::uuid, ?::uuid)
      """;
  private static final String SET_PROCEEDING =
      """
      UPDATE register.profile SET proceeding_id = ?, version = version + 1
      WHERE id = ? AND proceeding_id <> ?
      """;
  private static final String ADD_WRITER =
      """
      INSERT INTO register.writer (profile_id, person_id, member_id) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String REASONS =
      """
      SELECT c.language, c.code, c.passage, c.reason FROM register.clearance c
      JOIN register.profile p ON p.id = c.profile_id WHERE p.person_id = ?
      """;
  private static final String ADD_REASON =
      """
      INSERT INTO register.clearance (id, profile_id, person_id, language, code, passage, reason, cleared_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (profile_id, language, code, md5(passage)) DO NOTHING
      """;
  private static final String STANDING =
      "SELECT content_hash, obstacles FROM register.v_standing WHERE id = ?";
  private static final String CAPTIONS =
      """
      SELECT count(*) FROM media.v_rendition
      WHERE asset_id = ? AND name IN ('captions-uk.vtt', 'captions-ru.vtt', 'captions-en.vtt')
      """;
  private static final String ADD_SUBMISSION =
      """
      INSERT INTO register.submission (profile_id, person_id, content_hash, submitted_by)
      VALUES (?, ?, ?, ?)
      """;

  /// The few that are underway first, then the standing of each: the other way round every profile
  /// would be computed.
  private static final String UNDERWAY =
      """
      WITH u AS MATERIALIZED (
        SELECT r.profile_id, r.person_id, false AS sent_back, r.handed_in_at AS since FROM register.review r
        UNION ALL
        (SELECT DISTINCT ON (b.profile_id) b.profile_id, b.person_id, true, b.written_at
        FROM register.comment b
        WHERE b.sent_back AND NOT EXISTS (
          SELECT FROM register.submission u WHERE u.profile_id = b.profile_id AND u.submitted_at > b.written_at)
        ORDER BY b.profile_id, b.written_at DESC)),
      mine AS MATERIALIZED (
        SELECT u.*, n.family_uk || ' ' || n.given_uk AS name
        FROM u CROSS JOIN LATERAL (SELECT * FROM cases.v_person n WHERE n.id = u.person_id LIMIT 1) n
        WHERE n.agency = ? ORDER BY u.sent_back DESC, u.since LIMIT 100)
      SELECT m.person_id, m.name, m.sent_back, m.since, coalesce(s.approved_by, '{}') AS approved_by
      FROM mine m CROSS JOIN LATERAL (
        SELECT s.approved_by FROM register.v_standing s WHERE s.id = m.profile_id LIMIT 1) s
      ORDER BY m.sent_back DESC, m.since
      """;
  private static final String PROCEEDINGS =
      "SELECT id, case_number FROM cases.v_proceeding WHERE person_id = ? ORDER BY case_number";

  private final JdbcClient jdbc;

  DraftRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a reason was given for.
  record Passage(String language, String code, String passage) {}

  Optional<Manuscript> find(PersonId person) {
    return jdbc.sql(FIND)
        .param(person.value())
        .query((row, n) -> manuscript(person, row))
        .optional();
  }

  private static Manuscript manuscript(PersonId person, ResultSet row) throws SQLException {
    OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
    String texts = row.getString("texts");
    return new Manuscript(
        person,
        Optional.ofNullable(row.getObject("id", UUID.class)).map(ProfileId::new),
        Objects.requireNonNull(row.getObject("proceeding_id", UUID.class)),
        row.getInt("version"),
        texts == null ? Map.of() : ProfileRow.texts(texts),
        Optional.ofNullable(row.getObject("photo_id", UUID.class)),
        Optional.ofNullable(row.getObject("video_id", UUID.class)),
        Optional.ofNullable(notBefore).map(OffsetDateTime::toInstant));
  }

  void add(PersonId person, UUID proceeding, Member author) {
    jdbc.sql(ADD)
        .params(UUID.randomUUID(), person.value(), proceeding, author.id().value(), author.agency())
        .update();
  }

  /// Returns false when the version is an older one.
  boolean advance(ProfileId id, int version) {
    return jdbc.sql(ADVANCE).params(id.value(), version).update() == 1;
  }

  void setText(ProfileId id, PersonId person, Language language, String text) {
    if (text.isEmpty()) {
      jdbc.sql(TAKE_TEXT).params(id.value(), language.code()).update();
    } else {
      jdbc.sql(SET_TEXT).params(id.value(), person.value(), language.code(), text).update();
    }
  }

  void setMedia(ProfileId id, Optional<UUID> photo, Optional<UUID> video) {
    jdbc.sql(SET_MEDIA)
        .param(photo.orElse(null))
        .param(video.orElse(null))
        .param(id.value())
        .param(photo.orElse(null))
        .param(video.orElse(null))
        .update();
  }

  void setProceeding(ProfileId id, UUID proceeding) {
    jdbc.sql(SET_PROCEEDING).params(proceeding, id.value(), proceeding).update();
  }

  void setNotBefore(ProfileId id, Optional<Instant> moment) {
    jdbc.sql("UPDATE register.profile SET not_before = ? WHERE id = ?")
        .param(moment.map(m -> m.atOffset(ZoneOffset.UTC)).orElse(null))
        .param(id.value())
        .update();
  }

  void addWriter(ProfileId id, PersonId person, Member member) {
    jdbc.sql(ADD_WRITER).params(id.value(), person.value(), member.id().value()).update();
  }

  Map<Passage, String> reasons(PersonId person) {
    Map<Passage, String> reasons = new HashMap<>();
    jdbc.sql(REASONS)
        .param(person.value())
        .query(
            row -> {
              reasons.put(
                  new Passage(row.getString(1), row.getString(2), row.getString(3)),
                  row.getString(4));
            });
    return reasons;
  }

  void addReason(
      ProfileId id,
      PersonId person,
      Language language,
      TextCheck.Mark mark,
      String reason,
      Member by) {
    jdbc.sql(ADD_REASON)
        .param(UUID.randomUUID())
        .param(id.value())
        .param(person.value())
        .param(language.code())
        .param(mark.code())
        .param(mark.passage())
        .param(reason)
        .param(by.id().value())
        .update();
  }

  List<Drafts.Underway> underway(String agency) {
    return jdbc.sql(UNDERWAY)
        .param(agency)
        .query(
            (row, n) ->
                new Drafts.Underway(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("name"),
                    row.getBoolean("sent_back"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    Arrays.asList((String[]) row.getArray("approved_by").getArray())))
        .list();
  }

  List<Drafts.Proceeding> proceedings(PersonId person) {
    return jdbc.sql(PROCEEDINGS)
        .param(person.value())
        .query((row, n) -> new Drafts.Proceeding(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  Standing standing(ProfileId id) {
    return jdbc.sql(STANDING).param(id.value()).query((row, n) -> standing(row)).single();
  }

  static Standing standing(ResultSet row) throws SQLException {
    Array obstacles = row.getArray("obstacles");
    return new Standing(
        new ContentHash(row.getBytes("content_hash")),
        Arrays.asList((String[]) obstacles.getArray()));
  }

  boolean hasAllCaptions(UUID video) {
    return jdbc.sql(CAPTIONS).param(video).query(Integer.class).single()
        == Language.values().length;
  }

  void addSubmission(ProfileId id, PersonId person, ContentHash content, Member by) {
    jdbc.sql(ADD_SUBMISSION)
        .params(id.value(), person.value(), content.bytes(), by.id().value())
        .update();
  }
}
