package svoi.exchange.offers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.consent.ScanType;
import svoi.exchange.OfferedId;
import svoi.platform.Vault;

/// Papers of an offered person in the vault: under the key of the file in `cases`, or of the id
/// where there is none.
final class Papers {
  private static final String OWNER =
      "SELECT coalesce(person_id, id) FROM exchange.offered WHERE id = ?";
  private static final int HEAD = 8;

  private final JdbcClient jdbc;
  private final Vault vault;

  Papers(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// Stores a PDF, JPEG or PNG; empty if it is neither. Call it outside a transaction.
  Optional<byte[]> put(OfferedId offered, InputStream paper) {
    try {
      byte[] head = paper.readNBytes(HEAD);
      if (ScanType.of(head).isEmpty()) {
        return Optional.empty();
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), paper);
      return Optional.of(vault.put(owner(offered), whole).sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The paper, whole and as it was hashed.
  ///
  /// @throws svoi.platform.EvidenceDamaged if it is not what was hashed
  Paper open(OfferedId offered, byte[] sha256) {
    InputStream content = vault.open(owner(offered), sha256);
    try {
      byte[] head = content.readNBytes(HEAD);
      ScanType type = ScanType.of(head).orElse(ScanType.PDF);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
      return new Paper(whole, type.mediaType(), type.ending());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UUID owner(OfferedId offered) {
    return jdbc.sql(OWNER).param(offered.value()).query(UUID.class).single();
  }
}
