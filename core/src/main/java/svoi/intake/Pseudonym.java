package svoi.intake;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How the audit log names a case: the same name each time, from which nobody without the pepper
/// finds the row.
final class Pseudonym {
  private final SecretKeySpec key;

  Pseudonym(IntakeSecrets secrets) {
    this.key = new SecretKeySpec(Hkdf.expand(secrets.pepper(), "intake/audit/v1"), "HmacSHA256");
  }

  UUID of(UUID caseId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Bytes.id(Arrays.copyOf(mac.doFinal(Bytes.of(caseId)), 16));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
