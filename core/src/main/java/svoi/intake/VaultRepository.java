package svoi.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Vaults as they are stored, all sealed.
final class VaultRepository {
  private static final String KEY = "SELECT public_key FROM intake.vault WHERE case_id = ?";
  private static final String ADD = "INSERT INTO intake.vault (case_id, public_key) VALUES (?, ?)";
  private static final String CHANGE_KEY =
      "UPDATE intake.vault SET public_key = ? WHERE case_id = ?";
  private static final String REMOVE = "DELETE FROM intake.vault WHERE case_id = ?";
  private static final String ENTRIES =
      "SELECT body FROM intake.vault_entry WHERE case_id = ? ORDER BY number";
  private static final String PUT_ENTRY =
      """
      INSERT INTO intake.vault_entry (case_id, number, body) VALUES (?, ?, ?)
      ON CONFLICT (case_id, number) DO UPDATE SET body = excluded.body
      """;
  private static final String SHARE =
      "SELECT sealed FROM intake.vault_share WHERE case_id = ? AND staff_id = ?";
  private static final String HOLDERS = "SELECT staff_id FROM intake.vault_share WHERE case_id = ?";
  private static final String PUT_SHARE =
      """
      INSERT INTO intake.vault_share (case_id, staff_id, sealed) VALUES (?, ?, ?)
      ON CONFLICT (case_id, staff_id) DO UPDATE SET sealed = excluded.sealed
      """;
  private static final String REMOVE_SHARE =
      "DELETE FROM intake.vault_share WHERE case_id = ? AND staff_id = ?";
  private static final String MEMBERS =
      """
      SELECT w.staff_id, k.public_key FROM intake.desk_member_wrap w
      JOIN intake.staff_key k ON k.staff_id = w.staff_id WHERE w.epoch_id = ?
      """;
  private static final String OPENING =
      "SELECT asked_by, reason, agreed_by, share, until FROM intake.vault_opening_of(?)";
  private static final String OVER =
      "DELETE FROM intake.vault_opening WHERE case_id = ? AND until <= platform.now()";
  private static final String ASK =
      "INSERT INTO intake.vault_opening (case_id, asked_by, reason) VALUES (?, ?, ?)";
  private static final String AGREE =
      """
      UPDATE intake.vault_opening SET agreed_by = ?, share = ?
      WHERE case_id = ? AND agreed_by IS NULL AND until > platform.now()
      """;
  private static final String CHANGE_SHARE =
      "UPDATE intake.vault_opening SET share = ? WHERE case_id = ? AND agreed_by IS NOT NULL";
  private static final String CLOSE = "DELETE FROM intake.vault_opening WHERE case_id = ?";
  private static final String ASKED =
      """
      SELECT o.case_id FROM intake.vault_opening o
      JOIN intake.vault_share s ON s.case_id = o.case_id AND s.staff_id = :member
      JOIN intake.intake_case c ON c.id = o.case_id
      JOIN intake.desk_epoch e ON e.id = c.epoch_id JOIN intake.desk d ON d.id = e.desk_id
      WHERE d.code = :desk AND o.asked_by <> :member AND o.agreed_by IS NULL
      AND o.until > platform.now() ORDER BY o.case_id
      """;

  private final JdbcClient jdbc;

  VaultRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param share that `agreedBy` gave, sealed to `askedBy`; both are absent until somebody agrees
  record OpeningRow(
      UUID askedBy,
      byte[] reason,
      @Nullable UUID agreedBy,
      byte @Nullable [] share,
      Instant until) {}

  Optional<byte[]> publicKey(UUID id) {
    return jdbc.sql(KEY).param(id).query((row, n) -> row.getBytes(1)).optional();
  }

  void add(UUID id, byte[] publicKey) {
    jdbc.sql(ADD).params(id, publicKey).update();
  }

  void changeKey(UUID id, byte[] publicKey) {
    jdbc.sql(CHANGE_KEY).params(publicKey, id).update();
  }

  /// Returns whether there was one.
  boolean remove(UUID id) {
    return jdbc.sql(REMOVE).param(id).update() == 1;
  }

  /// What was put in, by number from 1.
  List<byte[]> entries(UUID id) {
    return jdbc.sql(ENTRIES).param(id).query((row, n) -> row.getBytes(1)).list();
  }

  void putEntry(UUID id, int number, byte[] body) {
    jdbc.sql(PUT_ENTRY).params(id, number, body).update();
  }

  Optional<byte[]> share(UUID id, UUID member) {
    return jdbc.sql(SHARE).params(id, member).query((row, n) -> row.getBytes(1)).optional();
  }

  Set<UUID> holders(UUID id) {
    return new HashSet<>(jdbc.sql(HOLDERS).param(id).query(UUID.class).list());
  }

  void putShare(UUID id, UUID member, byte[] sealed) {
    jdbc.sql(PUT_SHARE).params(id, member, sealed).update();
  }

  void removeShare(UUID id, UUID member) {
    jdbc.sql(REMOVE_SHARE).params(id, member).update();
  }

  /// Members of the epoch's desk with their public keys.
  Map<UUID, byte[]> members(UUID epoch) {
    Map<UUID, byte[]> members = new HashMap<>();
    jdbc.sql(MEMBERS)
        .param(epoch)
        .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)))
        .list()
        .forEach(entry -> members.put(entry.getKey(), entry.getValue()));
    return members;
  }

  /// The request or opening that has not run out.
  Optional<OpeningRow> opening(UUID id) {
    return jdbc.sql(OPENING)
        .param(id)
        .query(
            (row, n) ->
                new OpeningRow(
                    row.getObject("asked_by", UUID.class),
                    row.getBytes("reason"),
                    row.getObject("agreed_by", UUID.class),
                    row.getBytes("share"),
                    row.getObject("until", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void ask(UUID id, UUID member, byte[] reason) {
    jdbc.sql(OVER).param(id).update();
    jdbc.sql(ASK).params(id, member, reason).update();
  }

  /// Returns false if somebody agreed before, or nobody asks any more.
  boolean agree(UUID id, UUID member, byte[] share) {
    return jdbc.sql(AGREE).params(member, share, id).update() == 1;
  }

  void changeGiven(UUID id, byte[] share) {
    jdbc.sql(CHANGE_SHARE).params(share, id).update();
  }

  /// Returns whether there was a request or an opening.
  boolean close(UUID id) {
    return jdbc.sql(CLOSE).param(id).update() == 1;
  }

  /// Cases of a desk whose vault somebody else wants to open and of which this member has a share.
  List<UUID> asked(UUID member, String desk) {
    return jdbc.sql(ASKED).param("member", member).param("desk", desk).query(UUID.class).list();
  }
}
