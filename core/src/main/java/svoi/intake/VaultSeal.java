package svoi.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How a vault is sealed: entries to its own key, and of that key shares to members, any two of
/// which bring it back; all of it under the case's erasure key as well.
final class VaultSeal {
  /// Of all members.
  static final int NEEDED = 2;

  private static final String ENTRY = "svoi/intake/vault/entry/v1";
  private static final String SHARE = "svoi/intake/vault/share/v1";
  private static final String GIVEN = "svoi/intake/vault/given/v1";

  private final UUID caseId;
  private final byte[] outer;

  VaultSeal(UUID caseId, byte[] erasureKey) {
    this.caseId = caseId;
    this.outer = Hkdf.expand(erasureKey, "svoi/intake/vault/v1");
  }

  byte[] entry(byte[] publicKey, int number, String text) {
    byte[] plain = Padding.pad(text.getBytes(StandardCharsets.UTF_8));
    return seal(publicKey, plain, context(ENTRY, number));
  }

  List<String> entries(KeyPair pair, List<byte[]> sealed) {
    List<String> texts = new ArrayList<>();
    for (byte[] entry : sealed) {
      byte[] plain = open(pair, entry, context(ENTRY, texts.size() + 1));
      texts.add(new String(Padding.strip(plain), StandardCharsets.UTF_8));
    }
    return texts;
  }

  /// A share of `pair` for each member, in plain.
  static Map<UUID, String> split(KeyPair pair, Iterable<UUID> members, int count) {
    List<String> lines = PaperShares.split(pair, NEEDED, count);
    Map<UUID, String> shares = new HashMap<>();
    members.forEach(member -> shares.put(member, lines.get(shares.size())));
    return shares;
  }

  byte[] share(byte[] memberKey, UUID member, String share) {
    return seal(memberKey, ascii(share), context(SHARE, member));
  }

  String openShare(KeyPair own, UUID member, byte[] sealed) {
    return text(open(own, sealed, context(SHARE, member)));
  }

  /// A share that one member gives to another.
  byte[] given(byte[] askerKey, UUID asker, String share) {
    return seal(askerKey, ascii(share), context(GIVEN, asker));
  }

  String openGiven(KeyPair own, UUID asker, byte[] sealed) {
    return text(open(own, sealed, context(GIVEN, asker)));
  }

  private byte[] seal(byte[] to, byte[] plain, byte[] context) {
    return Aes.seal(outer, Hpke.seal(to, plain, context), context);
  }

  private byte[] open(KeyPair pair, byte[] sealed, byte[] context) {
    return Hpke.open(pair, Aes.open(outer, sealed, context), context);
  }

  private byte[] context(String purpose, int number) {
    return Bytes.concat(
        ascii(purpose), Bytes.of(caseId), ByteBuffer.allocate(4).putInt(number).array());
  }

  private byte[] context(String purpose, UUID member) {
    return Bytes.concat(ascii(purpose), Bytes.of(caseId), Bytes.of(member));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] ascii) {
    return new String(ascii, StandardCharsets.US_ASCII);
  }
}
