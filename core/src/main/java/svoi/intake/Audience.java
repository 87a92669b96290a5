package svoi.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which of the four somebody says they are.
public enum Audience {
  /// Works for the other side and wants to stop.
  STOPPING,
  /// Knows somebody who does.
  AROUND,
  /// Is being recruited.
  RECRUITED,
  /// A citizen of Russia who wants to leave.
  LEAVING;

  /// The form in addresses and messages, for example `stopping`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Audience> of(String code) {
    return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
  }
}
