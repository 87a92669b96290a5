package svoi.intake;

/// Names of files that strangers chose, as names of files on the officer's machine: letters,
/// digits, dots, hyphens and underscores, behind the number of the message. No folder, no hidden
/// file, no sign that turns the direction of writing.
final class SafeNames {
  private static final int LONGEST = 60;

  private SafeNames() {}

  /// @param seq of the message
  /// @param n of the file in it, from 1
  static String of(int seq, int n, String name) {
    int[] safe = name.codePoints().map(c -> isSafe(c) ? c : '_').toArray();
    int length = Math.min(LONGEST, safe.length);
    return seq + "-" + n + "-" + new String(safe, safe.length - length, length);
  }

  private static boolean isSafe(int c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }
}
