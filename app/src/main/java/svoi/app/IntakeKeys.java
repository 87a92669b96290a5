package svoi.app;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import svoi.intake.IntakeSecrets;
import svoi.intake.RootKey;

/// What the anonymous door and its desks need besides the database.
///
/// @param root says which desk keys are true; without one of the installation no key is
record IntakeKeys(IntakeSecrets secrets, RootKey.Verifier root) {
  private static final int SALT_BYTES = 16;
  private static final int PEPPER_BYTES = 32;

  /// A demo makes everything. A real installation has a root in a safe, and pepper and salt on
  /// another volume, before it takes the first message; without a root it takes none.
  ///
  /// @throws Refusal if there is a root but no pepper or salt
  static IntakeKeys read(Secrets secrets, Settings settings) {
    if (settings.demo()) {
      return new IntakeKeys(kept(secrets), RootKey.verifier(DemoRoot.publicHalf(secrets)));
    }
    if (!secrets.exists(Secrets.INTAKE_ROOT)) {
      return new IntakeKeys(
          new IntakeSecrets(random(SALT_BYTES), random(PEPPER_BYTES)),
          RootKey.verifier(RootKey.generate().publicText()));
    }
    for (String name : List.of(Secrets.INTAKE_PEPPER, Secrets.INTAKE_SALT)) {
      if (!secrets.exists(name)) {
        throw new Refusal(
            "The file "
                + settings.secrets().resolve(name)
                + " is missing: without it no receipt opens anything. Bring it back, or, before the"
                + " first message, make it with: openssl rand -hex 32");
      }
    }
    return new IntakeKeys(kept(secrets), RootKey.verifier(secrets.of(Secrets.INTAKE_ROOT)));
  }

  private static IntakeSecrets kept(Secrets secrets) {
    byte[] salt = Arrays.copyOf(secrets.key(Secrets.INTAKE_SALT), SALT_BYTES);
    return new IntakeSecrets(salt, secrets.key(Secrets.INTAKE_PEPPER));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
