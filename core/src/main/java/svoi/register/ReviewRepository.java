package svoi.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.staff.Member;

/// SQL of the reviewers' side.
final class ReviewRepository {
  /// The standing of those in the queue only, whatever the planner thinks of their number.
  private static final String QUEUE =
      """
      SELECT r.person_id, s.family_uk || ' ' || s.given_uk AS name, s.family_latin || ' ' || s.given_latin AS latin,
             n.agency, r.handed_in_at, s.approved_by, s.content_hash <> r.content_hash AS changed,
             EXISTS (SELECT FROM register.writer w WHERE w.profile_id = r.profile_id AND w.member_id = ?) AS own
      FROM (SELECT * FROM register.review ORDER BY handed_in_at LIMIT ?) r
      CROSS JOIN LATERAL (SELECT * FROM register.v_standing s WHERE s.id = r.profile_id LIMIT 1) s
      CROSS JOIN LATERAL (SELECT * FROM cases.v_person n WHERE n.id = r.person_id LIMIT 1) n
      ORDER BY r.handed_in_at, r.person_id
      """;
  private static final String SHEET =
      """
      SELECT s.id, s.content_hash, s.content::text AS content, s.obstacles, s.approved_by,
             s.photo_id IS NOT NULL OR s.video_id IS NOT NULL AS media,
             EXISTS (SELECT FROM register.clearance c WHERE c.profile_id = s.id) AS cleared,
             EXISTS (SELECT FROM register.review r
                     WHERE r.profile_id = s.id AND r.content_hash = s.content_hash) AS handed_in,
             b.content_hash AS before_hash, b.content::text AS before
      FROM register.v_standing s
      LEFT JOIN LATERAL (
        SELECT k.content_hash, k.content FROM register.content k
        JOIN register.approval q ON q.profile_id = k.profile_id AND q.content_hash = k.content_hash
        WHERE k.profile_id = s.id AND k.content_hash <> s.content_hash
        GROUP BY k.content_hash, k.content HAVING count(DISTINCT q.agency) >= 2
        ORDER BY max(q.approved_at) DESC LIMIT 1) b ON true
      WHERE s.person_id = ?
      """;
  private static final String WROTE =
      "SELECT count(*) FROM register.writer WHERE profile_id = ? AND member_id = ?";
  private static final String LOCK =
      "SELECT version FROM register.profile WHERE person_id = ? FOR UPDATE";
  private static final String ADD_COMMENT =
      """
      INSERT INTO register.comment (id, profile_id, person_id, content_hash, sent_back, body, role, written_by, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String HISTORY =
      """
      SELECT * FROM (
        SELECT u.submitted_at AS at, 'handed-in' AS what, m.agency, 'author' AS role, u.content_hash,
               NULL AS body, NULL::text[] AS checked
        FROM register.submission u JOIN staff.v_member m ON m.id = u.submitted_by WHERE u.person_id = :person
        UNION ALL
        SELECT q.approved_at, 'approved', q.agency, 'reviewer', q.content_hash, NULL, q.checked
        FROM register.approval q WHERE q.profile_id = (SELECT p.id FROM register.profile p WHERE p.person_id = :person)
        UNION ALL
        SELECT b.written_at, CASE WHEN b.sent_back THEN 'sent-back' ELSE 'comment' END, b.agency, b.role,
               b.content_hash, b.body, NULL
        FROM register.comment b WHERE b.profile_id = (SELECT p.id FROM register.profile p WHERE p.person_id = :person)
        UNION ALL
        SELECT h.placed_at, 'held', h.agency, 'monitor', NULL, NULL, NULL FROM register.hold h WHERE h.person_id = :person
        UNION ALL
        SELECT h.lifted_at, 'lifted', h.lifted_agency, 'monitor', NULL, NULL, NULL
        FROM register.hold h WHERE h.person_id = :person AND h.lifted_at IS NOT NULL
        UNION ALL
        SELECT a.first_at, 'appeared', '', '', NULL, NULL, NULL FROM register.appearance a
        WHERE a.profile_id = (SELECT p.id FROM register.profile p WHERE p.person_id = :person)) step
      ORDER BY at DESC LIMIT 200
      """;

  private final JdbcClient jdbc;

  ReviewRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Waiting> queue(Member by, int limit) {
    return jdbc.sql(QUEUE)
        .params(by.id().value(), limit)
        .query(
            (row, n) ->
                new Waiting(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("name"),
                    row.getString("latin"),
                    row.getString("agency"),
                    row.getObject("handed_in_at", OffsetDateTime.class).toInstant(),
                    strings(row.getArray("approved_by")),
                    row.getBoolean("changed"),
                    row.getBoolean("own")))
        .list();
  }

  Optional<Reviews.Sheet> sheet(PersonId person) {
    return jdbc.sql(SHEET).param(person.value()).query((row, n) -> sheet(row)).optional();
  }

  private static Reviews.Sheet sheet(ResultSet row) throws SQLException {
    Set<Check> required = EnumSet.of(Check.VERDICT, Check.WORDS);
    if (row.getBoolean("cleared")) {
      required.add(Check.MARKS);
    }
    if (row.getBoolean("media")) {
      required.addAll(Set.of(Check.ORIGINAL, Check.NO_DURESS, Check.NO_CHILDREN));
    }
    byte[] before = row.getBytes("before_hash");
    return new Reviews.Sheet(
        new ProfileId(row.getObject("id", UUID.class)),
        Content.read(new ContentHash(row.getBytes("content_hash")), row.getString("content")),
        before == null
            ? Optional.empty()
            : Optional.of(Content.read(new ContentHash(before), row.getString("before"))),
        strings(row.getArray("obstacles")),
        strings(row.getArray("approved_by")),
        row.getBoolean("handed_in"),
        required);
  }

  boolean wrote(ProfileId id, Member by) {
    return jdbc.sql(WROTE).params(id.value(), by.id().value()).query(Integer.class).single() > 0;
  }

  /// Edits and other reviewers of this profile wait until the transaction ends.
  void lock(PersonId person) {
    jdbc.sql(LOCK).param(person.value()).query(Integer.class).optional();
  }

  void addComment(
      Reviews.Sheet sheet, PersonId person, boolean sentBack, String body, String role, Member by) {
    jdbc.sql(ADD_COMMENT)
        .param(UUID.randomUUID())
        .param(sheet.id().value())
        .param(person.value())
        .param(sheet.present().hash().bytes())
        .param(sentBack)
        .param(body)
        .param(role)
        .param(by.id().value())
        .param(by.agency())
        .update();
  }

  List<Step> history(PersonId person) {
    return jdbc.sql(HISTORY).param("person", person.value()).query((row, n) -> step(row)).list();
  }

  private static Step step(ResultSet row) throws SQLException {
    byte[] content = row.getBytes("content_hash");
    return new Step(
        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
        row.getString("what"),
        row.getString("agency"),
        row.getString("role"),
        Optional.ofNullable(content).map(ContentHash::new),
        Optional.ofNullable(row.getString("body")),
        strings(row.getArray("checked")));
  }

  private static List<String> strings(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
