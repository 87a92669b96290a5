package svoi.exchange;

import java.util.Objects;
import java.util.UUID;

/// Names one place in a round.
public record SlotId(UUID value) {
  public SlotId {
    Objects.requireNonNull(value);
  }
}
