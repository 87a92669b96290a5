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
  /// Seals the keys of persons; without this file nothing sealed can be opened again.
  static final String VAULT_KEY = "vault-key";

  /// Signs where the audit log ended.
  static final String ANCHOR_KEY = "anchor-key";

  /// Without it no guess at a receipt or passphrase can be tested.
  static final String INTAKE_PEPPER = "intake-pepper";

  /// One for all receipts; its first half is used.
  static final String INTAKE_SALT = "intake-salt";

  /// Public half of the root that certifies the desks' keys.
  static final String INTAKE_ROOT = "intake-root.pub";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;

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

  /// A key of 32 bytes, kept like any secret.
  ///
  /// @throws Refusal if the file holds something else
  byte[] key(String name) {
    try {
      byte[] key = HexFormat.of().parseHex(of(name));
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Said below: the file is not what was made here.
    }
    throw new Refusal(
        "The file "
            + folder.resolve(name)
            + " must hold 64 hexadecimal digits. Bring it back from the backup of the secrets.");
  }

  /// Keeps a text that was made elsewhere, like any secret.
  void put(String name, String text) {
    try {
      make(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String name) {
    return Files.exists(folder.resolve(name));
  }

  private void make(Path file) throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    make(file, HexFormat.of().formatHex(bytes));
  }

  private void make(Path file, String content) throws IOException {
    var onlyMe = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(onlyMe));
    var owner = PosixFilePermissions.fromString("rw-------");
    Path part = folder.resolve(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, PosixFilePermissions.asFileAttribute(owner));
    Files.write(part, content.getBytes(StandardCharsets.US_ASCII));
    Files.move(part, file);
  }
}
