package svoi.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One key for each person, sealed under a master key that is never in the database.
///
/// Nothing is remembered here: an erasure counts at once in every process. Copies of the database
/// made before an erasure still hold the sealed key; the runbook of backups says what to do.
public final class PersonKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final String ADD =
      """
      INSERT INTO platform.person_key (person_id, wrapped) VALUES (?, ?)
      ON CONFLICT (person_id) DO NOTHING
      """;
  private static final String FIND =
      "SELECT wrapped FROM platform.person_key WHERE person_id = ? AND erased_at IS NULL";
  private static final String ERASED =
      "SELECT EXISTS (SELECT FROM platform.person_key WHERE person_id = ? AND erased_at IS NOT NULL)";
  private static final String ANY =
      "SELECT person_id FROM platform.person_key WHERE erased_at IS NULL LIMIT 1";
  private static final String ERASE =
      """
      UPDATE platform.person_key SET wrapped = NULL, erased_at = now()
      WHERE person_id = ? AND erased_at IS NULL
      """;

  private final JdbcClient jdbc;
  private final Aead master;
  private final byte[] marks;

  /// @param jdbc statements under the desk's role
  /// @param master the master key, 32 bytes
  public PersonKeys(JdbcClient jdbc, byte[] master) {
    this.jdbc = jdbc;
    try {
      this.master = new AesGcmJce(master);
      this.marks = derive(master.clone(), "svoi.fingerprints");
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("master key", e);
    }
  }

  /// Seals `plain` under the person's key, which is made at the first use.
  ///
  /// @param purpose what it is for; only the same purpose opens it
  /// @throws EvidenceDamaged if the person's key was erased
  public byte[] seal(UUID person, String purpose, byte[] plain) {
    try {
      return new AesGcmJce(make(person, purpose)).encrypt(plain, bytes(person));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What was sealed; empty once the person's key is erased.
  ///
  /// @throws EvidenceDamaged if `sealed` was changed
  public Optional<byte[]> open(UUID person, String purpose, byte[] sealed) {
    Optional<byte[]> key = find(person, purpose);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new AesGcmJce(key.get()).decrypt(sealed, bytes(person)));
    } catch (GeneralSecurityException e) {
      throw new EvidenceDamaged(EvidenceDamaged.Reason.CHANGED);
    }
  }

  /// A hash that only this installation can make: equal for equal texts, and telling nothing of
  /// them. It is no person's, so it stays the same whatever is erased.
  ///
  /// @param purpose texts of different purposes have different hashes
  public byte[] fingerprint(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(derive(marks.clone(), purpose), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Erases the person's key for ever, also that of a person who never had one.
  public void erase(UUID person) {
    jdbc.sql(ADD).params(person, wrapped(person)).update();
    jdbc.sql(ERASE).param(person).update();
  }

  /// Whether the master key fits this database; true as long as it holds no key.
  public boolean fits() {
    Optional<UUID> any = jdbc.sql(ANY).query(UUID.class).optional();
    try {
      return any.isEmpty() || find(any.get(), "fits").isPresent();
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /// The key for one purpose, made when the person has none yet.
  byte[] make(UUID person, String purpose) {
    Optional<byte[]> known = find(person, purpose);
    if (known.isPresent()) {
      return known.get();
    }
    jdbc.sql(ADD).params(person, wrapped(person)).update();
    return find(person, purpose)
        .orElseThrow(() -> new EvidenceDamaged(EvidenceDamaged.Reason.ERASED));
  }

  /// The key for one purpose; empty if there is none, or none any more.
  Optional<byte[]> find(UUID person, String purpose) {
    return jdbc.sql(FIND)
        .param(person)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .map(wrapped -> derive(unwrapped(person, wrapped), purpose));
  }

  boolean isErased(UUID person) {
    return jdbc.sql(ERASED).param(person).query(Boolean.class).single();
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private byte[] wrapped(UUID person) {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    try {
      return master.encrypt(fresh, bytes(person));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(fresh, (byte) 0);
    }
  }

  private byte[] unwrapped(UUID person, byte[] wrapped) {
    try {
      return master.decrypt(wrapped, bytes(person));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the master key does not open the key of " + person, e);
    }
  }

  private static byte[] derive(byte[] key, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.expandOnly(
                  new SecretKeySpec(key, "HKDF"), purpose.getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
