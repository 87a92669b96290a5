package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.Finding;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Contacts of relatives, each under a key of its own, and the talks with them.
public final class Families {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PURPOSE = "exchange.contact";
  private static final String OF =
      """
      SELECT c.id, c.sealed, c.means, c.language, c.hours_from, c.hours_to, c.version FROM exchange.family_contact c
      WHERE c.awaited_id = ? OR c.awaited_id IN (SELECT a.id FROM exchange.awaited a WHERE a.kept_id = ?)
      ORDER BY c.entered_at, c.id
      """;
  private static final String LOCK =
      """
      SELECT version FROM exchange.family_contact
      WHERE id = ? AND (awaited_id = ? OR awaited_id IN (SELECT a.id FROM exchange.awaited a WHERE a.kept_id = ?))
      FOR UPDATE
      """;
  private static final String ADD =
      """
      INSERT INTO exchange.family_contact (sealed, means, language, hours_from, hours_to, id, awaited_id, entered_by)
      VALUES (?, ?, ?, ?::time, ?::time, ?, ?, ?) ON CONFLICT (id) DO NOTHING
      """;
  private static final String UPDATE =
      """
      UPDATE exchange.family_contact SET sealed = ?, means = ?, language = ?, hours_from = ?::time, hours_to = ?::time
      WHERE id = ?
      """;
  private static final String DELETE = "DELETE FROM exchange.family_contact WHERE id = ?";
  private static final String TALK =
      """
      INSERT INTO exchange.family_talk (id, awaited_id, contact_id, about, result, talked_by)
      VALUES (gen_random_uuid(), ?, ?, ?, ?, ?)
      """;
  private static final String TALKS =
      """
      SELECT about, result, talked_at FROM exchange.family_talk WHERE awaited_id = ?
      ORDER BY talked_at DESC, id LIMIT 50
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final PersonKeys keys;

  public Families(Database database, AuditSink audit, PersonKeys keys) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.keys = keys;
  }

  /// @param version a save that names an older one is stale
  public record Stored(UUID id, FamilyContact contact, int version) {}

  /// @param about `status`, `return` or `death`
  /// @param reached whether somebody was spoken with
  public record Talk(String about, boolean reached, Instant at) {}

  /// What came of saving a contact.
  public sealed interface Outcome {
    record Saved(UUID id) implements Outcome {}

    record Refused(Finding finding) implements Outcome {}

    record Stale(Stored current) implements Outcome {}
  }

  /// Contacts of this person's relatives, also of records merged into it; that they were read is in
  /// the log before they are.
  public List<Stored> contacts(AwaitedFile file, Member by) {
    needs(file, by);
    audit.append(by.actor(), "exchange.family-read", Set.of(file.id().value()), "");
    return stored(file);
  }

  private List<Stored> stored(AwaitedFile file) {
    UUID id = file.id().value();
    return jdbc.sql(OF).params(id, id).query((row, n) -> row(row)).list();
  }

  private Stored row(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Map<String, String> plain =
        keys.open(id, PURPOSE, row.getBytes("sealed"))
            .map(bytes -> JSON.readValue(bytes, new TypeReference<Map<String, String>>() {}))
            .orElse(Map.of());
    return new Stored(
        id,
        new FamilyContact(
            plain.getOrDefault("name", ""),
            plain.getOrDefault("kinship", ""),
            plain.getOrDefault("reach", ""),
            plain.getOrDefault("word", ""),
            FamilyContact.Means.of(row.getString("means")).orElseThrow(),
            row.getString("language"),
            row.getObject("hours_from", LocalTime.class),
            row.getObject("hours_to", LocalTime.class)),
        row.getInt("version"));
  }

  private byte[] sealed(UUID id, FamilyContact contact) {
    Map<String, String> plain = new LinkedHashMap<>();
    plain.put("name", contact.name());
    plain.put("kinship", contact.kinship());
    plain.put("reach", contact.reach());
    plain.put("word", contact.word());
    return keys.seal(id, PURPOSE, JSON.writeValueAsBytes(plain));
  }

  /// Enters a contact.
  ///
  /// @param id made for the form: what is sent twice is saved once
  public Outcome add(AwaitedFile file, UUID id, FamilyContact contact, Member by) {
    needs(file, by);
    return keepingRules(
        () -> {
          bind(jdbc.sql(ADD), id, contact).param(file.id().value()).param(by.id().value()).update();
          audit.append(by.actor(), "exchange.family-save", Set.of(file.id().value()), "");
          return new Outcome.Saved(id);
        });
  }

  /// Corrects a contact.
  ///
  /// @param version that the officer saw
  public Outcome save(AwaitedFile file, UUID id, int version, FamilyContact contact, Member by) {
    needs(file, by);
    return keepingRules(
        () -> {
          int known = lock(file, id).orElseThrow(() -> new IllegalArgumentException("no contact"));
          if (known != version) {
            return new Outcome.Stale(
                stored(file).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow());
          }
          bind(jdbc.sql(UPDATE), id, contact).update();
          audit.append(by.actor(), "exchange.family-save", Set.of(file.id().value()), "");
          return new Outcome.Saved(id);
        });
  }

  /// The version of a contact of this person; nobody else saves it until the transaction ends.
  private Optional<Integer> lock(AwaitedFile file, UUID id) {
    UUID person = file.id().value();
    return jdbc.sql(LOCK).params(id, person, person).query(Integer.class).optional();
  }

  private JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec sql, UUID id, FamilyContact contact) {
    return sql.param(sealed(id, contact))
        .param(contact.means().code())
        .param(contact.language())
        .param(contact.from())
        .param(contact.to())
        .param(id);
  }

  /// Deletes a contact whose purpose has ended, with its key.
  ///
  /// @return whether there was such a contact
  public boolean delete(AwaitedFile file, UUID id, Member by) {
    needs(file, by);
    return database.inTransaction(
        () -> {
          if (lock(file, id).isEmpty()) {
            return false;
          }
          jdbc.sql(DELETE).param(id).update();
          keys.erase(id);
          audit.append(by.actor(), "exchange.family-delete", Set.of(file.id().value()), "");
          return true;
        });
  }

  /// Notes that somebody spoke with relatives, or tried to. What was said is noted nowhere.
  ///
  /// @param about `status`, `return` or `death`
  public Optional<Finding> talk(
      AwaitedFile file, UUID contact, String about, boolean reached, Member by) {
    needs(file, by);
    String result = reached ? "reached" : "not-reached";
    Outcome outcome =
        keepingRules(
            () -> {
              if (lock(file, contact).isEmpty()) {
                return new Outcome.Refused(new Finding("family.no_contact", "contact"));
              }
              jdbc.sql(TALK)
                  .params(file.id().value(), contact, about, result, by.id().value())
                  .update();
              audit.append(
                  by.actor(),
                  "exchange.family-talk",
                  Set.of(file.id().value()),
                  about + " " + result);
              return new Outcome.Saved(contact);
            });
    return outcome instanceof Outcome.Refused(Finding finding)
        ? Optional.of(finding)
        : Optional.empty();
  }

  /// Talks about this person, the latest first; at most fifty.
  public List<Talk> talks(AwaitedFile file, Member by) {
    needs(file, by);
    return jdbc.sql(TALKS)
        .param(file.id().value())
        .query(
            (row, n) ->
                new Talk(
                    row.getString("about"),
                    row.getString("result").equals("reached"),
                    AwaitedRepository.instant(row, "talked_at")))
        .list();
  }

  private Outcome keepingRules(Supplier<Outcome> work) {
    try {
      return database.inTransaction(work);
    } catch (DataIntegrityViolationException e) {
      return new Outcome.Refused(NeedRules.finding(e));
    }
  }

  private static void needs(AwaitedFile file, Member by) {
    by.needs(Right.CONTACT_FAMILIES);
    if (!file.track().isSeenBy(by)) {
      throw new Forbidden("awaited.other_track");
    }
  }
}
