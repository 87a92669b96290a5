package svoi.exchange.answers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the ledger.
///
/// @param kind `asked`, `reminded`, `no-answer`, `refused`, `accepted`, `countered`, `delivered`,
///     `broken` or `substituted`
/// @param asked the asking that it answers; null for an asking and for an outcome
/// @param occurredOn when it was said or done
/// @param dueOn last day to answer
/// @param ground of a refusal
/// @param round number of the round in which it was; null outside of rounds
/// @param substitute who was brought instead
/// @param agency whose member entered it; empty for the timer
/// @param open an asking without an answer, whose last day may be over
public record LedgerEntry(
    UUID id,
    UUID awaited,
    String name,
    String category,
    String kind,
    @Nullable UUID asked,
    @Nullable LocalDate askedOn,
    LocalDate occurredOn,
    @Nullable LocalDate dueOn,
    @Nullable String ground,
    @Nullable Integer round,
    Optional<String> substitute,
    boolean evidence,
    String agency,
    boolean open) {}
