package svoi.platform;

import java.nio.file.Path;

/// A real vault for tests, under a master key that everybody knows.
public final class TestVault {
  private TestVault() {}

  /// Keys of persons under that master key.
  public static PersonKeys keys(Database desk) {
    return new PersonKeys(desk.jdbc(), new byte[32]);
  }

  /// @param desk the desk's way to the database that keeps the persons' keys
  public static Vault in(Path folder, Database desk) {
    return new Vault(keys(desk), folder);
  }
}
