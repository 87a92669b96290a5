package svoi.intake;

/// What an installation needs besides the database, from files on another volume.
public final class IntakeSecrets {
  static final int SALT_BYTES = 16;
  static final int PEPPER_BYTES = 32;

  private final byte[] salt;
  private final byte[] pepper;
  private final Stretch stretch;

  /// @param salt 16 bytes, one for all receipts: there is no name that could choose another
  /// @param pepper 32 bytes: without it no guess at a receipt or a passphrase can be tested
  public IntakeSecrets(byte[] salt, byte[] pepper) {
    this(salt, pepper, new Stretch(pepper));
  }

  IntakeSecrets(byte[] salt, byte[] pepper, Stretch stretch) {
    if (salt.length != SALT_BYTES || pepper.length != PEPPER_BYTES) {
      throw new IllegalArgumentException("the salt has 16 bytes, the pepper 32");
    }
    this.salt = salt.clone();
    this.pepper = pepper.clone();
    this.stretch = stretch;
  }

  public byte[] salt() {
    return salt.clone();
  }

  public byte[] pepper() {
    return pepper.clone();
  }

  Stretch stretch() {
    return stretch;
  }

  @Override
  public String toString() {
    return "secrets";
  }
}
