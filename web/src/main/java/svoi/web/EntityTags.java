package svoi.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Strong entity tags: names of exact bytes.
final class EntityTags {
  /// 15 bytes of the digest: no two pages of this site will share them, and they fill 20
  /// characters.
  private static final int DIGEST_BYTES = 15;

  private EntityTags() {}

  /// The part of a tag that all forms of the same page share, without quotes.
  static String of(byte[] plain) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether one line of `If-None-Match` names `tag`: a list, weak forms and `*` included.
  static boolean named(String line, String tag) {
    if (line.strip().equals("*")) {
      return true;
    }
    int at = line.indexOf(tag);
    while (at >= 0) {
      if (startsItem(line, at) && endsItem(line, at + tag.length())) {
        return true;
      }
      at = line.indexOf(tag, at + 1);
    }
    return false;
  }

  private static boolean startsItem(String line, int at) {
    String before = line.substring(0, at).stripTrailing();
    return before.isEmpty() || before.endsWith(",") || line.substring(0, at).endsWith("W/");
  }

  private static boolean endsItem(String line, int at) {
    String after = line.substring(at).stripLeading();
    return after.isEmpty() || after.startsWith(",");
  }
}
