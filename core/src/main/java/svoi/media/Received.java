package svoi.media;

import java.util.UUID;

/// What became of a file that was handed in.
public sealed interface Received {
  /// Kept: the original in the vault, what is made of it in the store.
  record Taken(UUID asset) implements Received {}

  /// Nothing was kept.
  ///
  /// @param code stable code, for example `media.not_a_picture`
  record Refused(String code) implements Received {}
}
