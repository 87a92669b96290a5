package svoi.exchange;

import java.util.Objects;
import java.util.UUID;

/// Names one round.
public record RoundId(UUID value) {
  public RoundId {
    Objects.requireNonNull(value);
  }
}
