package svoi.contact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that make a form count once: a second press of the button, or a program that sends one
/// form many times, opens no second case. Nothing about the visitor is in them.
final class FormTokens {
  /// Longer than somebody thinks over one message; then the form asks to be sent again.
  static final Duration LIFE = Duration.ofHours(12);

  /// Enough for what one door can take in that time.
  private static final int MOST_USED = 200_000;

  private static final int NONCE = 16;
  private static final int PLAIN = Long.BYTES + NONCE;
  private static final int MAC = 32;

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<ByteBuffer, Boolean> used =
      Caffeine.newBuilder().maximumSize(MOST_USED).expireAfterWrite(LIFE).build();

  /// @param secret shared by all processes of this door
  FormTokens(byte[] secret, InstantSource clock) {
    this.key =
        new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), label()), "HmacSHA256");
    this.clock = clock;
  }

  String fresh() {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] plain = ByteBuffer.allocate(PLAIN).putLong(clock.millis()).put(nonce).array();
    byte[] all = ByteBuffer.allocate(PLAIN + MAC).put(plain).put(hmac(key, plain)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /// Whether the token is ours, young enough, and was not used before; now it is.
  boolean use(String token) {
    Optional<byte[]> all = decode(token);
    if (all.isEmpty()) {
      return false;
    }
    byte[] plain = Arrays.copyOf(all.get(), PLAIN);
    byte[] mac = Arrays.copyOfRange(all.get(), PLAIN, PLAIN + MAC);
    long age = clock.millis() - ByteBuffer.wrap(plain).getLong();
    return MessageDigest.isEqual(mac, hmac(key, plain))
        && age <= LIFE.toMillis()
        && used.asMap().putIfAbsent(ByteBuffer.wrap(plain), true) == null;
  }

  private static Optional<byte[]> decode(String token) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(token);
      return all.length == PLAIN + MAC ? Optional.of(all) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] label() {
    return "svoi/contact/form/v1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
