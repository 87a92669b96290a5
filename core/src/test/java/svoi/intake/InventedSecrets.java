package svoi.intake;

/// Secrets whose receipts and passphrases cost next to nothing, so that tests may use many.
public final class InventedSecrets {
  private InventedSecrets() {}

  public static IntakeSecrets random() {
    return of(Bytes.random(IntakeSecrets.SALT_BYTES), Bytes.random(IntakeSecrets.PEPPER_BYTES));
  }

  static IntakeSecrets of(byte[] salt, byte[] pepper) {
    return new IntakeSecrets(salt, pepper, new Stretch(pepper, 64, 1));
  }
}
