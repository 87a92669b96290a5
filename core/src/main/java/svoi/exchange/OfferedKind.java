package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who may be offered.
public enum OfferedKind {
  /// Convicted, with a file in `cases` and a consent to exchange.
  CONVICTED,
  /// Asked for their own wish; no file, no profile.
  RUSSIAN_POW,
  /// Undercover officer of a special service.
  OFFICER;

  /// The form in columns and messages, for example `officer`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<OfferedKind> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
