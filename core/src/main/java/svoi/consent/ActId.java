package svoi.consent;

import java.util.Objects;
import java.util.UUID;

/// Names one act of consent.
public record ActId(UUID value) {
  public ActId {
    Objects.requireNonNull(value);
  }
}
