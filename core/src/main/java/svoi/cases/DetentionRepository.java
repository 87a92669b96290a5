package svoi.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.PersonKeys;
import svoi.staff.StaffId;

/// SQL of places of detention, which leave the database sealed and come back so.
final class DetentionRepository {
  private static final String PURPOSE = "svoi.cases.detention";
  private static final String ADD =
      "INSERT INTO cases.detention (id, person_id, sealed, recorded_by) VALUES (?, ?, ?, ?)";
  private static final String OF_PERSON =
      """
      SELECT person_id, sealed, recorded_at FROM cases.detention
      WHERE person_id = ? OR person_id IN (SELECT id FROM cases.person WHERE merged_into = ?)
      ORDER BY recorded_at DESC, id
      """;

  private final JdbcClient jdbc;
  private final PersonKeys keys;

  DetentionRepository(JdbcClient jdbc, PersonKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  void add(PersonId person, byte[] plain, StaffId by) {
    byte[] sealed = keys.seal(person.value(), PURPOSE, plain);
    jdbc.sql(ADD).params(UUID.randomUUID(), person.value(), sealed, by.value()).update();
  }

  private record Sealed(UUID person, byte[] bytes, Instant recordedAt) {}

  /// All places of the person and of records merged into theirs, the last recorded first; what an
  /// erased key sealed is left out.
  List<Detention> of(PersonId person) {
    return jdbc
        .sql(OF_PERSON)
        .params(person.value(), person.value())
        .query(
            (row, n) ->
                new Sealed(
                    row.getObject("person_id", UUID.class),
                    row.getBytes("sealed"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .flatMap(
            row ->
                keys.open(row.person(), PURPOSE, row.bytes()).stream()
                    .map(plain -> Detention.of(plain, row.recordedAt())))
        .toList();
  }
}
