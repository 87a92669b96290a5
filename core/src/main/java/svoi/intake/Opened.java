package svoi.intake;

import java.util.Optional;

/// A case that is on the disk with all its files.
///
/// @param duress the second receipt, if one was wished
/// @param cookie of the session that has begun; empty if the source has to come back with the
///     receipt
public record Opened(Receipt receipt, Optional<Receipt> duress, Optional<String> cookie) {
  @Override
  public String toString() {
    return "opened";
  }
}
