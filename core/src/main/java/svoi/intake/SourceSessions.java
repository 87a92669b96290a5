package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import svoi.platform.Sha256;

/// Sessions of sources: the cookie is random, the database knows its hash and a state that opens
/// only with the cookie and with the case's erasure key. 20 minutes after the last page it is over.
final class SourceSessions {
  static final int MINUTES = 20;
  private static final int COOKIE_BYTES = 32;
  private static final byte[] OUTER = "svoi/intake/session/v1".getBytes(StandardCharsets.US_ASCII);

  private final SourceRepository rows;
  private final ErasureKeys erasure;

  SourceSessions(SourceRepository rows, ErasureKeys erasure) {
    this.rows = rows;
    this.erasure = erasure;
  }

  /// Begins a session.
  ///
  /// @return the cookie
  String begin(Visit visit, byte[] erasureKey) {
    byte[] cookie = Bytes.random(COOKIE_BYTES);
    rows.addSession(Sha256.of(cookie), MINUTES, seal(cookie, visit, erasureKey));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cookie);
  }

  /// Does the work of [#begin] for nobody.
  void beginForNobody(Visit visit, byte[] erasureKey) {
    byte[] cookie = Bytes.random(COOKIE_BYTES);
    rows.addSession(Sha256.of(cookie), 0, seal(cookie, visit, erasureKey));
  }

  /// Whose session this is; empty if it is over, its case is gone, or there never was one.
  Optional<Visit> find(String cookie) {
    Optional<byte[]> secret = decode(cookie);
    return secret
        .flatMap(bytes -> rows.session(Sha256.of(bytes), MINUTES))
        .flatMap(state -> open(secret.orElseThrow(), state));
  }

  void change(String cookie, Visit visit, byte[] erasureKey) {
    decode(cookie).ifPresent(b -> rows.changeSession(Sha256.of(b), seal(b, visit, erasureKey)));
  }

  void end(String cookie) {
    decode(cookie).ifPresent(bytes -> rows.endSession(Sha256.of(bytes)));
  }

  private static byte[] seal(byte[] cookie, Visit visit, byte[] erasureKey) {
    byte[] inner = Aes.seal(inner(erasureKey), visit.key().bytes(), Bytes.of(visit.caseId()));
    byte[] receipt = visit.unconfirmed().map(Receipt::bits).orElse(new byte[0]);
    byte[] state =
        Bytes.concat(Bytes.of(visit.caseId()), new byte[] {(byte) receipt.length}, receipt, inner);
    return Aes.seal(outer(cookie), Padding.pad(state), OUTER);
  }

  private Optional<Visit> open(byte[] cookie, byte[] sealed) {
    byte[] state = Padding.strip(Aes.open(outer(cookie), sealed, OUTER));
    UUID caseId = Bytes.id(state);
    int length = state[16];
    Optional<Receipt> receipt =
        length == 0
            ? Optional.empty()
            : Optional.of(Receipt.of(java.util.Arrays.copyOfRange(state, 17, 17 + length)));
    byte[] inner = Bytes.from(state, 17 + length);
    return erasure
        .find(caseId)
        .map(key -> CaseKey.of(caseId, Aes.open(inner(key), inner, Bytes.of(caseId))))
        .map(key -> new Visit(key, receipt));
  }

  private static byte[] outer(byte[] cookie) {
    return Hkdf.expand(cookie, "svoi/intake/session/v1");
  }

  private static byte[] inner(byte[] erasureKey) {
    return Hkdf.expand(erasureKey, "svoi/intake/session/v1");
  }

  private static Optional<byte[]> decode(String cookie) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cookie);
      return bytes.length == COOKIE_BYTES ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
