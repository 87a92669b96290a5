package svoi.intake;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import svoi.platform.Sha256;

/// A desk's private key on paper, in n shares of which any k bring it back and fewer say nothing.
///
/// A share is a line of hexadecimal groups: k, number of the share, 4 bytes that name the key, the
/// share, 2 check bytes. Shamir's scheme over GF(256) by Bouncy Castle.
public final class PaperShares {
  private static final int NAME_BYTES = 4;
  private static final int CHECK_BYTES = 2;
  private static final int HEAD_BYTES = 2 + NAME_BYTES;
  private static final int SHARE_BYTES = HEAD_BYTES + KeyPair.PRIVATE_BYTES + CHECK_BYTES;

  private PaperShares() {}

  /// Splits a private key.
  ///
  /// @param needed how many shares bring it back, 2 at least
  /// @param all how many there are, 255 at most
  static List<String> split(KeyPair pair, int needed, int all) {
    if (needed < 2 || all < needed || all > 255) {
      throw new IllegalArgumentException("shares: " + needed + " of " + all);
    }
    ShamirSecretSplitter splitter =
        ShamirSecretSplitter.getInstance(
            ShamirSecretSplitter.Algorithm.AES, KeyPair.PRIVATE_BYTES, new SecureRandom());
    ShamirSplitSecret split = splitter.resplit(pair.privateKey(), needed, all);
    List<String> lines = new ArrayList<>();
    try {
      for (int i = 0; i < all; i++) {
        lines.add(line(needed, i + 1, pair, split.getSecretShares()[i].getEncoded()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }

  /// Brings a private key back.
  ///
  /// @param publicKey of the epoch that is looked for
  /// @throws IntakeRefused if the shares are too few, mistyped, or of another key
  static KeyPair join(byte[] publicKey, List<String> lines) {
    byte[] name = name(publicKey);
    List<ShamirSplitSecretShare> shares = new ArrayList<>();
    Set<Byte> numbers = new HashSet<>();
    int needed = Integer.MAX_VALUE;
    for (String line : lines) {
      byte[] share = read(line);
      boolean fits = Arrays.equals(Arrays.copyOfRange(share, 2, HEAD_BYTES), name);
      if (!fits || !numbers.add(share[1])) {
        throw refused();
      }
      needed = share[0];
      shares.add(
          new ShamirSplitSecretShare(
              Arrays.copyOfRange(share, HEAD_BYTES, SHARE_BYTES - CHECK_BYTES), share[1] & 0xff));
    }
    if (shares.size() < needed) {
      throw refused();
    }
    return joined(publicKey, shares.subList(0, needed));
  }

  private static KeyPair joined(byte[] publicKey, List<ShamirSplitSecretShare> shares) {
    try {
      byte[] secret =
          ShamirSplitSecret.getInstance(
                  ShamirSecretSplitter.Algorithm.AES, shares.toArray(ShamirSplitSecretShare[]::new))
              .getSecret();
      KeyPair pair = new KeyPair(publicKey, secret);
      if (!pair.fits()) {
        throw refused();
      }
      return pair;
    } catch (IOException | Damaged e) {
      throw refused();
    }
  }

  private static String line(int needed, int number, KeyPair pair, byte[] share) {
    byte[] body =
        Bytes.concat(new byte[] {(byte) needed, (byte) number}, name(pair.publicKey()), share);
    String hex = HexFormat.of().formatHex(Bytes.concat(body, check(body)));
    return String.join(" ", hex.split("(?<=\\G.{4})"));
  }

  private static byte[] read(String line) {
    try {
      byte[] share = HexFormat.of().parseHex(line.replaceAll("\\s+", "").toLowerCase(Locale.ROOT));
      int end = share.length - CHECK_BYTES;
      boolean whole =
          share.length == SHARE_BYTES
              && Arrays.equals(check(Arrays.copyOf(share, end)), Bytes.from(share, end));
      if (!whole) {
        throw refused();
      }
      return share;
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static byte[] check(byte[] body) {
    return Arrays.copyOf(Sha256.of(body), CHECK_BYTES);
  }

  private static byte[] name(byte[] publicKey) {
    return Arrays.copyOf(Sha256.of(publicKey), NAME_BYTES);
  }

  private static IntakeRefused refused() {
    return new IntakeRefused(IntakeRefused.Reason.SHARES_DO_NOT_FIT);
  }
}
