package svoi.desk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import svoi.desk.PasskeyCheck;
import svoi.staff.StaffId;
import svoi.web.SiteSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The two ceremonies of WebAuthn Level 3: making a passkey and using one. The authenticator must
/// verify its user (by finger, face or PIN) in both; it keeps the account, so nobody types a name.
///
/// The challenge waits in the session and is good for one try.
final class PasskeyCeremonies implements PasskeyCheck {
  private static final String CHECK = "svoi.passkey.check";
  private static final String CREATION = "svoi.passkey.creation";
  private static final String REQUEST = "svoi.passkey.request";

  private final WebAuthnRelyingPartyOperations operations;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  /// @param site its public address is the relying party: passkeys work there and nowhere else
  PasskeyCeremonies(PasskeyStore store, SiteSettings site) {
    URI address = URI.create(site.publicUrl());
    PublicKeyCredentialRpEntity party =
        PublicKeyCredentialRpEntity.builder().id(address.getHost()).name(site.name()).build();
    Webauthn4JRelyingPartyOperations made =
        new Webauthn4JRelyingPartyOperations(store, store, party, Set.of(site.publicUrl()));
    made.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    made.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    this.operations = made;
  }

  /// What the browser needs to make a passkey for `member`, as JSON.
  String offerToMake(HttpServletRequest request, StaffId member) {
    PublicKeyCredentialCreationOptions options =
        operations.createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(known(member)));
    request.getSession(true).setAttribute(CREATION, options);
    return json.writeValueAsString(options);
  }

  /// Keeps the passkey that the browser made.
  ///
  /// @param credential JSON of the browser
  /// @return false if it is not the answer to the last offer, or not sound
  boolean make(HttpServletRequest request, String credential, String label) {
    if (!(taken(request, CREATION) instanceof PublicKeyCredentialCreationOptions options)) {
      return false;
    }
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> made =
          json.readValue(credential, new TypeReference<>() {});
      operations.registerCredential(
          new ImmutableRelyingPartyRegistrationRequest(
              options, new RelyingPartyPublicKey(made, label)));
      return true;
    } catch (JacksonException | com.webauthn4j.util.exception.WebAuthnException e) {
      return false;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// What the browser needs to use a passkey, as JSON.
  String offerToUse(HttpServletRequest request) {
    PublicKeyCredentialRequestOptions options =
        operations.createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(
                UsernamePasswordAuthenticationToken.unauthenticated("", "")));
    request.getSession(true).setAttribute(REQUEST, options);
    return json.writeValueAsString(options);
  }

  /// Whose passkey the browser used; empty if it is not the answer to the last offer, not sound, or
  /// of nobody here.
  Optional<StaffId> use(HttpServletRequest request, String credential) {
    return used(request, REQUEST, credential).map(Used::member);
  }

  @Override
  public String offer(HttpServletRequest request, StaffId member, List<byte[]> credentials) {
    PublicKeyCredentialRequestOptions all =
        operations.createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(known(member)));
    PublicKeyCredentialRequestOptions options =
        PublicKeyCredentialRequestOptions.builder()
            .challenge(all.getChallenge())
            .timeout(all.getTimeout())
            .rpId(all.getRpId())
            .userVerification(UserVerificationRequirement.REQUIRED)
            .allowCredentials(
                all.getAllowCredentials().stream()
                    .filter(c -> credentials.isEmpty() || isAmong(credentials, c.getId()))
                    .toList())
            .build();
    request.getSession(true).setAttribute(CHECK, options);
    return json.writeValueAsString(options);
  }

  @Override
  public Optional<Used> used(HttpServletRequest request, String credential) {
    return used(request, CHECK, credential);
  }

  private Optional<Used> used(HttpServletRequest request, String offer, String credential) {
    if (!(taken(request, offer) instanceof PublicKeyCredentialRequestOptions options)) {
      return Optional.empty();
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> used =
          json.readValue(credential, new TypeReference<>() {});
      PublicKeyCredentialUserEntity user =
          operations.authenticate(new RelyingPartyAuthenticationRequest(options, used));
      return Optional.ofNullable(user)
          .map(u -> new Used(PasskeyStore.member(u.getId()), used.getRawId().getBytes()));
    } catch (JacksonException | com.webauthn4j.util.exception.WebAuthnException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Authentication known(StaffId member) {
    return UsernamePasswordAuthenticationToken.authenticated(member.toString(), "", List.of());
  }

  private static boolean isAmong(List<byte[]> credentials, @Nullable Bytes id) {
    return id != null && credentials.stream().anyMatch(c -> Arrays.equals(c, id.getBytes()));
  }

  private static Object taken(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    Object options = session == null ? null : session.getAttribute(name);
    if (session != null) {
      session.removeAttribute(name);
    }
    return options == null ? "" : options;
  }
}
