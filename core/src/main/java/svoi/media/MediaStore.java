package svoi.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import svoi.platform.Sha256;

/// Files named by their SHA-256: what is stored is never rewritten, and a name proves the content.
public final class MediaStore {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private final Path root;

  /// @param root folder of the store; created when missing
  public MediaStore(Path root) {
    this.root = root;
  }

  /// Where the file with this hash lies.
  ///
  /// @throws IllegalArgumentException if `sha256` is not 64 lower-case hexadecimal digits
  public Path path(String sha256) {
    if (!HEX.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256");
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /// Stores a copy of `content`; storing the same content twice is one file.
  public StoredFile store(InputStream content) {
    try {
      Files.createDirectories(root);
      Path fresh = Files.createTempFile(root, "in-", ".part");
      MessageDigest digest = Sha256.digest();
      long bytes;
      try (DigestInputStream in = new DigestInputStream(content, digest)) {
        bytes = Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      }
      byte[] hash = digest.digest();
      Path target = path(Sha256.hex(hash));
      Files.createDirectories(target.getParent());
      move(fresh, target);
      return new StoredFile(hash, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads `content` to its end and tells what would be stored, without storing it.
  public static StoredFile examine(InputStream content) {
    MessageDigest digest = Sha256.digest();
    try (DigestInputStream in = new DigestInputStream(content, digest)) {
      long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
      return new StoredFile(digest.digest(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      Files.delete(from);
      return;
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      Files.delete(from);
    }
  }
}
