package svoi.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Alphabet;
import svoi.platform.Database;

/// Institutions of the prison service, and which liaison works in which. Nothing here says who is
/// held where.
public final class Institutions {
  private static final String ALL = "SELECT id, name_uk, name_en FROM staff.v_institution";
  private static final String ADD =
      "INSERT INTO staff.institution (id, name_uk, name_en) VALUES (?, ?, ?)";
  private static final String POST =
      """
      INSERT INTO staff.posting (id, member_id, institution_id, posted_by)
      VALUES (gen_random_uuid(), ?, ?, ?)
      ON CONFLICT (member_id, institution_id) WHERE ended_at IS NULL DO NOTHING
      """;
  private static final String END =
      """
      UPDATE staff.posting SET ended_by = ?, ended_at = platform.now()
      WHERE member_id = ? AND institution_id = ? AND ended_at IS NULL
      """;
  private static final String POSTINGS = "SELECT member_id, institution_id FROM staff.v_posting";
  private static final String OF_MEMBER = POSTINGS + " WHERE member_id = ?";

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Institutions(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// All institutions, by their Ukrainian names.
  public List<Institution> all() {
    return jdbc
        .sql(ALL)
        .query(
            (row, n) ->
                new Institution(
                    row.getObject("id", UUID.class),
                    row.getString("name_uk"),
                    row.getString("name_en")))
        .list()
        .stream()
        .sorted(Alphabet.ukrainian(Institution::nameUk))
        .toList();
  }

  /// Where the member works as a liaison now.
  public Set<UUID> of(Member member) {
    return new HashSet<>(
        jdbc.sql(OF_MEMBER)
            .param(member.id().value())
            .query((row, n) -> row.getObject("institution_id", UUID.class))
            .list());
  }

  /// One liaison in one institution.
  public record Posting(UUID member, UUID institution) {}

  /// All postings that count now.
  public List<Posting> postings() {
    return jdbc.sql(POSTINGS)
        .query(
            (row, n) ->
                new Posting(
                    row.getObject("member_id", UUID.class),
                    row.getObject("institution_id", UUID.class)))
        .list();
  }

  /// @throws org.springframework.dao.DataIntegrityViolationException if there is one of that name
  public UUID add(String nameUk, String nameEn, Member by) {
    by.needs(Right.MANAGE_STAFF);
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        () -> {
          jdbc.sql(ADD).params(id, nameUk, nameEn).update();
          audit.append(by.actor(), "staff.add-institution", Set.of(id), "");
          return id;
        });
  }

  /// Notes that `liaison` works in `institution` from now on; a second time it changes nothing.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if the account is not an open
  ///     one of a prison liaison
  public void post(UUID institution, StaffId liaison, Member by) {
    by.needs(Right.MANAGE_STAFF);
    UUID member = liaison.value();
    change(jdbc.sql(POST).params(member, institution, by.id().value()), "staff.post", member, by);
  }

  /// Notes that `liaison` works there no longer, in effect at once.
  public void end(UUID institution, StaffId liaison, Member by) {
    by.needs(Right.MANAGE_STAFF);
    UUID member = liaison.value();
    change(
        jdbc.sql(END).params(by.id().value(), member, institution),
        "staff.end-posting",
        member,
        by);
  }

  private void change(JdbcClient.StatementSpec change, String action, UUID member, Member by) {
    database
        .transactions()
        .executeWithoutResult(
            s -> {
              if (change.update() > 0) {
                audit.append(by.actor(), action, Set.of(member), "");
              }
            });
  }
}
