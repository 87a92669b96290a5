package svoi.exchange;

import java.util.Objects;
import java.util.UUID;

/// Names one who is awaited; never public.
public record AwaitedId(UUID value) {
  public AwaitedId {
    Objects.requireNonNull(value);
  }
}
