package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.PasskeyCheck;
import svoi.desk.Refusals;
import svoi.intake.IntakeRefused;
import svoi.intake.Unlocked;
import svoi.staff.Right;
import svoi.web.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Unlocking by what a passkey computes (the PRF extension of WebAuthn), asked for by the desk's
/// script.
///
/// The value alone opens nothing here: it comes with an assertion that answers the session's
/// challenge and is verified like that of a sign-in. It is used, wiped, and never kept.
@Controller
final class PasskeyUnlockController {
  /// Is the same for all: the authenticator mixes it with a secret of the credential. SHA-256 of
  /// `svoi/intake/unlock/v1`.
  private static final byte[] SALT =
      java.util.HexFormat.of()
          .parseHex("eef21935b0839368a7aaf156daac0563a6b134ad01cb15e6bf3e00b12d30cc19");

  private static final int REFUSED_STATUS = 422;
  private static final String REFUSED = "intake.passkey-refused";

  private final IntakeDesk desk;
  private final PasskeyCheck check;
  private final Limits limits;
  private final JsonMapper json = JsonMapper.builder().build();

  PasskeyUnlockController(IntakeDesk desk, PasskeyCheck check, Limits limits) {
    this.desk = desk;
    this.check = check;
    this.limits = limits;
  }

  /// What the browser sent.
  ///
  /// @param credential verified to be one of the member's
  private record Proof(byte[] credential, byte[] prf) {}

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/unlock/passkey/options")
  ResponseEntity<String> offerToUnlock(HttpServletRequest request, Officer officer) {
    return offer(request, officer, desk.staffKeys().passkeys(IntakeDesk.idOf(officer)));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/unlock/passkey")
  ResponseEntity<String> unlock(
      HttpServletRequest request, Officer officer, @RequestBody String body) {
    return with(
        request,
        officer,
        body,
        "/desk/intake?done=intake.unlocked",
        (credential, prf) -> {
          UUID id = IntakeDesk.idOf(officer);
          desk.keyring().put(request, desk.staffKeys().unlock(id, credential, prf));
        });
  }

  /// Any of the member's passkeys may open the key from now on.
  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/key/passkey/options")
  ResponseEntity<String> offerToAdd(HttpServletRequest request, Officer officer) {
    return offer(request, officer, List.of());
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/key/passkey")
  ResponseEntity<String> add(
      HttpServletRequest request, Officer officer, @RequestBody String body) {
    Optional<Unlocked> member =
        desk.keyring().of(request, IntakeDesk.idOf(officer)).map(Keyring.Held::member);
    return member.isEmpty()
        ? refused(officer, "intake.locked")
        : with(
            request,
            officer,
            body,
            "/desk/intake/unlock?done=" + "intake.passkey-added",
            (credential, prf) -> desk.staffKeys().addPasskey(member.get(), credential, prf));
  }

  @Needs(Right.ANSWER_SOURCES)
  @PostMapping("/desk/intake/key/passkey/remove")
  ResponseEntity<byte[]> remove(Officer officer) {
    desk.staffKeys().removePasskeys(IntakeDesk.idOf(officer));
    return DeskPages.see("/desk/intake/unlock", "intake.passkeys-removed");
  }

  private ResponseEntity<String> offer(
      HttpServletRequest request, Officer officer, List<byte[]> credentials) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    String options = check.offer(request, officer.member().id(), credentials);
    String salt = Base64.getUrlEncoder().withoutPadding().encodeToString(SALT);
    return json(200, Map.of("salt", salt, "options", json.readTree(options)));
  }

  private ResponseEntity<String> with(
      HttpServletRequest request,
      Officer officer,
      String body,
      String to,
      BiConsumer<byte[], byte[]> act) {
    limits.spend(Limits.Budget.SIGN_INS, request);
    Optional<Proof> proof = proof(request, officer, body);
    if (proof.isEmpty()) {
      return refused(officer, REFUSED);
    }
    byte[] prf = proof.get().prf();
    try {
      act.accept(proof.get().credential(), prf);
      return json(200, Map.of("to", to));
    } catch (IntakeRefused e) {
      boolean wrong = e.reason() == IntakeRefused.Reason.WRONG_KEY;
      return refused(officer, wrong ? REFUSED : e.code());
    } finally {
      Arrays.fill(prf, (byte) 0);
    }
  }

  private Optional<Proof> proof(HttpServletRequest request, Officer officer, String body) {
    try {
      JsonNode sent = json.readTree(body);
      byte[] prf = Base64.getUrlDecoder().decode(sent.path("prf").asString(""));
      return check
          .used(request, sent.path("credential").toString())
          .filter(used -> used.member().equals(officer.member().id()))
          .map(used -> new Proof(used.credential(), prf));
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private ResponseEntity<String> refused(Officer officer, String code) {
    String words = officer.messages().get(Refusals.key(officer.messages(), code));
    return json(REFUSED_STATUS, Map.of("code", code, "text", words));
  }

  private ResponseEntity<String> json(int status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(body));
  }
}
