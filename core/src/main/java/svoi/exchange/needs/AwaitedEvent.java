package svoi.exchange.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import svoi.exchange.AwaitedState;

/// What became known of an awaited person.
///
/// @param source code of what captivity is known by, of a confirmation
/// @param evidence hash of the file that shows it
/// @param agency whose member recorded it
public record AwaitedEvent(
    UUID id,
    AwaitedState state,
    Optional<String> source,
    LocalDate on,
    Optional<byte[]> evidence,
    String agency,
    Instant recordedAt) {}
