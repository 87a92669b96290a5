package svoi.app;

import svoi.intake.RootKey;

/// The root of a demo, which has no safe: both halves lie among its secrets.
final class DemoRoot {
  private static final String PRIVATE = "intake-root";

  private DemoRoot() {}

  /// The public half, made at the first start.
  static String publicHalf(Secrets secrets) {
    RootKey.Pair fresh = RootKey.generate();
    if (!secrets.exists(Secrets.INTAKE_ROOT)) {
      secrets.put(PRIVATE, fresh.privateText());
      secrets.put(Secrets.INTAKE_ROOT, fresh.publicText());
    }
    return secrets.of(Secrets.INTAKE_ROOT);
  }

  /// Signs as nobody could in a real installation.
  static RootKey.Signer signer(Secrets secrets) {
    return RootKey.signer(secrets.of(PRIVATE));
  }
}
