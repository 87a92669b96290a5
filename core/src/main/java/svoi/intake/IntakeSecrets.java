package svoi.intake;

import java.util.Arrays;

/// What an installation needs besides the database, from files on another volume.
///
/// @param salt 16 bytes, one for all receipts: there is no name that could choose another
/// @param pepper 32 bytes: without it no guess at a receipt or a passphrase can be tested
public record IntakeSecrets(byte[] salt, byte[] pepper) {
  static final int SALT_BYTES = 16;
  static final int PEPPER_BYTES = 32;

  public IntakeSecrets {
    if (salt.length != SALT_BYTES || pepper.length != PEPPER_BYTES) {
      throw new IllegalArgumentException("the salt has 16 bytes, the pepper 32");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IntakeSecrets s
        && Arrays.equals(salt, s.salt)
        && Arrays.equals(pepper, s.pepper);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  @Override
  public String toString() {
    return "secrets";
  }
}
