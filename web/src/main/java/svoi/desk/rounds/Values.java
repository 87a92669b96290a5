package svoi.desk.rounds;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Small readings of what was typed.
final class Values {
  private Values() {}

  /// A hash; one that fits no content if the text is none.
  static byte[] hash(String hex) {
    return hex.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(hex) : new byte[32];
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// The value as a field shows it; empty for null.
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
