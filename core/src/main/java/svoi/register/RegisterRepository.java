package svoi.register;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.platform.Change;
import svoi.platform.Language;
import svoi.staff.Member;

/// SQL of the schema `register`, for the staff's side.
final class RegisterRepository {
  private static final String FIND = "SELECT id FROM register.profile WHERE person_id = ?";
  private static final String ADD =
      """
      INSERT INTO register.profile (id, person_id, proceeding_id, author_id, author_agency, photo_id, video_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      UPDATE register.profile SET proceeding_id = ?, photo_id = ?, video_id = ?, version = version + 1
      WHERE id = ? AND (proceeding_id, photo_id, video_id) IS DISTINCT FROM (?, ?, ?)
      """;
  private static final String SAVE_TEXTS =
      """
      INSERT INTO register.profile_text (profile_id, person_id, language, plot)
      SELECT ?, ?, n.language, n.plot FROM unnest(?::text[], ?::text[]) n (language, plot)
      ON CONFLICT (profile_id, language) DO UPDATE SET plot = excluded.plot
      WHERE profile_text.plot <> excluded.plot
      """;
  private static final String ADVANCE =
      "UPDATE register.profile SET version = version + 1 WHERE id = ?";
  private static final String ADD_WRITER =
      """
      INSERT INTO register.writer (profile_id, person_id, member_id) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String STANDING =
      "SELECT content_hash, obstacles FROM register.v_standing WHERE id = ?";
  private static final String ADD_SUBMISSION =
      """
      INSERT INTO register.submission (profile_id, person_id, content_hash, submitted_by)
      SELECT p.id, p.person_id, ?, p.author_id FROM register.profile p WHERE p.id = ?
        AND NOT EXISTS (SELECT FROM register.submission u WHERE u.profile_id = p.id AND u.content_hash = ?)
      """;
  private static final String ADD_APPROVAL =
      """
      INSERT INTO register.approval (profile_id, person_id, content_hash, agency, agency_publishes, reviewer_id, author_id,
        checked)
      SELECT p.id, p.person_id, ?, ?, coalesce((SELECT publishes FROM staff.v_agency WHERE code = ?), false), ?, p.author_id,
        ?
      FROM register.profile p WHERE p.id = ?
      ON CONFLICT ON CONSTRAINT approval_once_per_agency DO NOTHING
      """;
  private static final String ADD_HOLD =
      "INSERT INTO register.hold (id, person_id, placed_by, agency) VALUES (?, ?, ?, ?)";
  private static final String LIFT_HOLD =
      """
      UPDATE register.hold SET lifted_by = ?, lifted_agency = ?, lifted_at = platform.now()
      WHERE id = ? AND lifted_at IS NULL
      """;
  private static final String END_SCHEDULES =
      "UPDATE register.profile SET not_before = NULL WHERE not_before <= platform.now()";
  private static final String ADD_APPEARANCES =
      """
      INSERT INTO register.appearance (profile_id, person_id)
      SELECT id, person_id FROM register.v_visible v
      WHERE NOT EXISTS (SELECT FROM register.appearance a WHERE a.profile_id = v.id)
      ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;

  RegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Drafted save(Draft draft) {
    Optional<UUID> known =
        jdbc.sql(FIND).param(draft.person().value()).query(UUID.class).optional();
    UUID id = known.orElseGet(UUID::randomUUID);
    UUID photo = draft.photo().orElse(null);
    UUID video = draft.video().orElse(null);
    int changed;
    if (known.isEmpty()) {
      changed =
          jdbc.sql(ADD)
              .param(id)
              .param(draft.person().value())
              .param(draft.proceeding())
              .param(draft.author().id().value())
              .param(draft.author().agency())
              .param(photo)
              .param(video)
              .update();
    } else {
      changed =
          jdbc.sql(UPDATE)
              .param(draft.proceeding())
              .param(photo)
              .param(video)
              .param(id)
              .param(draft.proceeding())
              .param(photo)
              .param(video)
              .update();
    }
    List<Map.Entry<Language, String>> texts = List.copyOf(draft.texts().entrySet());
    int written =
        jdbc.sql(SAVE_TEXTS)
            .param(id)
            .param(draft.person().value())
            .param(texts.stream().map(t -> t.getKey().code()).toArray(String[]::new))
            .param(texts.stream().map(Map.Entry::getValue).toArray(String[]::new))
            .update();
    if (written > 0 && changed == 0) {
      jdbc.sql(ADVANCE).param(id).update();
    }
    changed += written;
    if (changed > 0) {
      jdbc.sql(ADD_WRITER).params(id, draft.person().value(), draft.author().id().value()).update();
    }
    Change change = changed == 0 ? Change.UNCHANGED : Change.CHANGED;
    return new Drafted(new ProfileId(id), known.isEmpty() ? Change.NEW : change);
  }

  Optional<UUID> personOf(ProfileId id) {
    return jdbc.sql("SELECT person_id FROM register.profile WHERE id = ?")
        .param(id.value())
        .query(UUID.class)
        .optional();
  }

  Optional<ProfileId> profileOf(PersonId person) {
    return jdbc.sql(FIND).param(person.value()).query(UUID.class).optional().map(ProfileId::new);
  }

  Standing standing(ProfileId id) {
    return jdbc.sql(STANDING)
        .param(id.value())
        .query(
            (row, n) ->
                new Standing(
                    new ContentHash(row.getBytes(1)),
                    Arrays.asList((String[]) row.getArray(2).getArray())))
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("no profile " + id));
  }

  /// Notes in the author's name that this content was handed in, if nobody did.
  void addSubmission(ProfileId id, ContentHash content) {
    jdbc.sql(ADD_SUBMISSION).params(content.bytes(), id.value(), content.bytes()).update();
  }

  void addApproval(ProfileId id, ContentHash seen, Collection<Check> checked, Member reviewer) {
    jdbc.sql(ADD_APPROVAL)
        .param(seen.bytes())
        .param(reviewer.agency())
        .param(reviewer.agency())
        .param(reviewer.id().value())
        .param(checked.stream().sorted().map(Check::code).toArray(String[]::new))
        .param(id.value())
        .update();
  }

  UUID addHold(PersonId person, Member by) {
    UUID id = UUID.randomUUID();
    jdbc.sql(ADD_HOLD).params(id, person.value(), by.id().value(), by.agency()).update();
    return id;
  }

  void liftHold(UUID hold, Member by) {
    jdbc.sql(LIFT_HOLD).params(by.id().value(), by.agency(), hold).update();
  }

  int addAppearances() {
    jdbc.sql(END_SCHEDULES).update();
    return jdbc.sql(ADD_APPEARANCES).update();
  }
}
