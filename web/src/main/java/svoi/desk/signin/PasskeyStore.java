package svoi.desk.signin;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import svoi.staff.Accounts;
import svoi.staff.Passkey;
import svoi.staff.Passkeys;
import svoi.staff.StaffId;

/// Members and their passkeys in the shapes of the WebAuthn library. The user handle that an
/// authenticator keeps is the member's id, which says nothing to anybody.
final class PasskeyStore
    implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
  private final Passkeys passkeys;
  private final Accounts accounts;

  PasskeyStore(Passkeys passkeys, Accounts accounts) {
    this.passkeys = passkeys;
    this.accounts = accounts;
  }

  static Bytes handle(StaffId member) {
    return new Bytes(member.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  static StaffId member(Bytes handle) {
    String id = new String(handle.getBytes(), java.nio.charset.StandardCharsets.US_ASCII);
    return new StaffId(UUID.fromString(id));
  }

  @Override
  public void save(CredentialRecord record) {
    Set<AuthenticatorTransport> transports = record.getTransports();
    passkeys.save(
        new Passkey(
            record.getCredentialId().getBytes(),
            member(record.getUserEntityUserId()),
            record.getLabel(),
            record.getPublicKey().getBytes(),
            record.getSignatureCount(),
            record.isUvInitialized(),
            record.isBackupEligible(),
            record.isBackupState(),
            transports.stream().map(AuthenticatorTransport::getValue).collect(Collectors.toSet()),
            Objects.requireNonNull(record.getAttestationObject()).getBytes(),
            Objects.requireNonNull(record.getAttestationClientDataJSON()).getBytes(),
            record.getCreated(),
            record.getLastUsed()));
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return passkeys.find(credentialId.getBytes()).map(PasskeyStore::record).orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return passkeys.of(member(handle)).stream().map(PasskeyStore::record).toList();
  }

  /// Passkeys are removed by their owner's page only.
  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    StaffId member = member(handle);
    return accounts
        .active(member)
        .map(
            account ->
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(handle)
                    .name(account.displayName())
                    .displayName(account.displayName())
                    .build())
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
    return findById(handle(new StaffId(UUID.fromString(id))));
  }

  /// Members are added by an administrator, never by signing in.
  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new UnsupportedOperationException();
  }

  private static CredentialRecord record(Passkey key) {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(key.credentialId()))
        .userEntityUserId(handle(key.member()))
        .publicKey(new ImmutablePublicKeyCose(key.publicKey()))
        .signatureCount(key.signCount())
        .uvInitialized(key.userVerified())
        .backupEligible(key.backupEligible())
        .backupState(key.backupState())
        .transports(
            key.transports().stream()
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .attestationObject(new Bytes(key.attestation()))
        .attestationClientDataJSON(new Bytes(key.clientData()))
        .created(key.createdAt())
        .lastUsed(key.lastUsedAt())
        .label(key.label())
        .build();
  }
}
