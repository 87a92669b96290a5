package svoi.exchange.offers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import svoi.platform.ScanType;
import svoi.platform.Vault;

/// Evidence on paper in the vault: PDF, JPEG or PNG, told by content and never by name.
public final class Papers {
  private static final int HEAD = 8;

  private final Vault vault;

  public Papers(Vault vault) {
    this.vault = vault;
  }

  /// Stores a paper; empty if it is none. Call it outside a transaction.
  ///
  /// @param owner under whose key
  /// @return its hash
  public Optional<byte[]> put(UUID owner, InputStream paper) {
    try {
      byte[] head = paper.readNBytes(HEAD);
      if (ScanType.of(head).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(vault.put(owner, whole(head, paper)).sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The paper, whole and as it was hashed.
  ///
  /// @throws svoi.platform.EvidenceDamaged if it is not what was hashed
  public Paper open(UUID owner, byte[] sha256) {
    InputStream content = vault.open(owner, sha256);
    try {
      byte[] head = content.readNBytes(HEAD);
      Optional<ScanType> type = ScanType.of(head);
      return new Paper(
          whole(head, content),
          type.map(ScanType::mediaType).orElse("application/octet-stream"),
          type.map(ScanType::ending).orElse(head.length > 1 && head[0] == 'P' ? "xlsx" : "csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream whole(byte[] head, InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(head), rest);
  }
}
