package svoi.exchange;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The signed paper of a handover, as its head says.
///
/// @param heldOn day on which people met
/// @param from when they were at the point, and `until` when the last one had crossed
/// @param abandoned why nobody crossed, one of [Rounds#REASONS]; null if somebody did
public record Protocol(
    String number, LocalDate heldOn, Instant from, Instant until, @Nullable String abandoned) {}
