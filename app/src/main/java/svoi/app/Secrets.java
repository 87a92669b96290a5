package svoi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Passwords in files that only this user can read; made at the first use.
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /// The secret of that name, 32 random bytes in hexadecimal when it is made here.
  String of(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String name) {
    return Files.exists(folder.resolve(name));
  }

  private void make(Path file) throws IOException {
    var onlyMe = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(onlyMe));
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var owner = PosixFilePermissions.fromString("rw-------");
    Path part = folder.resolve(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, PosixFilePermissions.asFileAttribute(owner));
    Files.write(part, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
    Files.move(part, file);
  }
}
