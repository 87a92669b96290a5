package svoi.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An exchange as published. Numbers that the source does not give are null, never guessed.
///
/// @param number running number; null where no number was published
/// @param evidence `S` seen, `R` remembered (to be confirmed)
public record PublishedExchange(
    @Nullable Integer number,
    String numberEvidence,
    LocalDate heldOn,
    @Nullable String stage,
    @Nullable Integer returned,
    @Nullable Integer military,
    @Nullable Integer civilian,
    @Nullable Integer cumulative,
    String evidence,
    String source) {}
