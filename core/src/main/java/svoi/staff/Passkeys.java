package svoi.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The passkeys of members, by their WebAuthn ids.
public final class Passkeys {
  private static final String COLUMNS =
      """
      SELECT credential_id, member_id, label, public_key, sign_count, uv_initialized, backup_eligible,
             backup_state, transports, attestation, client_data, created_at, last_used_at
      FROM staff.passkey
      """;
  private static final String ADD =
      """
      INSERT INTO staff.passkey (credential_id, member_id, label, public_key, sign_count, uv_initialized,
        backup_eligible, backup_state, transports, attestation, client_data, created_at, last_used_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (credential_id) DO UPDATE SET
        sign_count = excluded.sign_count, backup_state = excluded.backup_state, last_used_at = now()
      WHERE staff.passkey.member_id = excluded.member_id
      """;
  private static final String REMOVE =
      """
      DELETE FROM staff.passkey p WHERE p.credential_id = ? AND p.member_id = ?
        AND EXISTS (SELECT FROM staff.passkey o
                    WHERE o.member_id = p.member_id AND o.credential_id <> p.credential_id)
      """;

  private final JdbcClient jdbc;

  public Passkeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a passkey, or notes that a known one was used.
  public void save(Passkey key) {
    jdbc.sql(ADD)
        .param(key.credentialId())
        .param(key.member().value())
        .param(key.label())
        .param(key.publicKey())
        .param(key.signCount())
        .param(key.userVerified())
        .param(key.backupEligible())
        .param(key.backupState())
        .param(key.transports().stream().sorted().toArray(String[]::new))
        .param(key.attestation())
        .param(key.clientData())
        .param(at(key.createdAt()))
        .param(at(key.lastUsedAt()))
        .update();
  }

  public Optional<Passkey> find(byte[] credentialId) {
    return jdbc.sql(COLUMNS + "WHERE credential_id = ?")
        .param(credentialId)
        .query((row, n) -> passkey(row))
        .optional();
  }

  /// A member's passkeys, the oldest first.
  public List<Passkey> of(StaffId member) {
    return jdbc.sql(COLUMNS + "WHERE member_id = ? ORDER BY created_at")
        .param(member.value())
        .query((row, n) -> passkey(row))
        .list();
  }

  /// Removes one of several passkeys; the last one stays.
  ///
  /// @return whether it was removed
  public boolean remove(StaffId member, byte[] credentialId) {
    return jdbc.sql(REMOVE).param(credentialId).param(member.value()).update() == 1;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    return new Passkey(
        row.getBytes("credential_id"),
        new StaffId(row.getObject("member_id", UUID.class)),
        row.getString("label"),
        row.getBytes("public_key"),
        row.getLong("sign_count"),
        row.getBoolean("uv_initialized"),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backup_state"),
        Set.of((String[]) row.getArray("transports").getArray()),
        row.getBytes("attestation"),
        row.getBytes("client_data"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant());
  }
}
