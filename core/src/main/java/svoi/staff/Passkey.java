package svoi.staff;

import java.time.Instant;
import java.util.Set;

/// One WebAuthn credential: the public half of a passkey.
///
/// @param credentialId as the authenticator named it
/// @param publicKey in COSE form
/// @param attestation what the authenticator said of itself when the passkey was made, and the
///     client data with it: signing in is checked against them
/// @param signCount the authenticator's last counter; 0 where it keeps none
public record Passkey(
    byte[] credentialId,
    StaffId member,
    String label,
    byte[] publicKey,
    long signCount,
    boolean userVerified,
    boolean backupEligible,
    boolean backupState,
    Set<String> transports,
    byte[] attestation,
    byte[] clientData,
    Instant createdAt,
    Instant lastUsedAt) {
  public Passkey {
    transports = Set.copyOf(transports);
  }
}
