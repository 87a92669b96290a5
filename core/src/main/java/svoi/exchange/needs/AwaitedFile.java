package svoi.exchange.needs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import svoi.exchange.AwaitedId;
import svoi.exchange.AwaitedState;
import svoi.exchange.ReturnState;

/// An awaited person as stored.
///
/// @param version changes with every save; a save that names an older one is stale
/// @param confirmedFrom code of the source by which captivity was confirmed last
/// @param kept the record that is kept, if this one is only a pointer
/// @param round number of the round in which the person stands now
/// @param serviceKept whether service and unit are stored, sealed
/// @param placeKept whether the place is stored, sealed
public record AwaitedFile(
    AwaitedId id,
    Awaited person,
    Track track,
    AwaitedState state,
    Instant stateSince,
    Optional<String> confirmedFrom,
    String agency,
    Instant enteredAt,
    int version,
    Optional<UUID> group,
    Optional<AwaitedId> kept,
    Optional<Integer> round,
    Optional<Return> back,
    boolean serviceKept,
    boolean placeKept) {

  /// The running case of an unconditional return.
  public record Return(UUID id, ReturnState state, Instant since) {}
}
