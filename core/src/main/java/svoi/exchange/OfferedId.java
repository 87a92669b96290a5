package svoi.exchange;

import java.util.Objects;
import java.util.UUID;

/// Names one who may be offered; another id than the person's in `cases`.
public record OfferedId(UUID value) {
  public OfferedId {
    Objects.requireNonNull(value);
  }
}
