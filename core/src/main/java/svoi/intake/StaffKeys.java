package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.platform.Sha256;

/// The key of each member, wrapped by a passphrase and by passkeys. There is no other check of a
/// passphrase than that it opens the wrap, and nobody can set it anew for somebody else.
public final class StaffKeys {
  /// Fifteen signs: what a passphrase of three or four words has.
  public static final int SHORTEST_PASSPHRASE = 15;

  /// How often a member may be wrong in [#WINDOW_MINUTES]. Five: who has forgotten the phrase knows
  /// it by then; a guesser has 480 tries in a day, each of them in the log.
  static final int MOST_TRIES = 5;

  static final int WINDOW_MINUTES = 15;

  private static final String ADD =
      """
      INSERT INTO intake.staff_key (staff_id, public_key, salt, by_passphrase) VALUES (?, ?, ?, ?)
      """;
  private static final String REMOVE = "DELETE FROM intake.staff_key WHERE staff_id = ?";
  private static final String BY_PASSPHRASE =
      "SELECT public_key, salt, by_passphrase FROM intake.staff_key WHERE staff_id = ?";
  private static final String CHANGE =
      "UPDATE intake.staff_key SET salt = ?, by_passphrase = ? WHERE staff_id = ?";
  private static final String ADD_PASSKEY =
      """
      INSERT INTO intake.staff_passkey AS p (credential_id, staff_id, by_prf) VALUES (?, ?, ?)
      ON CONFLICT (credential_id) DO UPDATE SET by_prf = excluded.by_prf
      WHERE p.staff_id = excluded.staff_id
      """;
  private static final String PASSKEYS =
      "SELECT credential_id FROM intake.staff_passkey WHERE staff_id = ?";
  private static final String REMOVE_PASSKEYS =
      "DELETE FROM intake.staff_passkey WHERE staff_id = ?";
  private static final String BY_PASSKEY =
      """
      SELECT k.public_key, p.by_prf FROM intake.staff_passkey p
      JOIN intake.staff_key k ON k.staff_id = p.staff_id WHERE p.credential_id = ? AND p.staff_id = ?
      """;
  private static final String COUNT_TRY =
      """
      INSERT INTO intake.unlock_try AS t (staff_id, since, tries) VALUES (:staff, platform.now(), 1)
      ON CONFLICT (staff_id) DO UPDATE SET
        tries = CASE WHEN t.since <= platform.now() - make_interval(mins => :window) THEN 1
                ELSE least(t.tries, :most) + 1 END,
        since = CASE WHEN t.since <= platform.now() - make_interval(mins => :window)
                THEN platform.now() ELSE t.since END
      RETURNING tries
      """;
  private static final String FORGET_TRY =
      "UPDATE intake.unlock_try SET tries = tries - 1 WHERE staff_id = ? AND tries > 1";
  private static final String FORGET_TRIES = "DELETE FROM intake.unlock_try WHERE staff_id = ?";
  private static final String PUBLIC = "SELECT public_key FROM intake.staff_key WHERE staff_id = ?";
  private static final String WRAPS =
      "SELECT epoch_id, wrapped FROM intake.desk_member_wrap WHERE staff_id = ?";
  private static final String EPOCH_KEY = "SELECT public_key FROM intake.desk_epoch WHERE id = ?";

  private final Database desk;
  private final Stretch stretch;
  private final AuditSink audit;

  /// @param desk the way to the database under the desk's role
  public StaffKeys(Database desk, IntakeSecrets secrets, AuditSink audit) {
    this.desk = desk;
    this.stretch = secrets.stretch();
    this.audit = audit;
  }

  /// Gives a member a key for the first time.
  ///
  /// @throws IntakeRefused if they have one, or the passphrase is too short
  public void enrol(UUID staff, char[] passphrase) {
    if (publicKey(staff).isPresent()) {
      throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
    }
    add(staff, passphrase, "intake.enrol");
  }

  /// Gives a member who lost passphrase and passkeys a new key. It opens nothing until a colleague
  /// grants it; all wraps of the old one are gone.
  public void renew(UUID staff, char[] passphrase) {
    add(staff, passphrase, "intake.renew-key");
  }

  /// Changes the passphrase.
  ///
  /// @throws IntakeRefused if the old one is wrong, or was guessed at too often
  public void change(UUID staff, char[] old, char[] passphrase) {
    KeyPair pair = tried(staff, () -> open(staff, old));
    Wrap wrap = wrap(staff, pair, passphrase);
    desk.inTransaction(
        () -> {
          desk.jdbc().sql(CHANGE).params(wrap.salt(), wrap.wrapped(), staff).update();
          audit.append(staff.toString(), "intake.change-passphrase", Set.of(), "");
          return true;
        });
    pair.wipe();
  }

  /// Lets a passkey open the same key. Who made the assertion was verified by the caller.
  ///
  /// @param prf what the authenticator computed, 32 bytes; never stored
  public void addPasskey(Unlocked member, byte[] credential, byte[] prf) {
    UUID staff = member.staff();
    byte[] wrapped = Aes.seal(passkeyKey(prf), member.own().privateKey(), bound(staff));
    desk.inTransaction(
        () -> {
          desk.jdbc().sql(ADD_PASSKEY).params(credential, staff, wrapped).update();
          audit.append(staff.toString(), "intake.add-passkey", Set.of(), "");
          return true;
        });
  }

  /// Credentials that open the member's key, in no order.
  public List<byte[]> passkeys(UUID staff) {
    return desk.jdbc().sql(PASSKEYS).param(staff).query((row, n) -> row.getBytes(1)).list();
  }

  /// From now on only the passphrase opens the member's key.
  public void removePasskeys(UUID staff) {
    desk.inTransaction(
        () -> {
          desk.jdbc().sql(REMOVE_PASSKEYS).param(staff).update();
          audit.append(staff.toString(), "intake.remove-passkeys", Set.of(), "");
          return true;
        });
  }

  /// Opens the member's key and with it those of their desks.
  ///
  /// @throws IntakeRefused if the passphrase is wrong, was wrong too often, or there is no key
  public Unlocked unlock(UUID staff, char[] passphrase) {
    return unlocked(staff, tried(staff, () -> open(staff, passphrase)), "passphrase");
  }

  /// The same by a passkey.
  ///
  /// @param credential whose assertion was verified
  /// @param prf what the authenticator computed
  public Unlocked unlock(UUID staff, byte[] credential, byte[] prf) {
    return unlocked(staff, tried(staff, () -> open(staff, credential, prf)), "passkey");
  }

  /// How a key is told from another by people: eight groups of four signs.
  public Optional<String> fingerprint(UUID staff) {
    return publicKey(staff)
        .map(key -> Sha256.hex(Sha256.of(key)).substring(0, 32))
        .map(hex -> String.join(" ", hex.split("(?<=\\G.{4})")));
  }

  Optional<byte[]> publicKey(UUID staff) {
    return desk.jdbc().sql(PUBLIC).param(staff).query((row, n) -> row.getBytes(1)).optional();
  }

  private void add(UUID staff, char[] passphrase, String action) {
    KeyPair pair = KeyPair.generate();
    Wrap wrap = wrap(staff, pair, passphrase);
    desk.inTransaction(
        () -> {
          desk.jdbc().sql(REMOVE).param(staff).update();
          desk.jdbc()
              .sql(ADD)
              .params(staff, pair.publicKey(), wrap.salt(), wrap.wrapped())
              .update();
          audit.append(staff.toString(), action, Set.of(), "");
          return true;
        });
    pair.wipe();
  }

  private record Wrap(byte[] salt, byte[] wrapped) {}

  private Wrap wrap(UUID staff, KeyPair pair, char[] passphrase) {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      throw new IntakeRefused(IntakeRefused.Reason.PASSPHRASE_TOO_SHORT);
    }
    byte[] salt = Bytes.random(IntakeSecrets.SALT_BYTES);
    byte[] wrapped = Aes.seal(passphraseKey(passphrase, salt), pair.privateKey(), bound(staff));
    return new Wrap(salt, wrapped);
  }

  private KeyPair open(UUID staff, char[] passphrase) {
    byte[][] row =
        desk.jdbc()
            .sql(BY_PASSPHRASE)
            .param(staff)
            .query((r, n) -> new byte[][] {r.getBytes(1), r.getBytes(2), r.getBytes(3)})
            .optional()
            .orElseThrow(StaffKeys::wrong);
    return opened(row[0], passphraseKey(passphrase, row[1]), row[2], staff);
  }

  private KeyPair open(UUID staff, byte[] credential, byte[] prf) {
    return desk.jdbc()
        .sql(BY_PASSKEY)
        .params(credential, staff)
        .query((row, n) -> new byte[][] {row.getBytes(1), row.getBytes(2)})
        .optional()
        .map(row -> opened(row[0], passkeyKey(prf), row[1], staff))
        .orElseThrow(StaffKeys::wrong);
  }

  /// Counts before it tries, so that many at once are counted, too. What was wrong, or refused
  /// unseen, is in the log.
  private KeyPair tried(UUID staff, Supplier<KeyPair> opening) {
    try {
      countTry(staff);
      KeyPair pair = opening.get();
      desk.jdbc().sql(FORGET_TRIES).param(staff).update();
      return pair;
    } catch (IntakeRefused e) {
      audit.append(staff.toString(), "intake.unlock-refused", Set.of(), e.code());
      throw e;
    } catch (IntakeUnavailable e) {
      desk.jdbc().sql(FORGET_TRY).param(staff).update();
      throw e;
    }
  }

  private void countTry(UUID staff) {
    int tries =
        desk.jdbc()
            .sql(COUNT_TRY)
            .param("staff", staff)
            .param("window", WINDOW_MINUTES)
            .param("most", MOST_TRIES)
            .query(Integer.class)
            .single();
    if (tries > MOST_TRIES) {
      throw new IntakeRefused(IntakeRefused.Reason.TOO_MANY_TRIES);
    }
  }

  private static KeyPair opened(byte[] publicKey, byte[] kek, byte[] wrapped, UUID staff) {
    try {
      return new KeyPair(publicKey, Aes.open(kek, wrapped, bound(staff)));
    } catch (Damaged e) {
      throw wrong();
    }
  }

  /// Opens the keys of the desks with the member's own.
  Unlocked unlocked(UUID staff, KeyPair own, String by) {
    Map<UUID, KeyPair> epochs = new HashMap<>();
    for (Map.Entry<UUID, byte[]> wrap : wraps(staff)) {
      byte[] publicKey =
          desk.jdbc().sql(EPOCH_KEY).param(wrap.getKey()).query((r, n) -> r.getBytes(1)).single();
      byte[] secret = Hpke.open(own, wrap.getValue(), DeskKeys.context(wrap.getKey(), staff));
      epochs.put(wrap.getKey(), new KeyPair(publicKey, secret));
    }
    audit.append(staff.toString(), "intake.unlock", Set.of(), by);
    return new Unlocked(staff, own, epochs);
  }

  private List<Map.Entry<UUID, byte[]>> wraps(UUID staff) {
    return desk.jdbc()
        .sql(WRAPS)
        .param(staff)
        .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)))
        .list();
  }

  private byte[] passphraseKey(char[] passphrase, byte[] salt) {
    byte[] typed = new String(passphrase).getBytes(StandardCharsets.UTF_8);
    byte[] stretched = stretch.stretch(typed, salt);
    try {
      return Hkdf.expand(stretched, "intake/staff/passphrase/v1");
    } finally {
      Bytes.wipe(typed, stretched);
    }
  }

  private static byte[] passkeyKey(byte[] prf) {
    if (prf.length != Hkdf.BYTES) {
      throw wrong();
    }
    return Hkdf.expand(prf, "intake/staff/passkey/v1");
  }

  private static byte[] bound(UUID staff) {
    return Bytes.concat(
        "svoi/intake/staff/v1".getBytes(StandardCharsets.US_ASCII), Bytes.of(staff));
  }

  private static IntakeRefused wrong() {
    return new IntakeRefused(IntakeRefused.Reason.WRONG_KEY);
  }
}
