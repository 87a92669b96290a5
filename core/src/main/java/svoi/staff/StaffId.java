package svoi.staff;

import java.util.Objects;
import java.util.UUID;

/// Names one member of staff; what others see of them is a role, never a name.
public record StaffId(UUID value) {
  public StaffId {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
