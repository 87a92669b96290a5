package svoi.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A member who has unlocked: the private keys of their desks, in memory only. Closing it wipes
/// them; Java can't promise that no copy is left.
public final class Unlocked implements AutoCloseable {
  private final UUID staff;
  private final KeyPair own;
  private final Map<UUID, KeyPair> epochs;

  Unlocked(UUID staff, KeyPair own, Map<UUID, KeyPair> epochs) {
    this.staff = staff;
    this.own = own;
    this.epochs = new HashMap<>(epochs);
  }

  /// Who it is.
  public UUID staff() {
    return staff;
  }

  /// Whether any desk's key came with the member's own.
  public boolean opensAnything() {
    return !epochs.isEmpty();
  }

  KeyPair own() {
    return own;
  }

  Optional<KeyPair> epoch(UUID id) {
    return Optional.ofNullable(epochs.get(id));
  }

  void add(UUID epoch, KeyPair pair) {
    epochs.put(epoch, pair);
  }

  @Override
  public void close() {
    own.wipe();
    epochs.values().forEach(KeyPair::wipe);
    epochs.clear();
  }

  @Override
  public String toString() {
    return "unlocked";
  }
}
