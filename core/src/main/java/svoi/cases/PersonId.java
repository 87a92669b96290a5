package svoi.cases;

import java.util.Objects;
import java.util.UUID;

/// Names one person inside; the public knows the profile's id only.
public record PersonId(UUID value) {
  public PersonId {
    Objects.requireNonNull(value);
  }
}
