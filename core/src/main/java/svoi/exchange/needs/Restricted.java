package svoi.exchange.needs;

import org.jspecify.annotations.Nullable;

/// Service and place of captivity: sealed under the person's key, shown on a page of their own.
///
/// In what is saved null leaves what is stored as it is, and an empty text erases it.
public record Restricted(@Nullable String service, @Nullable String place) {
  /// Changes nothing.
  public static final Restricted UNCHANGED = new Restricted(null, null);

  static final int LONGEST = 300;
}
