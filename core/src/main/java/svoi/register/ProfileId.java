package svoi.register;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names one profile for ever: it is in public addresses, so it is random and never reused.
public record ProfileId(UUID value) {
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public ProfileId {
    Objects.requireNonNull(value);
  }

  /// Reads the form used in addresses; empty if `text` is not a canonical lower-case UUID.
  public static Optional<ProfileId> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Optional.of(new ProfileId(UUID.fromString(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
