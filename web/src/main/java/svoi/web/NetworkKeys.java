package svoi.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Numbers that stand for a visitor's network without telling which one it is.
///
/// The address is cut to its network (IPv4 /24, IPv6 /48; a circuit of Tor stays whole) and hashed
/// under a random key that is never written down and lives six hours: a copy of the memory taken
/// later names nobody.
final class NetworkKeys {
  /// A network's number, and whether it is this machine, behind which stands a proxy.
  record Network(long key, boolean shared) {}

  private static final Duration KEY_LIFE = Duration.ofHours(6);
  private static final int IPV4_NETWORK_BYTES = 3;
  private static final int IPV6_NETWORK_BYTES = 6;

  /// `fc00:dead:beef:4dad::/64`.
  private static final byte[] CIRCUITS = HexFormat.of().parseHex("fc00deadbeef4dad");

  private final SecureRandom random = new SecureRandom();
  private final LongSupplier nanos;
  private Secret secret;

  private record Secret(SecretKeySpec key, long madeAt) {}

  NetworkKeys(LongSupplier nanos) {
    this.nanos = nanos;
    this.secret = fresh(nanos.getAsLong());
  }

  /// @param address in digits, as the server gives it; anything else counts as one network
  Network of(String address) {
    byte[] bytes = bytes(address);
    return new Network(hash(Arrays.copyOf(bytes, kept(bytes))), loopback(bytes));
  }

  private static int kept(byte[] address) {
    if (address.length == 4) {
      return IPV4_NETWORK_BYTES;
    }
    return isCircuit(address) ? address.length : Math.min(IPV6_NETWORK_BYTES, address.length);
  }

  /// Tor writes the number of a circuit as such an address (`HiddenServiceExportCircuitID`).
  private static boolean isCircuit(byte[] address) {
    return address.length == 16 && Arrays.equals(CIRCUITS, Arrays.copyOf(address, CIRCUITS.length));
  }

  private long hash(byte[] network) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(current());
      return ByteBuffer.wrap(mac.doFinal(network)).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized SecretKeySpec current() {
    long now = nanos.getAsLong();
    if (now - secret.madeAt() > KEY_LIFE.toNanos()) {
      secret = fresh(now);
    }
    return secret.key();
  }

  private Secret fresh(long now) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new Secret(new SecretKeySpec(bytes, "HmacSHA256"), now);
  }

  private static boolean loopback(byte[] address) {
    try {
      return address.length > 0 && InetAddress.getByAddress(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static byte[] bytes(String address) {
    String digits = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    try {
      return InetAddress.ofLiteral(digits).getAddress();
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
