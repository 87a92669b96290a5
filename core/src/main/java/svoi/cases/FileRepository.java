package svoi.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Sha256;

/// SQL of whole files as the desk works on them.
final class FileRepository {
  private static final String LOCK =
      "SELECT agency, version FROM cases.person WHERE id = ? AND merged_into IS NULL FOR UPDATE";
  private static final String PERSON =
      """
      SELECT id, agency, version, imported, merged_into, sex, family_uk, given_uk, patronymic_uk,
             family_ru, given_ru, patronymic_ru, family_latin, given_latin, born_on, citizen,
             custody_from, custody_until, prisoner_of_war, enemy_serviceman, died_on, left_on
      FROM cases.person WHERE id = ?
      """;
  private static final String PROCEEDINGS =
      """
      SELECT p.id, p.region, p.case_number, p.closed_session, p.register_id, p.pretrial_number,
             v.guilty, v.in_absentia, v.rendered_on, v.in_force_from, v.sentence_years,
             v.sentence_months, v.life, v.confiscation, c.in_force
      FROM cases.proceeding p
      JOIN cases.verdict v ON v.proceeding_id = p.id
      JOIN cases.v_proceeding c ON c.id = p.id
      WHERE p.person_id = ? ORDER BY v.rendered_on, p.case_number
      """;
  private static final String COUNTS =
      """
      SELECT article, article_from, has_parts, part, committed_from, committed_to, date_reason
      FROM cases.charge WHERE proceeding_id = ? ORDER BY article, part
      """;
  private static final String STEPS =
      """
      SELECT kind, occurred_on, recorded_at FROM cases.v_event
      WHERE proceeding_id = ? ORDER BY occurred_on, recorded_at
      """;
  private static final String VERDICT_FILE =
      """
      SELECT proceeding_id, person_id, sha256, bytes, uploaded_at FROM cases.verdict_file
      WHERE proceeding_id = ? ORDER BY uploaded_at DESC LIMIT 1
      """;
  private static final String ADD_PERSON =
      """
      INSERT INTO cases.person (sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
        family_latin, given_latin, born_on, citizen, custody_from, custody_until, prisoner_of_war,
        enemy_serviceman, id, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE_PERSON =
      """
      UPDATE cases.person SET sex = ?, family_uk = ?, given_uk = ?, patronymic_uk = ?, family_ru = ?,
        given_ru = ?, patronymic_ru = ?, family_latin = ?, given_latin = ?, born_on = ?, citizen = ?,
        custody_from = ?, custody_until = ?, prisoner_of_war = ?, enemy_serviceman = ?, imported = false
      WHERE id = ?
      """;
  private static final String ADD_PROCEEDING =
      """
      INSERT INTO cases.proceeding (region, case_number, closed_session, register_id, pretrial_number, id, person_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE_PROCEEDING =
      """
      UPDATE cases.proceeding
      SET region = ?, case_number = ?, closed_session = ?, register_id = ?, pretrial_number = ?
      WHERE id = ? AND person_id = ?
      """;
  private static final String PUT_VERDICT =
      """
      INSERT INTO cases.verdict AS v (guilty, in_absentia, rendered_on, in_force_from, sentence_years,
        sentence_months, life, confiscation, proceeding_id, person_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (proceeding_id) DO UPDATE SET guilty = excluded.guilty, in_absentia = excluded.in_absentia,
        rendered_on = excluded.rendered_on, in_force_from = excluded.in_force_from,
        sentence_years = excluded.sentence_years, sentence_months = excluded.sentence_months,
        life = excluded.life, confiscation = excluded.confiscation
      """;
  private static final String DROP_COUNT =
      """
      DELETE FROM cases.charge WHERE proceeding_id = ? AND person_id = ? AND article = ?
        AND part IS NOT DISTINCT FROM ?
      """;
  private static final String ADD_COUNT =
      """
      INSERT INTO cases.charge (proceeding_id, person_id, article, article_from, has_parts, part,
        committed_from, committed_to, date_reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_STEP =
      """
      INSERT INTO cases.event (id, proceeding_id, person_id, kind, occurred_on, recorded_by)
      SELECT gen_random_uuid(), ?, ?, ?, ?::date, ?
      WHERE NOT EXISTS (SELECT FROM cases.v_event e
                        WHERE e.proceeding_id = ? AND e.kind = ? AND e.occurred_on = ?::date)
      """;

  private final JdbcClient jdbc;

  FileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Locked(String agency, int version) {}

  /// Keeps others from saving this person until the transaction ends; empty if there is no such
  /// record, or it was merged into another.
  Optional<Locked> lock(PersonId id) {
    return jdbc.sql(LOCK)
        .param(id.value())
        .query((row, n) -> new Locked(row.getString("agency"), row.getInt("version")))
        .optional();
  }

  Optional<StoredFile> find(PersonId id) {
    return jdbc.sql(PERSON)
        .param(id.value())
        .query((row, n) -> file(row, proceedings(id)))
        .optional();
  }

  void add(PersonId id, Person person, String agency) {
    PersonColumns.bind(jdbc.sql(ADD_PERSON), person).param(id.value()).param(agency).update();
  }

  void update(PersonId id, Person person) {
    PersonColumns.bind(jdbc.sql(UPDATE_PERSON), person).param(id.value()).update();
  }

  void addProceeding(UUID id, PersonId person, ProceedingEntry entry) {
    bind(jdbc.sql(ADD_PROCEEDING), entry).param(id).param(person.value()).update();
  }

  /// Returns whether this proceeding belongs to this person.
  boolean updateProceeding(UUID id, PersonId person, ProceedingEntry entry) {
    return bind(jdbc.sql(UPDATE_PROCEEDING), entry).param(id).param(person.value()).update() == 1;
  }

  void putVerdict(UUID proceeding, PersonId person, CaseFile.Verdict verdict) {
    jdbc.sql(PUT_VERDICT)
        .param(verdict.guilty())
        .param(verdict.inAbsentia())
        .param(verdict.renderedOn())
        .param(verdict.inForceFrom())
        .param(verdict.years())
        .param(verdict.months())
        .param(verdict.life())
        .param(verdict.confiscation())
        .param(proceeding)
        .param(person.value())
        .update();
  }

  List<CaseFile.Count> counts(UUID proceeding) {
    return jdbc.sql(COUNTS).param(proceeding).query((row, n) -> count(row)).list();
  }

  void dropCount(UUID proceeding, PersonId person, CaseFile.Count count) {
    jdbc.sql(DROP_COUNT)
        .param(proceeding)
        .param(person.value())
        .param(count.article())
        .param(count.part())
        .update();
  }

  void addCount(UUID proceeding, PersonId person, CaseFile.Count count) {
    jdbc.sql(ADD_COUNT)
        .param(proceeding)
        .param(person.value())
        .param(count.article())
        .param(count.articleFrom())
        .param(count.hasParts())
        .param(count.part())
        .param(count.committedFrom())
        .param(count.committedTo())
        .param(count.dateReason())
        .update();
  }

  /// Adds a step that is not known yet.
  void addStep(UUID proceeding, PersonId person, CaseFile.Event step, UUID recordedBy) {
    jdbc.sql(ADD_STEP)
        .params(
            proceeding,
            person.value(),
            step.kind(),
            step.on(),
            recordedBy,
            proceeding,
            step.kind(),
            step.on())
        .update();
  }

  private List<StoredFile.Proceeding> proceedings(PersonId person) {
    return jdbc.sql(PROCEEDINGS).param(person.value()).query((row, n) -> proceeding(row)).list();
  }

  private StoredFile.Proceeding proceeding(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    CaseFile file =
        new CaseFile(
            row.getString("region"),
            row.getString("case_number"),
            row.getBoolean("closed_session"),
            counts(id),
            verdict(row),
            List.of());
    return new StoredFile.Proceeding(
        id,
        row.getString("register_id"),
        row.getString("pretrial_number"),
        file,
        row.getBoolean("in_force"),
        steps(id),
        verdictFile(id));
  }

  List<StoredFile.Step> steps(UUID proceeding) {
    return jdbc.sql(STEPS)
        .param(proceeding)
        .query(
            (row, n) ->
                new StoredFile.Step(
                    row.getString("kind"),
                    row.getObject("occurred_on", LocalDate.class),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private Optional<VerdictFile> verdictFile(UUID proceeding) {
    return jdbc.sql(VERDICT_FILE).param(proceeding).query((row, n) -> verdictFile(row)).optional();
  }

  static VerdictFile verdictFile(ResultSet row) throws SQLException {
    return new VerdictFile(
        row.getObject("proceeding_id", UUID.class),
        row.getObject("person_id", UUID.class),
        Sha256.hex(row.getBytes("sha256")),
        row.getLong("bytes"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
  }

  private static CaseFile.Verdict verdict(ResultSet row) throws SQLException {
    return new CaseFile.Verdict(
        row.getBoolean("guilty"),
        row.getBoolean("in_absentia"),
        row.getObject("rendered_on", LocalDate.class),
        row.getObject("in_force_from", LocalDate.class),
        row.getObject("sentence_years", Integer.class),
        row.getInt("sentence_months"),
        row.getBoolean("life"),
        row.getBoolean("confiscation"));
  }

  private static CaseFile.Count count(ResultSet row) throws SQLException {
    return new CaseFile.Count(
        row.getString("article"),
        row.getObject("article_from", LocalDate.class),
        row.getBoolean("has_parts"),
        row.getObject("part", Integer.class),
        row.getObject("committed_from", LocalDate.class),
        row.getObject("committed_to", LocalDate.class),
        row.getString("date_reason"));
  }

  private static StoredFile file(ResultSet row, List<StoredFile.Proceeding> proceedings)
      throws SQLException {
    @Nullable UUID keptBy = row.getObject("merged_into", UUID.class);
    return new StoredFile(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("agency"),
        row.getInt("version"),
        row.getBoolean("imported"),
        Optional.ofNullable(keptBy).map(PersonId::new),
        PersonColumns.read(row),
        row.getString("family_latin"),
        row.getString("given_latin"),
        proceedings);
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec sql, ProceedingEntry entry) {
    return sql.param(entry.file().region())
        .param(entry.file().caseNumber())
        .param(entry.file().closedSession())
        .param(entry.registerId())
        .param(entry.pretrialNumber());
  }
}
