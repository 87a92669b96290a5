package svoi.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of the schema `cases`.
final class CaseRepository {
  private static final String FIND =
      """
      SELECT p.id AS proceeding, p.person_id
      FROM cases.person n JOIN cases.proceeding p ON p.person_id = coalesce(n.merged_into, n.id)
      WHERE p.case_number = ? AND n.born_on = ? AND n.family_uk = ?
      ORDER BY n.merged_into NULLS FIRST LIMIT 1
      """;
  private static final String ADD_PERSON =
      """
      INSERT INTO cases.person (sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
        family_latin, given_latin, born_on, citizen, custody_from, custody_until, prisoner_of_war,
        enemy_serviceman, died_on, left_on, id, agency, imported)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
      """;
  private static final String UPDATE_PERSON =
      """
      UPDATE cases.person n SET (sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
        family_latin, given_latin, born_on, citizen, custody_from, custody_until, prisoner_of_war,
        enemy_serviceman, died_on, left_on) = ROW (v.*)
      FROM (VALUES (?, ?, ?, ?::text, ?, ?, ?::text, ?, ?, ?::date, ?::boolean, ?::date, ?::date, ?::boolean,
        ?::boolean, ?::date, ?::date)) v
      WHERE n.id = ? AND (n.sex, n.family_uk, n.given_uk, n.patronymic_uk, n.family_ru, n.given_ru, n.patronymic_ru,
        n.family_latin, n.given_latin, n.born_on, n.citizen, n.custody_from, n.custody_until, n.prisoner_of_war,
        n.enemy_serviceman, n.died_on, n.left_on) IS DISTINCT FROM ROW (v.*)
      """;
  private static final String ADD_PROCEEDING =
      "INSERT INTO cases.proceeding (id, person_id, region, case_number, closed_session) VALUES (?, ?, ?, ?, ?)";
  private static final String UPDATE_PROCEEDING =
      """
      UPDATE cases.proceeding SET region = ?, closed_session = ?
      WHERE id = ? AND (region, closed_session) IS DISTINCT FROM (?, ?)
      """;
  private static final String ADD_VERDICT =
      """
      INSERT INTO cases.verdict (guilty, in_absentia, rendered_on, in_force_from, sentence_years, sentence_months,
        life, confiscation, proceeding_id, person_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE_VERDICT =
      """
      UPDATE cases.verdict n SET (guilty, in_absentia, rendered_on, in_force_from, sentence_years, sentence_months,
        life, confiscation) = ROW (v.*)
      FROM (VALUES (?::boolean, ?::boolean, ?::date, ?::date, ?::smallint, ?::smallint, ?::boolean, ?::boolean)) v
      WHERE n.proceeding_id = ? AND n.person_id = ?
        AND (n.guilty, n.in_absentia, n.rendered_on, n.in_force_from, n.sentence_years, n.sentence_months,
          n.life, n.confiscation) IS DISTINCT FROM ROW (v.*)
      """;
  private static final String ADD_CHARGE =
      """
      INSERT INTO cases.charge (proceeding_id, person_id, article, article_from, has_parts, part,
        committed_from, committed_to, date_reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT charge_once DO NOTHING
      """;
  private static final String CHARGES =
      "SELECT article, part FROM cases.charge WHERE proceeding_id = ?";
  private static final String DROP_CHARGE =
      "DELETE FROM cases.charge WHERE proceeding_id = ? AND article = ? AND part IS NOT DISTINCT FROM ?";
  private static final String ADD_EVENTS =
      """
      INSERT INTO cases.event (id, proceeding_id, person_id, kind, occurred_on)
      SELECT gen_random_uuid(), p.id, p.person_id, n.kind, n.day
      FROM cases.proceeding p, unnest(?::text[], ?::date[]) n (kind, day)
      WHERE p.id = ? AND NOT EXISTS (
        SELECT FROM cases.event e
        WHERE e.proceeding_id = p.id AND e.kind = n.kind AND e.occurred_on = n.day)
      """;
  private static final String ADD_EVENT_OF_PERSON =
      """
      INSERT INTO cases.event (id, proceeding_id, person_id, kind, occurred_on)
      SELECT gen_random_uuid(), p.id, p.person_id, ?, ? FROM cases.proceeding p WHERE p.person_id = ?
      """;

  private final JdbcClient jdbc;

  CaseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Key(PersonId person, UUID proceeding) {}

  Optional<Key> find(Person person, CaseFile file) {
    return jdbc.sql(FIND)
        .params(file.caseNumber(), person.bornOn(), person.familyUk())
        .query(
            (row, n) ->
                new Key(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getObject("proceeding", UUID.class)))
        .optional();
  }

  void add(PersonId id, Person person, String agency, UUID proceeding, CaseFile file) {
    bind(jdbc.sql(ADD_PERSON), person).param(id.value()).param(agency).update();
    jdbc.sql(ADD_PROCEEDING)
        .params(proceeding, id.value(), file.region(), file.caseNumber(), file.closedSession())
        .update();
    bind(jdbc.sql(ADD_VERDICT), file.verdict()).param(proceeding).param(id.value()).update();
    addCounts(proceeding, id, file.counts());
    addEvents(proceeding, file.events());
  }

  boolean update(PersonId id, Person person) {
    return bind(jdbc.sql(UPDATE_PERSON), person).param(id.value()).update() > 0;
  }

  boolean update(UUID proceeding, PersonId person, CaseFile file) {
    int changed =
        jdbc.sql(UPDATE_PROCEEDING)
            .params(
                file.region(),
                file.closedSession(),
                proceeding,
                file.region(),
                file.closedSession())
            .update();
    changed +=
        bind(jdbc.sql(UPDATE_VERDICT), file.verdict())
            .param(proceeding)
            .param(person.value())
            .update();
    changed += dropCountsMissingFrom(file.counts(), proceeding);
    changed += addCounts(proceeding, person, file.counts());
    return changed + addEvents(proceeding, file.events()) > 0;
  }

  void addEvent(PersonId person, CaseFile.Event event) {
    jdbc.sql(ADD_EVENT_OF_PERSON).params(event.kind(), event.on(), person.value()).update();
  }

  void setLeft(PersonId person, @Nullable LocalDate on) {
    jdbc.sql("UPDATE cases.person SET left_on = ? WHERE id = ?")
        .param(on)
        .param(person.value())
        .update();
  }

  void setDied(PersonId person, LocalDate on) {
    jdbc.sql("UPDATE cases.person SET died_on = ? WHERE id = ?")
        .params(on, person.value())
        .update();
  }

  private int dropCountsMissingFrom(List<CaseFile.Count> counts, UUID proceeding) {
    record Stored(String article, @Nullable Integer part) {}
    return jdbc
        .sql(CHARGES)
        .param(proceeding)
        .query((row, n) -> new Stored(row.getString(1), row.getObject(2, Integer.class)))
        .list()
        .stream()
        .filter(
            s ->
                counts.stream()
                    .noneMatch(
                        c ->
                            c.article().equals(s.article())
                                && java.util.Objects.equals(c.part(), s.part())))
        .mapToInt(
            s ->
                jdbc.sql(DROP_CHARGE).param(proceeding).param(s.article()).param(s.part()).update())
        .sum();
  }

  private int addCounts(UUID proceeding, PersonId person, List<CaseFile.Count> counts) {
    int added = 0;
    for (CaseFile.Count count : counts) {
      added +=
          jdbc.sql(ADD_CHARGE)
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
    return added;
  }

  private int addEvents(UUID proceeding, List<CaseFile.Event> events) {
    return jdbc.sql(ADD_EVENTS)
        .param(events.stream().map(CaseFile.Event::kind).toArray(String[]::new))
        .param(events.stream().map(e -> e.on().toString()).toArray(String[]::new))
        .param(proceeding)
        .update();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Person person) {
    return PersonColumns.bind(sql, person).param(person.diedOn()).param(person.leftOn());
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec sql, CaseFile.Verdict verdict) {
    return sql.param(verdict.guilty())
        .param(verdict.inAbsentia())
        .param(verdict.renderedOn())
        .param(verdict.inForceFrom())
        .param(verdict.years())
        .param(verdict.months())
        .param(verdict.life())
        .param(verdict.confiscation());
  }
}
