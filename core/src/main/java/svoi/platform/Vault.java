package svoi.platform;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Evidence as files, each encrypted under its person's key: verdicts, signed sheets, originals.
///
/// A file lies in its person's folder under a name that only the key can tell from the hash. It is
/// there whole or not at all, and no byte of it is ever on a disk in plain. Put a file before the
/// row that names it: what a crash leaves behind is a file that no row names, and putting the file
/// again takes its place. Whoever reads or writes evidence says so in the audit log.
public final class Vault {
  private static final String CONTENT = "svoi.evidence.content";
  private static final String NAME = "svoi.evidence.name";
  private static final int KEY_BYTES = 32;

  /// Bytes that are authenticated together, and all that is held in memory of a file.
  private static final int SEGMENT = 64 * 1024;

  private final PersonKeys keys;
  private final Path root;

  /// @param root folder of the files; made at the first use, for this user only
  public Vault(PersonKeys keys, Path root) {
    this.keys = keys;
    this.root = root;
  }

  /// Stores `content`, hashed and encrypted as it streams; the same file put twice is one file.
  ///
  /// Call it outside a transaction: an upload lasts, and others of the same person would wait.
  ///
  /// @throws EvidenceDamaged if the person's key was erased
  public Evidence put(UUID person, InputStream content) {
    byte[] key = keys.make(person, CONTENT);
    Path folder = folder(person);
    Path fresh = folder.resolve("in-" + UUID.randomUUID() + ".part");
    try {
      Disk.makeFolder(folder);
      Evidence evidence = write(content, fresh, stream(key), person);
      Files.move(fresh, file(person, evidence.sha256()), StandardCopyOption.ATOMIC_MOVE);
      Disk.sync(folder);
      return evidence;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(fresh);
    }
  }

  /// Opens a file that is wholly what was hashed: it was read once to its end before this returns,
  /// so the first byte can go out at once. It is authenticated again while it is read.
  ///
  /// @throws EvidenceDamaged if it is not; its stream throws the same if that changes meanwhile
  public InputStream open(UUID person, byte[] sha256) {
    byte[] key = keys.find(person, CONTENT).orElseThrow(() -> lost(person));
    try {
      try (InputStream whole = decrypting(person, sha256, key)) {
        whole.transferTo(OutputStream.nullOutputStream());
      }
      return decrypting(person, sha256, key);
    } catch (NoSuchFileException e) {
      throw new EvidenceDamaged(EvidenceDamaged.Reason.MISSING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Erases the person's key for ever, then the files: when the running transaction has committed,
  /// or at once without one. Rows that name hashes stay as they are, and so does the audit log.
  public void erase(UUID person) {
    keys.erase(person);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              deleteAll(person);
            }
          });
    } else {
      deleteAll(person);
    }
  }

  private static Evidence write(InputStream content, Path file, StreamingAead aead, UUID person)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    long bytes = 0;
    try (FileChannel channel = Disk.fresh(file);
        OutputStream sealed =
            aead.newEncryptingStream(Disk.durable(channel), PersonKeys.bytes(person))) {
      byte[] part = new byte[SEGMENT];
      for (int n = content.read(part); n >= 0; n = content.read(part)) {
        digest.update(part, 0, n);
        sealed.write(part, 0, n);
        bytes += n;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return new Evidence(digest.digest(), bytes);
  }

  private InputStream decrypting(UUID person, byte[] sha256, byte[] key) throws IOException {
    InputStream sealed = Files.newInputStream(file(person, sha256));
    try {
      return new VerifiedStream(
          stream(key).newDecryptingStream(sealed, PersonKeys.bytes(person)), sha256);
    } catch (GeneralSecurityException e) {
      sealed.close();
      throw new IllegalStateException(e);
    }
  }

  private EvidenceDamaged lost(UUID person) {
    return new EvidenceDamaged(
        keys.isErased(person) ? EvidenceDamaged.Reason.ERASED : EvidenceDamaged.Reason.MISSING);
  }

  private static StreamingAead stream(byte[] key) {
    try {
      return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path folder(UUID person) {
    return root.resolve(person.toString());
  }

  /// The name is a MAC of the hash: who has the disk can't tell whether a known file is here.
  private Path file(UUID person, byte[] sha256) {
    byte[] key = keys.find(person, NAME).orElseThrow(() -> lost(person));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return folder(person).resolve(Sha256.hex(mac.doFinal(sha256)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deleteAll(UUID person) {
    Path folder = folder(person);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(Vault::delete);
      Files.deleteIfExists(folder);
      Disk.sync(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
